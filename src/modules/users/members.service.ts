import { Injectable } from '@nestjs/common';
import type { OrganizationAccess } from '../../access/principal.js';
import { numberedPage, type Page, type PageRequest } from '../../core/paging/page.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { type Member, memberById, type MemberFilter, memberPage, searchCount } from './members.queries.js';
import { UserNotFound } from './users.problems.js';

/** The members of an organization, as those who administer it see them. */
@Injectable()
export class MembersService {
  constructor(private readonly prisma: PrismaService) {}

  /** Members in the order of their creation. A page past the end is empty. */
  async list(
    organization: OrganizationAccess,
    filter: Omit<MemberFilter, 'organizationId'>,
    request: PageRequest,
  ): Promise<Page<Member>> {
    const all = { ...filter, organizationId: organization.id };
    const [members, total] = await Promise.all([
      this.prisma.db.$queryRaw<Member[]>(memberPage(all, request.pageSize, (request.page - 1) * request.pageSize)),
      this.count(all),
    ]);
    return numberedPage(members, total, request);
  }

  /** @throws Problem `user_not_found` also for a member of another organization */
  async get(organization: OrganizationAccess, membershipId: string | undefined): Promise<Member> {
    const [member] = membershipId
      ? await this.prisma.db.$queryRaw<Member[]>(memberById(organization.id, membershipId))
      : [];
    if (!member) {
      throw new Problem(UserNotFound);
    }
    return member;
  }

  private async count(filter: MemberFilter): Promise<number> {
    if (filter.search !== '') {
      const [counted] = await this.prisma.db.$queryRaw<{ total: number }[]>(searchCount(filter));
      return counted?.total ?? 0;
    }
    const { organizationId, states } = filter;
    const { _sum } = await this.prisma.db.memberCount.aggregate({
      where: { organizationId, ...(states.length > 0 && { state: { in: [...states] } }) },
      _sum: { total: true },
    });
    return _sum.total ?? 0;
  }
}
