import { Injectable } from '@nestjs/common';
import { NotAMember } from '../../access/access.problems.js';
import type { UserPrincipal } from '../../access/principal.js';
import type { Prisma } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { SessionsService } from '../sessions/sessions.service.js';

/** A membership with its organization and the name of its role. */
export type MembershipOfUser = Prisma.MembershipGetPayload<{
  include: { organization: true; role: { select: { name: true } } };
}>;

/** Who belongs where. */
@Injectable()
export class MembershipsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * The person's memberships: the primary one first, then as he joined. An API key sees the one of its organization.
   *
   * @param only leaves out those that are not Active
   */
  listMine(principal: UserPrincipal, only: { active: boolean } = { active: false }): Promise<MembershipOfUser[]> {
    return this.prisma.db.membership.findMany({
      where: {
        userId: principal.id,
        ...(principal.apiKey && { organizationId: principal.organization?.id ?? '' }),
        ...(only.active && { state: 'Active' }),
      },
      include: { organization: true, role: { select: { name: true } } },
      orderBy: [{ isPrimary: 'desc' }, { id: 'asc' }],
    });
  }

  /** The membership with that id, which was found already. */
  get(id: string): Promise<MembershipOfUser> {
    return this.prisma.db.membership.findUniqueOrThrow({
      where: { id },
      include: { organization: true, role: { select: { name: true } } },
    });
  }

  /**
   * Makes an organization the active one of the caller's session.
   *
   * @returns the caller's role there
   * @throws Problem `not_a_member` unless he is an active member; whether the organization exists stays unsaid
   */
  async switchTo(principal: UserPrincipal, organizationId: string): Promise<{ organizationId: string; role: string }> {
    const membership = await this.prisma.db.membership.findFirst({
      where: { userId: principal.id, organizationId, state: 'Active' },
      select: { organizationId: true, role: { select: { name: true } } },
    });
    if (!membership) {
      throw new Problem(NotAMember);
    }
    await this.sessions.switchOrganization(principal.id, principal.session?.id ?? '', organizationId);
    return { organizationId: membership.organizationId, role: membership.role.name };
  }
}
