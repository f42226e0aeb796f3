import { Injectable } from '@nestjs/common';
import type { SessionInfo, UserPrincipal } from '../../../access/principal.js';
import { isId } from '../../../core/ids/ids.js';
import { lockUser } from '../../../core/prisma/locks.js';
import { PrismaService } from '../../../core/prisma/prisma.service.js';
import { Problem } from '../../../core/problems/problem.js';
import { AuditService } from '../../audit/audit.service.js';
import { SessionNotFound } from '../sessions.problems.js';
import { SessionsService } from '../sessions.service.js';

/** The caller's own logins. */
@Injectable()
export class LoginsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
  ) {}

  /** Ends one login at once. @throws Problem `session_not_found` also for a login of another user */
  async revoke(principal: UserPrincipal, sessionId: string): Promise<void> {
    if (!isId(sessionId) || !(await this.sessions.end(principal.id, sessionId))) {
      throw new Problem(SessionNotFound);
    }
  }

  /** Ends every login at once but the one that asks. */
  revokeOthers(principal: UserPrincipal, session: SessionInfo): Promise<void> {
    return this.prisma.transaction(async () => {
      await lockUser(this.prisma, principal.id);
      await this.sessions.endAll(principal.id, session.id);
      await this.audit.record({
        action: 'session.others_ended',
        actor: principal,
        target: principal.id,
      });
    });
  }
}
