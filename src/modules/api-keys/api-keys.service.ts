import { Injectable } from '@nestjs/common';
import { InsufficientRole, OrganizationRequired } from '../../access/access.problems.js';
import { mintKey } from '../../access/api-key.js';
import { CallerCheck } from '../../access/caller-check.js';
import type { OrganizationAccess, UserPrincipal } from '../../access/principal.js';
import { ORGANIZATION_ADMIN } from '../../access/roles.js';
import type { Scope } from '../../access/scopes.js';
import { StepUp } from '../../access/step-up.js';
import { Config } from '../../core/config/config.js';
import { message } from '../../core/i18n/message.js';
import { isId, newId } from '../../core/ids/ids.js';
import { type MarkedPage, type MarkedPageRequest, Markers } from '../../core/paging/markers.js';
import type { Prisma } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { inputProblem } from '../../core/validation/input-errors.js';
import { Retention } from '../../core/jobs/retention.js';
import { past } from '../../core/jobs/retention.queries.js';
import { ApiKeyRevocationService } from '../account-access/api-key-revocation.service.js';
import { type Actor, AuditService } from '../audit/audit.service.js';
import { SecurityNoticesService } from '../mails/security-notices.service.js';
import { requireMayGrant } from '../../access/granting.js';
import { type MemberRights, MemberRightsService } from '../roles/member-rights.service.js';
import { ServiceAccountsService } from '../service-accounts/service-accounts.service.js';
import { ApiKeyNotFound, TooManyApiKeys } from './api-keys.problems.js';
import {
  type ApiKeyDetails,
  keysOfOrganization,
  keysOfServiceAccounts,
  keysOfUser,
  type OwnedApiKey,
} from './api-keys.queries.js';

/** A key to create. */
export interface KeyRequest {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Null: never. */
  readonly expiresAt: Date | null;
  /** Slug or id. Left out: the organization of the request. */
  readonly organization?: string;
  /** The owner of the key. Null: the caller. */
  readonly serviceAccountId: string | null;
}

type Owner = { readonly membershipId: string } | { readonly serviceAccountId: string };

const DETAILS = {
  id: true,
  name: true,
  prefix: true,
  scopes: true,
  organizationId: true,
  serviceAccountId: true,
  createdAt: true,
  lastUsedAt: true,
  expiresAt: true,
} satisfies Record<keyof ApiKeyDetails, true>;

/** Keys of one owner, expired ones included. */
const MOST_KEYS = 100;

/** Keys for programs: minted, listed, revoked. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly config: Config,
    private readonly markers: Markers,
    private readonly callers: CallerCheck,
    private readonly stepUp: StepUp,
    private readonly rights: MemberRightsService,
    private readonly serviceAccounts: ServiceAccountsService,
    private readonly revocation: ApiKeyRevocationService,
    private readonly notices: SecurityNoticesService,
    private readonly audit: AuditService,
    retention: Retention,
  ) {
    retention.register('ApiKey', past('expiresAt', { days: 30 }));
  }

  /**
   * The keys the caller may manage, newest first: their own in all their organizations (an API key sees those of its own
   * organization alone) and, as OrganizationAdmin, those of the service accounts of the organization of the request.
   *
   * @throws Problem `invalid_marker`
   */
  list(principal: UserPrincipal, request: MarkedPageRequest): Promise<MarkedPage<ApiKeyDetails>> {
    const { id, apiKey, organization } = principal;
    const ownIn = apiKey ? (organization?.id ?? '') : undefined;
    const administered = administeredBy(principal);
    const name = JSON.stringify(['api-keys', id, ownIn, administered]);
    const read = async (after: string | undefined, take: number): Promise<ApiKeyDetails[]> => {
      const part = { after, take };
      // A query each: one with an OR over both owners would read the keys of all owners.
      const lists = await Promise.all([
        this.prisma.query(keysOfUser(id, ownIn, part)),
        administered === undefined ? [] : this.prisma.query(keysOfServiceAccounts(administered, part)),
      ]);
      return lists
        .flat()
        .sort((a, b) => b.id.localeCompare(a.id))
        .slice(0, take);
    };
    return this.markers.page({ name, read, keyOf: (key) => key.id }, request);
  }

  /**
   * All keys that work in the organization, newest first: those of its members, inactive ones included, and of its service
   * accounts.
   *
   * @throws Problem `invalid_marker`
   */
  listOf({ id }: OrganizationAccess, request: MarkedPageRequest): Promise<MarkedPage<OwnedApiKey>> {
    const read = (after: string | undefined, take: number): Promise<OwnedApiKey[]> =>
      this.prisma.list(() => this.prisma.query(keysOfOrganization(id, { after, take })));
    return this.markers.page({ name: `api-keys of ${id}`, read, keyOf: (key) => key.id }, request);
  }

  /**
   * Makes a key, which is returned here and never again.
   *
   * @throws Problem `validation_failed` when the key would be expired already, `organization_required`, `not_a_member`,
   *   `membership_inactive`, `too_many_api_keys`; for a service account `insufficient_role` unless the caller is OrganizationAdmin and could give it the roles it has, and
   *   `service_account_not_found`
   */
  mint(principal: UserPrincipal, request: KeyRequest): Promise<{ key: string; details: ApiKeyDetails }> {
    return this.prisma.transaction(async () => {
      // A recovery of the account ends all keys: a request that came in before must not make one after.
      await this.stepUp.requireLocked(principal, 'stepUp');
      const place = await this.rights.lockNamed(principal.id, organizationOf(principal, request));
      await this.callers.requireCredential(principal);
      await this.requireFuture(request.expiresAt);
      const owner = await this.lockOwner(place, request.serviceAccountId);
      await this.requireRoom(owner);
      const { key, prefix, hash } = mintKey(this.config.production ? 'live' : 'test');
      const details = await this.prisma.db.apiKey.create({
        data: {
          id: newId(),
          ...owner,
          name: request.name,
          prefix,
          keyHash: new Uint8Array(hash),
          scopes: [...request.scopes],
          expiresAt: request.expiresAt,
          createdBy: principal.id,
        },
        select: DETAILS,
      });
      await this.audit.record({ action: 'api_key.created', actor: principal, ...recorded(details) });
      await this.notify(principal, place.organizationId, request.name);
      return { key, details };
    });
  }

  /** Ends a key at once. @throws Problem `api_key_not_found` also for a key that the caller may not manage */
  revoke(principal: UserPrincipal, id: string): Promise<void> {
    return this.prisma.transaction(async () => {
      const caller = principal.organization ? await this.rights.requireStill(principal) : principal;
      await this.end(principal, { id, OR: manageable(caller) });
    });
  }

  /**
   * Ends a key of the organization of the request at once, for any owner.
   *
   * @throws Problem `api_key_not_found` also for a key of another organization; what {@link MemberRightsService.requireStill} throws
   */
  revokeOf(principal: UserPrincipal, { id: organizationId }: OrganizationAccess, id: string): Promise<void> {
    return this.prisma.transaction(async () => {
      await this.rights.requireStill(principal);
      await this.end(principal, { id, organizationId });
    });
  }

  /** By the clock that decides when the key expires. */
  private async requireFuture(expiresAt: Date | null): Promise<void> {
    if (expiresAt !== null && expiresAt <= (await this.prisma.now())) {
      throw inputProblem([{ pointer: '/expiresAt', code: 'min_date', detail: message('input.future') }]);
    }
  }

  /**
   * Ends all keys of a user, in every organization, in the running transaction. Keys of service accounts stay: they belong to the
   * organization.
   */
  async revokeAll(userId: string, actor: Actor): Promise<void> {
    await this.revocation.revoke({ membership: { userId } }, actor);
  }

  private async end(by: Actor, where: Prisma.ApiKeyWhereInput & { readonly id: string }): Promise<void> {
    if (!isId(where.id) || (await this.revocation.revoke(where, by)) === 0) {
      throw new Problem(ApiKeyNotFound);
    }
  }

  /** Locks the owner of the key. The membership of the caller is locked with its user. */
  private async lockOwner(rights: MemberRights, serviceAccountId: string | null): Promise<Owner> {
    if (serviceAccountId === null) {
      return { membershipId: rights.membershipId };
    }
    if (rights.role !== ORGANIZATION_ADMIN) {
      throw new Problem(InsufficientRole);
    }
    const { id, role, appRole } = await this.serviceAccounts.lock(rights.organizationId, serviceAccountId);
    requireMayGrant({ kind: 'user', apiKey: null, organization: rights }, { role, appRole });
    return { serviceAccountId: id };
  }

  /** Holds against many at once, because the owner's row is locked. */
  private async requireRoom(owner: Owner): Promise<void> {
    if ((await this.prisma.db.apiKey.count({ where: owner })) >= MOST_KEYS) {
      throw new Problem(TooManyApiKeys);
    }
  }

  /** Notifies the person who creates the key, also for a service account: an attacker in an open session could create one to return. */
  private async notify({ id }: UserPrincipal, organizationId: string, keyName: string): Promise<void> {
    const { name } = await this.prisma.db.organization.findUniqueOrThrow({ where: { id: organizationId } });
    await this.notices.apiKeyCreated(id, keyName, name);
  }
}

function recorded({ id, organizationId, name, prefix, scopes }: ApiKeyDetails) {
  return { target: id, organizationId, changes: { name, prefix, scopes } };
}

function organizationOf({ organization }: UserPrincipal, request: KeyRequest): string {
  const name = request.organization ?? organization?.id;
  if (name === undefined) {
    throw new Problem(OrganizationRequired, {
      detail: message('detail.name_organization'),
    });
  }
  return name;
}

/** The keys that the caller may see and revoke; either kind is reason enough. */
function manageable(principal: UserPrincipal): Prisma.ApiKeyWhereInput[] {
  const { id, apiKey, organization } = principal;
  const own = { membership: { userId: id, ...(apiKey && { organizationId: organization?.id ?? '' }) } };
  const administered = administeredBy(principal);
  return administered === undefined ? [own] : [own, { serviceAccount: { organizationId: administered } }];
}

/** The organization of the request, when the caller is OrganizationAdmin there. */
function administeredBy({ organization }: UserPrincipal): string | undefined {
  return organization?.role === ORGANIZATION_ADMIN ? organization.id : undefined;
}
