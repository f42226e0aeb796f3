import { Injectable } from '@nestjs/common';
import {
  MembershipInactive,
  NotAMember,
  OrganizationArchived,
  OrganizationRequired,
} from '../../access/access.problems.js';
import { requireRights, type Rights } from '../../access/authorization.js';
import { CallerCheck } from '../../access/caller-check.js';
import type { OrganizationAccess, Principal } from '../../access/principal.js';
import { type AppRole, type OrganizationRole, permissionsOf } from '../../access/roles.js';
import type { Permission } from '../../access/scopes.js';
import { unauthenticated } from '../../access/session.guard.js';
import { lockUser } from '../../access/user-lock.js';
import { fromPrefixedId } from '../../core/ids/prefixed-id.js';
import { type Organization, Prisma } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem, type ProblemType } from '../../core/problems/problem.js';
import type { RoleRights } from '../../access/granting.js';

/** What a person is in one organization. */
export interface Standing {
  readonly membershipId: string;
  readonly organizationId: string;
  readonly role: OrganizationRole;
  readonly appRole: AppRole;
  readonly permissions: readonly Permission[];
}

/** Of a membership or a service account: what rights come of. */
const RIGHTS = { appRole: true, role: { select: { name: true, permissions: true } } } as const;

/** As much of it as it takes to sit down there. */
export type Seat = Pick<Standing, 'membershipId' | 'organizationId' | 'role'>;

/** A caller in an organization, with the rights that they have there now. */
type InOrganization = Principal & { readonly organization: OrganizationAccess };

/** Of an organization: `shared` while others may not lose rights in it, `exclusive` while one request changes rights in it. */
type OrganizationLock = 'shared' | 'exclusive';

/** Knows what a person or a caller is in an organization now. */
@Injectable()
export class StandingService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly callers: CallerCheck,
  ) {}

  /**
   * Requires again what the route required of the caller (accounts.md rule 8). It locks the organization, as every change of a
   * membership, a role, a service account or the organization does, and the caller's credential: the caller keeps both until the
   * running transaction ends. Lock order: see `lockUser`.
   *
   * @returns the caller with the rights that they have now
   * @throws Problem `unauthenticated` when the credential ended; `insufficient_role`, `not_a_member`, `membership_inactive`,
   *   `organization_archived`
   */
  async requireStill<P extends Principal>(
    principal: P,
    lock: OrganizationLock = 'shared',
  ): Promise<P & { readonly organization: OrganizationAccess }> {
    const { kind, organization, requirements } = principal;
    if (!organization) {
      throw new Problem(OrganizationRequired);
    }
    const { status } = await this.lockOrganization(organization.id, lock);
    await this.callers.requireCredential(principal);
    if (status === 'archived' && !requirements.whileArchived) {
      throw new Problem(OrganizationArchived);
    }
    const rights = await this.rightsOf({ ...principal, organization });
    requireRights(requirements, kind, rights);
    if (!rights) {
      throw new Problem(await this.whyNot(organization));
    }
    return { ...principal, organization: { ...organization, ...rights } };
  }

  /** The rights of an active member. Null: the membership ended or is inactive, or the account was suspended. */
  async of(membershipId: string, organizationId: string): Promise<Rights | null> {
    const membership = await this.prisma.db.membership.findFirst({
      where: { id: membershipId, organizationId, state: 'Active', user: { status: { not: 'suspended' } } },
      select: RIGHTS,
    });
    return membership && rightsOf(membership);
  }

  /** The rights of a service account. Null: it was deleted. */
  async ofServiceAccount(id: string, organizationId: string): Promise<Rights | null> {
    const account = await this.prisma.db.serviceAccount.findFirst({ where: { id, organizationId }, select: RIGHTS });
    return account && rightsOf(account);
  }

  /**
   * What the person is in the organization, held so until the running transaction ends.
   *
   * @param organizationName slug, present or former, or id
   * @throws Problem `not_a_member`, also when there is no such organization; `membership_inactive`, `organization_archived`
   */
  async hold(userId: string, organizationName: string): Promise<Standing> {
    const id = await this.lock(userId, organizationName);
    const { organizationId, role, appRole, state, organization } = await this.prisma.db.membership.findUniqueOrThrow({
      where: { id },
      select: {
        organizationId: true,
        role: { select: { name: true, permissions: true } },
        appRole: true,
        state: true,
        organization: { select: { status: true } },
      },
    });
    if (state === 'Inactive') {
      throw new Problem(MembershipInactive);
    }
    if (organization.status === 'archived') {
      throw new Problem(OrganizationArchived);
    }
    const permissions = permissionsOf(role.name, role.permissions);
    return { membershipId: id, organizationId, role: role.name, appRole, permissions };
  }

  /**
   * The person's membership of an organization he can work in, held so until the running transaction ends: whatever ends
   * it locks the organization.
   *
   * @throws Problem `not_a_member` for every reason there is; whether the organization exists stays unsaid
   */
  async holdOpen(userId: string, organizationId: string): Promise<Seat> {
    const { db } = this.prisma;
    const open = await db.$queryRaw<unknown[]>`
      SELECT id FROM "Organization" WHERE id = ${organizationId}::uuid AND status = 'active' FOR SHARE`;
    const membership = await db.membership.findFirst({
      where: { userId, organizationId, state: 'Active' },
      select: { id: true, organizationId: true, role: { select: { name: true } } },
    });
    if (open.length === 0 || !membership) {
      throw new Problem(NotAMember);
    }
    return { membershipId: membership.id, organizationId: membership.organizationId, role: membership.role.name };
  }

  /**
   * Lets one change at a time be made to what a person is everywhere, until the running transaction ends.
   *
   * @throws Problem `unauthenticated` when he was deleted just now
   */
  async holdPerson(userId: string): Promise<void> {
    if (!(await lockUser(this.prisma, userId))) {
      throw unauthenticated();
    }
  }

  private async rightsOf({ kind, id, organization }: InOrganization): Promise<Rights | null> {
    switch (kind) {
      case 'root':
        return organization;
      case 'serviceAccount':
        return this.ofServiceAccount(id, organization.id);
      case 'user':
        return this.of(organization.membershipId ?? '', organization.id);
    }
  }

  /** Why a caller who was an active member is none now. */
  private async whyNot({ membershipId }: OrganizationAccess): Promise<ProblemType> {
    const memberships = await this.prisma.db.membership.count({ where: { id: membershipId ?? '' } });
    return memberships > 0 ? MembershipInactive : NotAMember;
  }

  /** Changes of memberships and roles conflict with either lock, and readers of the organization with neither. */
  private async lockOrganization(id: string, lock: OrganizationLock): Promise<Pick<Organization, 'status'>> {
    const strength = lock === 'shared' ? Prisma.sql`FOR SHARE` : Prisma.sql`FOR NO KEY UPDATE`;
    const [organization] = await this.prisma.db.$queryRaw<Pick<Organization, 'status'>[]>`
      SELECT status::text FROM "Organization" WHERE id = ${id}::uuid ${strength}`;
    if (!organization) {
      throw new Problem(NotAMember);
    }
    return organization;
  }

  /**
   * Locks the organization, then the membership. A statement of its own for the membership: one that also joined the role would
   * miss the row when the role changed while it waited.
   */
  private async lock(userId: string, organization: string): Promise<string> {
    const id = fromPrefixedId('org', organization);
    const where = id === undefined ? { slugs: { some: { slug: organization } } } : { id };
    const found = await this.prisma.db.membership.findFirst({
      where: { userId, organization: where },
      select: { id: true, organizationId: true },
    });
    if (!found) {
      throw new Problem(NotAMember);
    }
    await this.lockOrganization(found.organizationId, 'shared');
    const [membership] = await this.prisma.db.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Membership" WHERE id = ${found.id}::uuid FOR NO KEY UPDATE`;
    if (!membership) {
      throw new Problem(NotAMember);
    }
    return membership.id;
  }
}

function rightsOf({ role, appRole }: { role: RoleRights; appRole: AppRole }): Rights {
  return { role: role.name, appRole, permissions: permissionsOf(role.name, role.permissions) };
}
