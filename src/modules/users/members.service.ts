import { Injectable } from '@nestjs/common';
import { NotAMember } from '../../access/access.problems.js';
import type { OrganizationAccess } from '../../access/principal.js';
import { numberedPage, type Page, type PageRequest } from '../../core/paging/page.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { SharedRead } from '../../core/prisma/shared-read.js';
import { Problem } from '../../core/problems/problem.js';
import { MatchCounts } from './members/match-counts.js';
import {
  countFound,
  isMember,
  type Member,
  memberById,
  type MemberFilter,
  memberPage,
  memberPageFromEnd,
  type MemberSort,
  membersByIds,
  membersFound,
  memberTotal,
} from './members/members.queries.js';
import { UserNotFound } from './users.problems.js';

/**
 * Members to skip from which on it pays to ask first from which end there are fewer. Skipping is an index scan: 0.1 s a million,
 * so at most half of that, in the middle.
 */
const FAR = 10_000;

/** The members of an organization, from the view of its administrators. */
@Injectable()
export class MembersService {
  constructor(private readonly prisma: PrismaService) {}

  private readonly counts = new MatchCounts();

  private readonly callers = new SharedRead(async (ids: readonly string[]) => {
    const members = await this.prisma.query(membersByIds(ids));
    const byId = new Map(members.map((member) => [member.id, member]));
    return ids.map((id) => byId.get(id));
  });

  /** Members in the order of their creation or of their names. A page past the end is empty. */
  list(
    organization: OrganizationAccess,
    filter: Omit<MemberFilter, 'organizationId'>,
    sort: MemberSort,
    request: PageRequest,
  ): Promise<Page<Member>> {
    const all = { ...filter, organizationId: organization.id };
    return this.prisma.list(() =>
      filter.search === '' ? this.everyone(all, sort, request) : this.found(all, sort, request),
    );
  }

  private async everyone(filter: MemberFilter, sort: MemberSort, request: PageRequest): Promise<Page<Member>> {
    const offset = (request.page - 1) * request.pageSize;
    const statement = (await this.isNearerToTheEnd(filter, offset)) ? memberPageFromEnd : memberPage;
    const planned = sort.endsWith('name') && filter.states.length > 0 ? 'anew' : 'once';
    const rows = await this.prisma.query(statement(filter, { sort, size: request.pageSize, offset }), { planned });
    return numberedPage(rows.filter(isMember), rows[0]?.total ?? 0, request);
  }

  /** Only asked of far pages: the near ones, which are nearly all, cost one statement. */
  private async isNearerToTheEnd(filter: MemberFilter, offset: number): Promise<boolean> {
    if (offset < FAR) {
      return false;
    }
    const [row] = await this.prisma.query(memberTotal(filter));
    return offset * 2 > (row?.total ?? 0);
  }

  /** A page that is not full shows by itself how many there are. */
  private async found(filter: MemberFilter, sort: MemberSort, request: PageRequest): Promise<Page<Member>> {
    const { page, pageSize } = request;
    const offset = (page - 1) * pageSize;
    const slice = { sort, size: pageSize + 1, offset };
    const rows = await this.prisma.query(membersFound(filter, slice), { planned: 'anew' });
    const isLast = rows.length <= pageSize && (rows.length > 0 || page === 1);
    const total = isLast ? offset + rows.length : await this.count(filter);
    return numberedPage(rows.slice(0, pageSize), total, request);
  }

  private count(filter: MemberFilter): Promise<number> {
    return this.counts.get(JSON.stringify(filter), async () => {
      const [row] = await this.prisma.query(countFound(filter), { planned: 'anew' });
      return row?.total ?? 0;
    });
  }

  /** The caller as a member. @throws Problem `not_a_member` when the caller is not a member, or no longer */
  async me({ membershipId }: OrganizationAccess): Promise<Member> {
    const member = membershipId === null ? undefined : await this.callers.get(membershipId);
    if (!member) {
      throw new Problem(NotAMember);
    }
    return member;
  }

  /** @throws Problem `user_not_found` also for a member of another organization */
  async get(organization: OrganizationAccess, membershipId: string | undefined): Promise<Member> {
    const [member] = membershipId ? await this.prisma.query(memberById(organization.id, membershipId)) : [];
    if (!member) {
      throw new Problem(UserNotFound);
    }
    return member;
  }
}
