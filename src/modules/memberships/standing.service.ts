import { Injectable } from '@nestjs/common';
import { MembershipInactive, NotAMember } from '../../access/access.problems.js';
import { type AppRole, type OrganizationRole, permissionsOf } from '../../access/roles.js';
import type { Scope } from '../../access/scopes.js';
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

/** Knows what a person is in an organization other than the one his request is about. */
@Injectable()
export class StandingService {
  constructor(private readonly prisma: PrismaService) {}

  /**
   * What the person is in the organization, held so until the running transaction ends.
   *
   * @param organization slug, present or former, or id
   * @throws Problem `not_a_member`, also when there is no such organization; `membership_inactive`
   */
  async hold(userId: string, organization: string): Promise<Standing> {
    const id = await this.lock(userId, organization);
    const { organizationId, role, appRole, state } = await this.prisma.db.membership.findUniqueOrThrow({
      where: { id },
      select: { organizationId: true, role: { select: { name: true, permissions: true } }, appRole: true, state: true },
    });
    if (state === 'Inactive') {
      throw new Problem(MembershipInactive);
    }
    const permissions = permissionsOf(role.name, role.permissions);
    return { membershipId: id, organizationId, role: role.name, appRole, permissions };
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
