import { Injectable } from '@nestjs/common';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { StepUp } from '../../../access/step-up.js';
import { isId } from '../../../core/ids/ids.js';
import type { MarkedPage, MarkedPageRequest } from '../../../core/paging/markers.js';
import { lockUser } from '../../../core/prisma/locks.js';
import { PrismaService } from '../../../core/prisma/prisma.service.js';
import { Problem } from '../../../core/problems/problem.js';
import { AuditService } from '../../audit/audit.service.js';
import { SecurityNoticesService } from '../../mails/security-notices.service.js';
import { MemberRightsService } from '../../roles/member-rights.service.js';
import { type ListedSession, SessionListService } from '../../sessions/session-list.service.js';
import { SessionNotFound } from '../../sessions/sessions.problems.js';
import { SessionsService } from '../../sessions/sessions.service.js';
import { ManagedAccountsService } from './managed-accounts.service.js';

/** The sessions of the accounts that an organization manages, for its administrators. */
@Injectable()
export class ManagedSessionsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly stepUp: StepUp,
    private readonly rights: MemberRightsService,
    private readonly accounts: ManagedAccountsService,
    private readonly sessionList: SessionListService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
    private readonly notices: SecurityNoticesService,
  ) {}

  /** @throws Problem `invalid_marker`, and what {@link ManagedAccountsService.requireManaged} throws */
  async list(
    principal: Principal,
    organization: OrganizationAccess,
    userId: string,
    request: MarkedPageRequest,
  ): Promise<MarkedPage<ListedSession>> {
    const { id } = await this.accounts.requireManaged(principal, organization, userId);
    return this.sessionList.page(id, request);
  }

  /**
   * Ends one session at once. The user is notified.
   *
   * @throws Problem `session_not_found` also for a session of another user; what {@link ManagedAccountsService.requireManaged},
   *   {@link StepUp.requireOf} and {@link MemberRightsService.requireStill} throw
   */
  end(principal: Principal, organization: OrganizationAccess, userId: string, sessionId: string): Promise<void> {
    return this.inAccount(principal, organization, userId, async () => {
      if (!isId(sessionId) || !(await this.sessions.remove(userId, sessionId))) {
        throw new Problem(SessionNotFound);
      }
      const changes = { sessionId };
      await this.audit.record({ action: 'user.session_ended', actor: principal, target: userId, changes });
      await this.notices.sessionsEnded(userId, organization.name);
    });
  }

  /**
   * Ends all sessions at once. The user is notified, unless there was none.
   *
   * @throws Problem as {@link end}, but `session_not_found`
   */
  endAll(principal: Principal, organization: OrganizationAccess, userId: string): Promise<void> {
    return this.inAccount(principal, organization, userId, async () => {
      const sessions = await this.sessions.countActive(userId);
      if (sessions === 0) {
        return;
      }
      await this.sessions.endAll(userId);
      const changes = { sessions };
      await this.audit.record({ action: 'user.sessions_ended', actor: principal, target: userId, changes });
      await this.notices.sessionsEnded(userId, organization.name);
    });
  }

  /**
   * Decides before and after the user is locked, in one transaction with the work: in between, the user may have left, and the caller
   * may have lost the right.
   */
  private async inAccount(
    principal: Principal,
    organization: OrganizationAccess,
    userId: string,
    work: () => Promise<void>,
  ): Promise<void> {
    await this.accounts.requireManaged(principal, organization, userId);
    await this.prisma.transaction(async () => {
      await lockUser(this.prisma, userId);
      const caller = await this.rights.requireStill(principal);
      await this.accounts.requireManaged(caller, organization, userId);
      await this.stepUp.requireOf(caller);
      await work();
    });
  }
}
