import { Injectable } from '@nestjs/common';
import type { OrganizationAccess } from '../../access/principal.js';
import { type MarkedPage, type MarkedPageRequest, Markers } from '../../core/paging/markers.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { UserNotFound } from '../users/users.problems.js';
import { type ListedMember, listedMember, type MemberListFilter, membersAfter } from './member-list.queries.js';

/** The members of an organization, as they see each other. */
@Injectable()
export class MemberListService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly markers: Markers,
  ) {}

  /** Members in the order in which they joined. */
  list(
    { id }: OrganizationAccess,
    filter: MemberListFilter,
    request: MarkedPageRequest,
  ): Promise<MarkedPage<ListedMember>> {
    const { search, role, states } = filter;
    const name = `members of ${id} ${JSON.stringify([search, role, [...states].sort()])}`;
    const planned = search === '' ? 'once' : 'anew';
    const read = (after: string | undefined, take: number): Promise<ListedMember[]> =>
      this.prisma.query(membersAfter(id, filter, after, take), { planned });
    return this.markers.page({ name, read, keyOf: (member) => member.id }, request);
  }

  /** A member who was found before. @throws Problem `user_not_found` when the membership has ended since */
  async get(membershipId: string): Promise<ListedMember> {
    const [member] = await this.prisma.query(listedMember(membershipId));
    if (!member) {
      throw new Problem(UserNotFound);
    }
    return member;
  }
}
