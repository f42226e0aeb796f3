import { Injectable } from '@nestjs/common';
import type { SessionInfo, UserPrincipal } from '../../../access/principal.js';
import { StepUp } from '../../../access/step-up.js';
import type { StepUpMethod } from '../../../access/step-up.queries.js';
import { Passwords } from '../../../core/crypto/passwords.js';
import { lockUser } from '../../../core/prisma/locks.js';
import { PrismaService } from '../../../core/prisma/prisma.service.js';
import { Problem } from '../../../core/problems/problem.js';
import { AuditService } from '../../audit/audit.service.js';
import { SecondFactor, type SecondFactorMethod } from './second-factor.js';
import { InvalidCredentials } from '../sessions.problems.js';
import { type OpenedSession, SessionsService } from '../sessions.service.js';
import { SignInAttempts } from '../protection/sign-in-attempts.js';

/** What a step-up is made with. */
export type StepUpProof =
  | { readonly method: 'password'; readonly password: string }
  | { readonly method: SecondFactorMethod; readonly code: string };

/** What a method is called in a session's `amr` (RFC 8176). */
const AMR: Readonly<Record<StepUpMethod, string>> = {
  password: 'pwd',
  totp: 'otp',
  recovery_code: 'otp',
  passkey: 'hwk',
};

/** Confirms that the owner still uses a session. */
@Injectable()
export class StepUpService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
    private readonly stepUp: StepUp,
    private readonly secondFactor: SecondFactor,
    private readonly attempts: SignInAttempts,
    private readonly audit: AuditService,
  ) {}

  /**
   * Steps up the caller's session and gives it a new token. The old token stops working.
   *
   * @throws Problem `invalid_credentials`, `invalid_code`, `too_many_requests`, or `step_up_required` for the password of a
   * user who has a second factor
   */
  async withProof(principal: UserPrincipal, session: SessionInfo, proof: StepUpProof): Promise<OpenedSession> {
    const methods = await this.stepUp.methodsOf(principal.id);
    if (proof.method === 'password' && !methods.includes('password')) {
      throw this.stepUp.required(methods);
    }
    return this.attempts.count({ userId: principal.id }, 'step_up', () =>
      proof.method === 'password'
        ? this.withPassword(principal, session, proof.password)
        : this.withCode(principal, session, proof.method, proof.code),
    );
  }

  /** Records a step-up that was proved. */
  complete(principal: UserPrincipal, session: SessionInfo, method: StepUpMethod): Promise<OpenedSession> {
    return this.prisma.transaction(async () => {
      const renewed = await this.sessions.renew(principal.id, session, { stepUp: method, amr: AMR[method] });
      await this.audit.record({
        action: 'session.stepped_up',
        actor: principal,
        target: session.id,
        changes: { method },
      });
      return renewed;
    });
  }

  private async withPassword(principal: UserPrincipal, session: SessionInfo, password: string): Promise<OpenedSession> {
    const { passwordHash } = await this.prisma.db.user.findUniqueOrThrow({ where: { id: principal.id } });
    if (!(await this.passwords.matches(password, passwordHash))) {
      throw new Problem(InvalidCredentials);
    }
    return this.complete(principal, session, 'password');
  }

  private withCode(
    principal: UserPrincipal,
    session: SessionInfo,
    method: SecondFactorMethod,
    code: string,
  ): Promise<OpenedSession> {
    return this.prisma.transaction(async () => {
      await lockUser(this.prisma, principal.id);
      await this.secondFactor.accept(principal.id, method, code);
      return this.complete(principal, session, method);
    });
  }
}
