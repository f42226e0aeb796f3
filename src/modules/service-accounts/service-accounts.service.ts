import { Injectable } from '@nestjs/common';
import { changedBy, madeBy } from '../../access/authorship.js';
import { nameExisting } from '../../access/name-existing.js';
import type { OrganizationAccess, Principal } from '../../access/principal.js';
import type { AppRole } from '../../access/roles.js';
import { unauthenticated } from '../../access/session.guard.js';
import { changesBetween, merged } from '../../core/changes/changes.js';
import { isId, newId } from '../../core/ids/ids.js';
import { type MarkedPage, type MarkedPageRequest, Markers } from '../../core/paging/markers.js';
import type { Prisma, ServiceAccount } from '../../core/prisma/generated/client.js';
import { lockRow } from '../../core/prisma/locks.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { AuditService } from '../audit/audit.service.js';
import { requireMayGrant, requireMayTake } from '../../access/granting.js';
import { InvitationSendersService } from '../invitations/invitation-senders.service.js';
import { RolesService } from '../roles/roles.service.js';
import { MemberRightsService } from '../roles/member-rights.service.js';
import { ServiceAccountNotFound, UsernameTaken } from './service-accounts.problems.js';

/** A service account with its role. */
export type ServiceAccountWithRole = Prisma.ServiceAccountGetPayload<{ include: typeof WITH_ROLE }>;

/** What a service account is made of. */
export interface ServiceAccountFields {
  readonly username: string;
  readonly description: string | null;
  readonly role: string;
  readonly appRole: AppRole;
}

const WITH_ROLE = { role: { select: { name: true, permissions: true } } } satisfies Prisma.ServiceAccountInclude;

/** The callers that are no persons, each of one organization. */
@Injectable()
export class ServiceAccountsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly markers: Markers,
    private readonly roles: RolesService,
    private readonly rights: MemberRightsService,
    private readonly senders: InvitationSendersService,
    private readonly audit: AuditService,
  ) {}

  /** The service account that calls. @throws Problem `unauthenticated` when it was deleted just now */
  async me(id: string): Promise<ServiceAccount> {
    const account = await this.prisma.db.serviceAccount.findUnique({ where: { id } });
    if (!account) {
      throw unauthenticated();
    }
    return account;
  }

  /** The organization's service accounts in the order of their creation. */
  list({ id: organizationId }: OrganizationAccess, request: MarkedPageRequest): Promise<MarkedPage<ServiceAccount>> {
    const read = (after: string | undefined, take: number): Promise<ServiceAccount[]> =>
      this.prisma.list(() =>
        this.prisma.db.serviceAccount.findMany({
          where: { organizationId, id: { gt: after } },
          orderBy: { id: 'asc' },
          take,
        }),
      );
    return this.markers.page({ name: `service accounts of ${organizationId}`, read, keyOf: ({ id }) => id }, request);
  }

  /** @throws Problem `service_account_not_found` also for one of another organization */
  async find({ id: organizationId }: OrganizationAccess, id: string): Promise<ServiceAccount> {
    const account = isId(id)
      ? await this.prisma.db.serviceAccount.findFirst({ where: { id, organizationId } })
      : undefined;
    if (!account) {
      throw new Problem(ServiceAccountNotFound);
    }
    return account;
  }

  /**
   * @throws Problem `username_taken` with the id of the other account, `invalid_role`; what {@link requireMayGrant} and {@link MemberRightsService.requireStill} throw
   */
  create(
    principal: Principal,
    organization: OrganizationAccess,
    fields: ServiceAccountFields,
  ): Promise<ServiceAccount> {
    const where = { organizationId: organization.id, username: fields.username };
    const find = (): Promise<{ id: string }[]> =>
      this.prisma.db.serviceAccount.findMany({ where, select: { id: true }, take: 1 });
    return nameExisting(principal, { problem: UsernameTaken, scope: 'orgs:read', find }, () =>
      this.createNamed(principal, organization, fields),
    );
  }

  private createNamed(
    principal: Principal,
    organization: OrganizationAccess,
    fields: ServiceAccountFields,
  ): Promise<ServiceAccount> {
    return this.prisma.transaction(async () => {
      const { username, description, appRole } = fields;
      const caller = await this.rights.requireStill(principal);
      const role = await this.roles.find(organization.id, fields.role);
      requireMayGrant(caller, { role, appRole });
      const account = await this.prisma.db.serviceAccount.create({
        data: {
          id: newId(),
          organizationId: organization.id,
          username,
          description,
          appRole,
          roleId: role.id,
          ...madeBy(principal),
        },
        include: WITH_ROLE,
      });
      await this.audit.record({
        action: 'service_account.created',
        actor: principal,
        target: account.id,
        organizationId: organization.id,
        changes: changesBetween({}, fieldsOf(account)),
      });
      return account;
    });
  }

  /**
   * Changes the named properties. Without a difference, nothing is written.
   *
   * @throws Problem `service_account_not_found`; what {@link create} and {@link requireMayTake} throw
   */
  update(
    principal: Principal,
    organization: OrganizationAccess,
    id: string,
    wanted: Partial<ServiceAccountFields>,
  ): Promise<ServiceAccount> {
    return this.prisma.transaction(async () => {
      const caller = await this.rights.requireStill(principal, 'change');
      const account = await this.lock(organization.id, id);
      const role = wanted.role === undefined ? undefined : await this.roles.find(organization.id, wanted.role);
      const before = fieldsOf(account);
      const after = merged(before, wanted);
      const changes = changesBetween(before, after);
      if (Object.keys(changes).length === 0) {
        return account;
      }
      requireMayGrant(caller, {
        ...(changes.role && { role }),
        ...(changes.appRole && { appRole: after.appRole }),
      });
      if (changes.role ?? changes.appRole) {
        requireMayTake(caller, account);
      }
      const { username, description, appRole } = after;
      const changed = await this.prisma.db.serviceAccount.update({
        where: { id: account.id },
        data: { username, description, appRole, roleId: role?.id, ...changedBy(principal) },
      });
      await this.audit.record({
        action: 'service_account.updated',
        actor: principal,
        target: account.id,
        organizationId: organization.id,
        changes,
      });
      await this.endInvitationsOf(principal, account);
      return changed;
    });
  }

  /**
   * Deletes a service account, its API keys and the invitations that it sent.
   *
   * @throws Problem `service_account_not_found`; what {@link requireMayTake} and {@link MemberRightsService.requireStill} throw
   */
  remove(principal: Principal, organization: OrganizationAccess, id: string): Promise<void> {
    return this.prisma.transaction(async () => {
      const caller = await this.rights.requireStill(principal, 'change');
      const account = await this.lock(organization.id, id);
      requireMayTake(caller, account);
      await this.prisma.db.serviceAccount.delete({ where: { id: account.id } });
      await this.audit.record({
        action: 'service_account.deleted',
        actor: principal,
        target: account.id,
        organizationId: organization.id,
        changes: changesBetween(fieldsOf(account), {}),
      });
      await this.endInvitationsOf(principal, account);
    });
  }

  /** Ends what the service account sent and could not send any more. */
  private endInvitationsOf(by: Principal, { id, organizationId }: ServiceAccount): Promise<void> {
    return this.senders.endUnsendable(by, organizationId, { senderServiceAccountId: id });
  }

  /**
   * Locks the service account.
   *
   * @throws Problem `service_account_not_found`
   */
  async lock(organizationId: string, id: string): Promise<ServiceAccountWithRole> {
    if (!isId(id) || !(await lockRow(this.prisma, 'ServiceAccount', { id, organizationId }))) {
      throw new Problem(ServiceAccountNotFound);
    }
    return this.prisma.db.serviceAccount.findUniqueOrThrow({ where: { id }, include: WITH_ROLE });
  }
}

function fieldsOf({ username, description, role, appRole }: ServiceAccountWithRole): ServiceAccountFields {
  return { username, description, role: role.name, appRole };
}
