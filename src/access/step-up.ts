import { Injectable } from '@nestjs/common';
import { Config } from '../core/config/config.js';
import { PrismaService } from '../core/prisma/prisma.service.js';
import { Problem } from '../core/problems/problem.js';
import { StepUpRequired } from './access.problems.js';
import type { Principal, SessionInfo } from './principal.js';
import type { RecentProof } from './requirements.js';
import { unauthenticated } from './session.guard.js';
import { sessionRequired } from './session-required.js';
import { type Factors, factorsOf, type ProofsRow, proofsOf, type StepUpMethod } from './step-up.queries.js';
import { lockExistingUser } from './user-lock.js';

/** The methods that prove the identity of a user with these factors. A password cannot replace a second factor. */
export function methodsWith(factors: Factors): StepUpMethod[] {
  if (!hasFactor(factors)) {
    return ['password'];
  }
  const { totp, recovery, passkey } = factors;
  return [
    ...(totp ? ['totp' as const] : []),
    ...(recovery ? ['recovery_code' as const] : []),
    ...(passkey ? ['passkey' as const] : []),
  ];
}

/** Recovery codes are not a factor: they replace a lost one. */
function hasFactor({ totp, passkey }: Factors): boolean {
  return totp || passkey;
}

/** A time at which the caller of a session proved who they are. */
interface Proof {
  readonly at: Date;
  /** Whether a second factor was shown. A trusted device shows none. */
  readonly byFactor: boolean;
}

/**
 * Decides whether a session has a recent proof of the caller's identity (RFC 9470). Recent means as strong as the
 * account allows (accounts.md rule 4): once the account has a second factor, only a later proof with a factor counts.
 */
@Injectable()
export class StepUp {
  constructor(
    private readonly config: Config,
    private readonly prisma: PrismaService,
  ) {}

  /** When the session's step-up stops counting; null when there was none, or it does not count. */
  async expiresAt(session: SessionInfo): Promise<Date | null> {
    const row = session.stepUpAt ? await this.read(session) : undefined;
    const stepUp = row && stepUpOf(row);
    return stepUp && this.counts(stepUp, row) ? this.endOf(stepUp) : null;
  }

  /** @throws Problem `step_up_required`, or `unauthenticated` when the session has ended */
  async require(session: SessionInfo, by: RecentProof): Promise<void> {
    const row = await this.read(session);
    if (!row) {
      throw unauthenticated();
    }
    const proofs = [stepUpOf(row), by === 'signIn' ? signInOf(row) : undefined];
    if (!proofs.some((proof) => proof && this.counts(proof, row))) {
      throw this.required(methodsWith(row));
    }
  }

  /**
   * Does the same for an action that needs proof only in some requests.
   *
   * @throws Problem `session_required`, `user_required`, `step_up_required`, `unauthenticated`
   */
  async requireOf(principal: Principal, by: RecentProof = 'stepUp'): Promise<void> {
    if (!principal.session) {
      throw new Problem(sessionRequired(principal.kind, by));
    }
    await this.require(principal.session, by);
  }

  /**
   * Locks the caller's own account until the running transaction ends, and requires the proof again: a factor that was added since
   * the request came in, or a session that ended, is seen here. Lock order: user, then organization.
   *
   * @throws Problem as {@link requireOf}
   */
  async requireLocked(principal: Principal, by: RecentProof): Promise<void> {
    await lockExistingUser(this.prisma, principal.id);
    await this.requireOf(principal, by);
  }

  /** The refusal that names what this user can step up with. */
  required(methods: readonly StepUpMethod[]): Problem {
    const maxAge = this.config.session.stepUp.toString();
    return new Problem(StepUpRequired, {
      headers: { 'WWW-Authenticate': `Bearer error="insufficient_user_authentication", max_age="${maxAge}"` },
      members: { methods },
    });
  }

  /** What proves that it is this user. */
  async methodsOf(userId: string): Promise<StepUpMethod[]> {
    return (await this.prisma.query(factorsOf(userId))).flatMap(methodsWith);
  }

  /** Whether the user has a second factor. */
  async hasFactor(userId: string): Promise<boolean> {
    return (await this.prisma.query(factorsOf(userId))).some(hasFactor);
  }

  private async read({ id }: SessionInfo): Promise<ProofsRow | undefined> {
    const [row] = await this.prisma.query(proofsOf(id));
    return row;
  }

  private counts(proof: Proof, { factorSince, now }: ProofsRow): boolean {
    const isStrong = factorSince === null || (proof.byFactor && proof.at >= factorSince);
    return isStrong && this.endOf(proof) > now;
  }

  private endOf({ at }: Proof): Date {
    return new Date(at.getTime() + this.config.session.stepUp * 1000);
  }
}

function stepUpOf({ stepUpAt, stepUpMethod }: ProofsRow): Proof | undefined {
  return stepUpAt ? { at: stepUpAt, byFactor: stepUpMethod !== null && stepUpMethod !== 'password' } : undefined;
}

/** Only a sign-in adds `mfa` (RFC 8176): both factors in one ceremony. A step-up adds the name of its method. */
function signInOf({ authTime, amr }: ProofsRow): Proof {
  return { at: authTime, byFactor: amr.includes('mfa') };
}
