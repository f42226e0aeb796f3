import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { clientNetwork } from '../../../core/http/client-network.js';
import { currentContext } from '../../../core/http/request-context.js';
import { type Limit, Limits, type Reservation } from '../../../core/limits/limits.js';
import { type CredentialCheck, Metrics } from '../../../core/metrics/metrics.js';
import { Problem, type ProblemType } from '../../../core/problems/problem.js';
import { ANONYMOUS, AuditService } from '../../audit/audit.service.js';
import { RefusalLog } from '../../audit/refusal-log.service.js';
import { CurrentPasswordWrong, InvalidCode, InvalidCredentials } from '../sessions.problems.js';

const WINDOW = 15 * 60;

const HOUR_SECONDS = 60 * 60;

/** What counts against the limits; everything else that may go wrong does not. */
const FAILURES: readonly ProblemType[] = [InvalidCredentials, InvalidCode, CurrentPasswordWrong];

/** The subject of the count: the user, or the address when no account has it. */
export type AttemptedAccount = { readonly userId: string } | { readonly email: string };

/** Bounds how often anyone may guess: per account and per client address, over all kinds of sign-in together. */
@Injectable()
export class SignInAttempts {
  private readonly perAccount: Limit;
  private readonly perClient: Limit;
  private readonly firstFailure: Limit;

  constructor(
    limits: Limits,
    private readonly audit: AuditService,
    private readonly refusals: RefusalLog,
    private readonly metrics: Metrics,
  ) {
    this.perAccount = limits.create({ name: 'sign-in-account', points: 10, duration: WINDOW });
    this.perClient = limits.create({ name: 'sign-in-client', points: 50, duration: WINDOW });
    this.firstFailure = limits.create({ name: 'sign-in-failure', points: 1, duration: HOUR_SECONDS });
  }

  /**
   * Runs a try. It is counted before it runs and given back unless it failed, so that however many run in parallel, no more
   * than allowed can fail. A failure is audited outside of any transaction: there is no change it could belong to.
   *
   * @throws Problem `too_many_requests` without running it
   */
  async count<T>(account: AttemptedAccount, door: CredentialCheck, attempt: () => Promise<T>): Promise<T> {
    const reserved = await this.reserve(account, door).catch((error: unknown) => {
      this.metrics.signIns.inc({ method: door, result: 'limited' });
      throw error;
    });
    try {
      const result = await attempt();
      this.metrics.signIns.inc({ method: door, result: 'succeeded' });
      await giveBack(reserved);
      return result;
    } catch (error) {
      await (isFailure(error) ? this.fail(account, door, reserved) : giveBack(reserved));
      throw error;
    }
  }

  /**
   * Runs a try that is not counted, because no caller can guess what it takes. A failure is recorded as in {@link count}.
   *
   * @param account undefined where there is none: nothing is recorded then
   */
  async watch<T>(account: AttemptedAccount | undefined, door: CredentialCheck, attempt: () => Promise<T>): Promise<T> {
    try {
      const result = await attempt();
      this.metrics.signIns.inc({ method: door, result: 'succeeded' });
      return result;
    } catch (error) {
      if (isFailure(error)) {
        await this.note(account, door);
      }
      throw error;
    }
  }

  private async reserve(account: AttemptedAccount, door: CredentialCheck): Promise<Reservation[]> {
    const ofClient = await this.perClient.reserve(clientNetwork(currentContext()?.remoteIp ?? ''));
    try {
      return [ofClient, await this.perAccount.reserve(keyOf(account))];
    } catch (error) {
      await ofClient.giveBack();
      if ('userId' in account) {
        await this.refusals.logLocked(account.userId, door);
      }
      throw error;
    }
  }

  private async fail(
    account: AttemptedAccount,
    door: CredentialCheck,
    reserved: readonly Reservation[],
  ): Promise<void> {
    reserved.forEach((reservation) => {
      reservation.keep();
    });
    await this.note(account, door);
  }

  /**
   * Records a failure against an account. Where there is no account, anyone could fill the table: accounts.md, "Work is bounded".
   * The organization that manages the account sees the first failure of an hour.
   */
  private async note(account: AttemptedAccount | undefined, door: CredentialCheck): Promise<void> {
    this.metrics.signIns.inc({ method: door, result: 'failed' });
    if (account && 'userId' in account) {
      const target = account.userId;
      const entry = { action: 'authentication.failed', actor: ANONYMOUS, target, changes: { door } } as const;
      const isFirst = await this.firstFailure.allows(`${target} ${door}`);
      await (isFirst ? this.audit.recordForManager(target, entry) : this.audit.record(entry));
    }
  }
}

async function giveBack(reserved: readonly Reservation[]): Promise<void> {
  await Promise.all(reserved.map((reservation) => reservation.giveBack()));
}

function isFailure(error: unknown): boolean {
  return error instanceof Problem && FAILURES.includes(error.type);
}

/** Addresses are hashed: a counter is no place to collect them. */
function keyOf(account: AttemptedAccount): string {
  return 'userId' in account ? account.userId : createHash('sha256').update(account.email).digest('base64url');
}
