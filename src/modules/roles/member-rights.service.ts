import { Injectable } from '@nestjs/common';
import {
  MembershipInactive,
  NotAMember,
  OrganizationArchived,
  OrganizationRequired,
} from '../../access/access.problems.js';
import { requireRights } from '../../access/authorization.js';
import { CallerCheck } from '../../access/caller-check.js';
import type { OrganizationAccess, Principal, Rights } from '../../access/principal.js';
import { type AppRole, type OrganizationRole, permissionsOf } from '../../access/roles.js';
import { fromPrefixedId } from '../../core/ids/prefixed-id.js';
import { lockOrganizations } from '../../core/prisma/locks.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem, type ProblemType } from '../../core/problems/problem.js';
import type { GrantedRole } from '../../access/granting.js';

/** The rights of a member in one organization, as they were read under its lock. */
export interface MemberRights extends Rights {
  readonly membershipId: string;
  readonly organizationId: string;
  readonly role: OrganizationRole;
  readonly appRole: AppRole;
}

/** The properties of a membership or a service account that decide its rights. */
const RIGHTS = { appRole: true, role: { select: { name: true, permissions: true } } } as const;

/** A caller in an organization, with the rights that they have there now. */
type InOrganization = Principal & { readonly organization: OrganizationAccess };

/** Knows what a person or a caller is in an organization now. */
@Injectable()
export class MemberRightsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly callers: CallerCheck,
  ) {}

  /**
   * Requires again what the route required of the caller (accounts.md rule 8). It locks the organization, as every change of a
   * membership, a role, a service account or the organization does, and the caller's credential: the caller keeps both until the
   * running transaction ends. Lock order: see `locks.ts`.
   *
   * @returns the caller with the rights that they have now
   * @throws Problem `unauthenticated` when the credential ended; `insufficient_role`, `not_a_member`, `membership_inactive`,
   *   `organization_archived`
   */
  async requireStill<P extends Principal>(
    principal: P,
    lock: 'share' | 'change' = 'share',
  ): Promise<P & { readonly organization: OrganizationAccess }> {
    const { kind, organization, requirements } = principal;
    if (!organization) {
      throw new Problem(OrganizationRequired);
    }
    const [locked] = await lockOrganizations(this.prisma, [organization.id], lock);
    if (!locked) {
      throw new Problem(NotAMember);
    }
    await this.callers.requireCredential(principal);
    if (locked.status === 'archived' && !requirements.whileArchived) {
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
   * Locks the organization, and with it what the person is there.
   *
   * @param organizationName slug, present or former, or id
   * @throws Problem `not_a_member`, also when there is no such organization; `membership_inactive`, `organization_archived`
   */
  async lockNamed(userId: string, organizationName: string): Promise<MemberRights> {
    const id = fromPrefixedId('org', organizationName);
    const organization = id === undefined ? { slugs: { some: { slug: organizationName } } } : { id };
    const where = { userId, organization };
    const found = await this.prisma.db.membership.findFirst({ where, select: { organizationId: true } });
    await lockOrganizations(this.prisma, found ? [found.organizationId] : [], 'share');
    const membership = await this.prisma.db.membership.findFirst({
      where,
      select: { id: true, organizationId: true, state: true, organization: { select: { status: true } }, ...RIGHTS },
    });
    if (!membership) {
      throw new Problem(NotAMember);
    }
    if (membership.state === 'Inactive') {
      throw new Problem(MembershipInactive);
    }
    if (membership.organization.status === 'archived') {
      throw new Problem(OrganizationArchived);
    }
    return { membershipId: membership.id, organizationId: membership.organizationId, ...rightsOf(membership) };
  }

  /**
   * Locks the organization, and with it the person's membership, for a person who can work there.
   *
   * @throws Problem `not_a_member` for every reason there is; it does not reveal whether the organization exists
   */
  async lockActive(userId: string, organizationId: string): Promise<MemberRights> {
    await lockOrganizations(this.prisma, [organizationId], 'share');
    const membership = await this.prisma.db.membership.findFirst({
      where: { userId, organizationId, state: 'Active', organization: { status: 'active' } },
      select: { id: true, organizationId: true, ...RIGHTS },
    });
    if (!membership) {
      throw new Problem(NotAMember);
    }
    return { membershipId: membership.id, organizationId: membership.organizationId, ...rightsOf(membership) };
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

  /** The reason why a caller who was an active member no longer is one. */
  private async whyNot({ membershipId }: OrganizationAccess): Promise<ProblemType> {
    const memberships = await this.prisma.db.membership.count({ where: { id: membershipId ?? '' } });
    return memberships > 0 ? MembershipInactive : NotAMember;
  }
}

function rightsOf({
  role,
  appRole,
}: {
  role: GrantedRole;
  appRole: AppRole;
}): Pick<MemberRights, 'role' | 'appRole' | 'permissions'> {
  return { role: role.name, appRole, permissions: permissionsOf(role.name, role.permissions) };
}
