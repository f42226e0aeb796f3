import { Injectable } from '@nestjs/common';
import { MembershipInactive, NotAMember, OrganizationArchived } from '../../access/access.problems.js';
import type { Principal } from '../../access/principal.js';
import { type AppRole, type OrganizationRole, permissionsOf } from '../../access/roles.js';
import type { Scope } from '../../access/scopes.js';
import { unauthenticated } from '../../access/session.guard.js';
import { lockUser } from '../../access/user-lock.js';
import { fromPrefixedId } from '../../core/ids/prefixed-id.js';
import { Prisma } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import type { Grantor, RoleRights } from './roles.service.js';

/** What a person is in one organization. */
export interface Standing {
  readonly membershipId: string;
  readonly organizationId: string;
  readonly role: OrganizationRole;
  readonly appRole: AppRole;
  readonly permissions: readonly Scope[];
}

/** Of a membership or a service account: what rights come of. */
const RIGHTS = { appRole: true, role: { select: { name: true, permissions: true } } } as const;

/** As much of it as it takes to sit down there. */
export type Seat = Pick<Standing, 'membershipId' | 'organizationId' | 'role'>;

/** Knows what somebody is in an organization: now, where the request is about it, or at all, where it is about another. */
@Injectable()
export class StandingService {
  constructor(private readonly prisma: PrismaService) {}

  /**
   * The caller as he is now, and not as he was when his request came in. Under the lock of the organization he stays so until
   * the running transaction ends. Without an organization: he is nobody there any more.
   */
  async now({ kind, id, organization }: Principal): Promise<Grantor> {
    switch (kind) {
      case 'root':
        return { kind, organization };
      case 'serviceAccount':
        return { kind, organization: await this.ofServiceAccount(id) };
      case 'user': {
        const { membershipId } = organization ?? {};
        return {
          kind,
          organization: organization && membershipId ? await this.of(membershipId, organization.id) : null,
        };
      }
    }
  }

  /** What an active member is. Null: he is none any more, or inactive. */
  async of(membershipId: string, organizationId: string): Promise<Grantor['organization']> {
    const membership = await this.prisma.db.membership.findFirst({
      where: { id: membershipId, organizationId, state: 'Active' },
      select: RIGHTS,
    });
    return membership && rightsOf(membership);
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

  /** Service accounts change without the lock of the organization, so the row is held. */
  private async ofServiceAccount(id: string): Promise<Grantor['organization']> {
    await this.prisma.db.$queryRaw`SELECT id FROM "ServiceAccount" WHERE id = ${id}::uuid FOR SHARE`;
    const account = await this.prisma.db.serviceAccount.findUnique({ where: { id }, select: RIGHTS });
    return account && rightsOf(account);
  }

  /** A statement of its own: one that also joined the role would miss the row when the role changed while it waited. */
  private async lock(userId: string, organization: string): Promise<string> {
    const organizationId = fromPrefixedId('org', organization);
    const isTheOne =
      organizationId === undefined
        ? Prisma.sql`= (SELECT "organizationId" FROM "OrganizationSlug" WHERE slug = ${organization})`
        : Prisma.sql`= ${organizationId}::uuid`;
    const [membership] = await this.prisma.db.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Membership" WHERE "userId" = ${userId}::uuid AND "organizationId" ${isTheOne}
      FOR NO KEY UPDATE`;
    if (!membership) {
      throw new Problem(NotAMember);
    }
    return membership.id;
  }
}

function rightsOf({ role, appRole }: { role: RoleRights; appRole: AppRole }): Grantor['organization'] {
  return { role: role.name, appRole, permissions: permissionsOf(role.name, role.permissions) };
}
