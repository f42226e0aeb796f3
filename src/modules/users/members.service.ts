import { Injectable } from '@nestjs/common';
import type { OrganizationAccess } from '../../access/principal.js';
import { numberedPage, type Page, type PageRequest } from '../../core/paging/page.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { SharedRead } from '../../core/prisma/shared-read.js';
import { Problem } from '../../core/problems/problem.js';
import {
  isMember,
  type Member,
  memberById,
  type MemberFilter,
  memberPage,
  type MemberRow,
  membersByIds,
} from './members.queries.js';
import { UserNotFound } from './users.problems.js';

/** The members of an organization, as those who administer it see them. */
@Injectable()
export class MembersService {
  constructor(private readonly prisma: PrismaService) {}

  private readonly callers = new SharedRead(async (ids: readonly string[]) => {
    const members = await this.prisma.query<Member>(membersByIds(ids));
    const byId = new Map(members.map((member) => [member.id, member]));
    return ids.map((id) => byId.get(id));
  });

  /** Members in the order of their creation. A page past the end is empty. */
  async list(
    organization: OrganizationAccess,
    filter: Omit<MemberFilter, 'organizationId'>,
    request: PageRequest,
  ): Promise<Page<Member>> {
    const all = { ...filter, organizationId: organization.id };
    const offset = (request.page - 1) * request.pageSize;
    const rows = await this.prisma.query<MemberRow>(memberPage(all, request.pageSize, offset));
    return numberedPage(rows.filter(isMember), rows[0]?.total ?? 0, request);
  }

  /** The caller as a member. @throws Problem `user_not_found` when he is none: a service account or root */
  async me({ membershipId }: OrganizationAccess): Promise<Member> {
    const member = membershipId === null ? undefined : await this.callers.get(membershipId);
    if (!member) {
      throw new Problem(UserNotFound);
    }
    return member;
  }

  /** @throws Problem `user_not_found` also for a member of another organization */
  async get(organization: OrganizationAccess, membershipId: string | undefined): Promise<Member> {
    const [member] = membershipId ? await this.prisma.query<Member>(memberById(organization.id, membershipId)) : [];
    if (!member) {
      throw new Problem(UserNotFound);
    }
    return member;
  }
}
