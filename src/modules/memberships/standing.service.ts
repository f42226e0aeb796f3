import { Injectable } from '@nestjs/common';
import { MembershipInactive, NotAMember, OrganizationArchived } from '../../access/access.problems.js';
import { type AppRole, type OrganizationRole, permissionsOf } from '../../access/roles.js';
import type { Scope } from '../../access/scopes.js';
import { unauthenticated } from '../../access/session.guard.js';
import { fromPrefixedId } from '../../core/ids/prefixed-id.js';
import { Prisma } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';

/** What a person is in one organization. */
export interface Standing {
  readonly membershipId: string;
  readonly organizationId: string;
  readonly role: OrganizationRole;
  readonly appRole: AppRole;
  readonly permissions: readonly Scope[];
}

/** As much of it as it takes to sit down there. */
export type Seat = Pick<Standing, 'membershipId' | 'organizationId' | 'role'>;

/** Knows what a person is in an organization other than the one his request is about. */
@Injectable()
export class StandingService {
  constructor(private readonly prisma: PrismaService) {}

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
    const held = await this.prisma.db.$queryRaw<unknown[]>`
      SELECT id FROM "User" WHERE id = ${userId}::uuid AND "deletedAt" IS NULL FOR NO KEY UPDATE`;
    if (held.length === 0) {
      throw unauthenticated();
    }
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
