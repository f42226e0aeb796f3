import { Injectable, Logger } from '@nestjs/common';
import type { Request } from 'express';
import { PasswordChangeRequired } from '../../access/access.problems.js';
import type { Principal } from '../../access/principal.js';
import type { IdentifiedRequest } from '../../access/session.strategy.js';
import { routeTemplate } from '../../core/http/routes.js';
import { type Limit, Limits } from '../../core/limits/limits.js';
import type { Problem } from '../../core/problems/problem.js';
import { ProblemObserver } from '../../core/problems/problem-observer.js';
import { AuditService } from './audit.service.js';

const HOUR_SECONDS = 60 * 60;

/**
 * Records refused rights as `access.refused`, once per caller, organization, route and hour (accounts.md, "Work is bounded"): in the audit
 * log of the caller's organization, else in the log.
 */
@Injectable()
export class RefusalLog extends ProblemObserver {
  private readonly logger = new Logger('Refusals');
  private readonly first: Limit;

  constructor(
    private readonly audit: AuditService,
    limits: Limits,
  ) {
    super();
    this.first = limits.create({ name: 'refusal', points: 1, duration: HOUR_SECONDS });
  }

  observe(problem: Problem, request: Request): void {
    const { caller } = request as IdentifiedRequest;
    if (caller && problem.type.status === 403 && problem.type !== PasswordChangeRequired) {
      const route = `${request.method} ${routeTemplate(request) ?? ''}`;
      this.record(caller, route, problem.type.code).catch((error: unknown) => {
        this.logger.error(error);
      });
    }
  }

  /** Logs that an account is locked after failed sign-ins. @param door the kind of sign-in that the caller tried */
  async logLocked(userId: string, door: string): Promise<void> {
    if (await this.first.allows(`${userId} ${door}`)) {
      this.logger.warn({ action: 'access.refused', userId, code: 'too_many_requests', route: door });
    }
  }

  private async record(caller: Principal, route: string, code: string): Promise<void> {
    const organizationId = caller.organization?.id ?? '';
    if (!(await this.first.allows(`${caller.apiKey?.id ?? caller.id} ${organizationId} ${route}`))) {
      return;
    }
    if (caller.organization) {
      await this.audit.record({ action: 'access.refused', actor: caller, changes: { code, route } });
    } else {
      this.logger.warn({ action: 'access.refused', callerKind: caller.kind, callerId: caller.id, code, route });
    }
  }
}
