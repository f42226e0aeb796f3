import { Injectable } from '@nestjs/common';
import type { Principal } from '../../access/principal.js';
import { Config } from '../../core/config/config.js';
import { currentContext } from '../../core/http/request-context.js';
import { newId, timeOf } from '../../core/ids/ids.js';
import type { Prisma } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Retention } from '../../core/jobs/retention.js';
import { type Action, targetOf } from './actions.js';
import { insertEventOfAccount, insertEvents, managedEvents, olderThan, recordedEvents } from './audit.queries.js';

/** The actor of an event. `anonymous` until the caller is identified, as during a sign-in. */
export type Actor = Pick<Principal, 'kind' | 'id'> | { readonly kind: 'anonymous'; readonly id: null };

export const ANONYMOUS: Actor = { kind: 'anonymous', id: null };

/** An action that is recorded. */
export type AuditEntry = Action & {
  readonly actor: Actor | Principal;
  /**
   * The organization whose administrators may read it. Left out: the actor's current organization, unless the event is
   * about the actor's own account.
   */
  readonly organizationId?: string | null;
};

type AuditRow = Prisma.AuditEventUncheckedCreateInput;

/** Records what was done. Events are deleted after `AUDIT_RETENTION_DAYS`. */
@Injectable()
export class AuditService {
  constructor(
    private readonly prisma: PrismaService,
    { auditRetentionDays: days }: Config,
    retention: Retention,
  ) {
    if (days > 0) {
      retention.register('AuditEvent', olderThan(days));
    }
  }

  /** Records the event in the running transaction, so that both are committed or neither is. */
  record(entry: AuditEntry): Promise<void> {
    return this.recordAll([entry]);
  }

  /** Records the event also for the organization that manages the account: its administrators may read it. */
  async recordForManager(userId: string, entry: AuditEntry): Promise<void> {
    await this.prisma.query(insertEventOfAccount(rowOf(entry), userId));
  }

  /** Writes many entries with one statement, in the running transaction. */
  async recordAll(entries: readonly AuditEntry[]): Promise<void> {
    await this.prisma.query(insertEvents(entries.map(rowOf)));
  }

  /** The entries as rows of their table: for a statement that writes them together with the change. */
  rows(entries: readonly AuditEntry[]): Prisma.Sql {
    return recordedEvents(entries.map(rowOf));
  }

  /** The same for the organization in a column of that statement. Its administrators may read them. */
  managedRows(entries: readonly AuditEntry[], managedById: Prisma.Sql): Prisma.Sql {
    return managedEvents(entries.map(rowOf), managedById);
  }
}

function rowOf({ actor, organizationId, ...done }: AuditEntry): AuditRow {
  const target = targetOf(done);
  const principal = 'organization' in actor ? actor : undefined;
  const place = isOwnAccount(actor, target) ? null : principal?.organization;
  const context = currentContext();
  const id = newId();
  return {
    id,
    // The same time in both, so that the order of the ids is that of the times.
    at: timeOf(id),
    action: done.action,
    actorKind: actor.kind,
    actorId: actor.id,
    organizationId: organizationId === undefined ? (place?.id ?? null) : organizationId,
    targetKind: target?.kind ?? null,
    targetId: target?.id ?? null,
    sessionId: (target?.kind === 'session' ? target.id : principal?.session?.id) ?? null,
    apiKeyId: principal?.apiKey?.id ?? null,
    remoteIp: context?.remoteIp ?? null,
    userAgent: context?.userAgent ?? null,
    requestId: context?.requestId ?? null,
    changes: done.changes ?? {},
  };
}

/** The targets that belong to an account and not to an organization. */
const OF_ACCOUNTS = new Set(['session', 'trusted_device', 'passkey', 'totp', 'recovery_codes']);

/** Personal data, such as a birth date, does not concern the current organization of the user. */
function isOwnAccount(actor: Actor, target: ReturnType<typeof targetOf>): boolean {
  return target !== undefined && (target.id === actor.id || OF_ACCOUNTS.has(target.kind));
}
