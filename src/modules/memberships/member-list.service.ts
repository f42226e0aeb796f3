import { Injectable } from '@nestjs/common';
import { hasRights } from '../../access/authorization.js';
import type { OrganizationAccess, Principal } from '../../access/principal.js';
import { ORGANIZATION_ADMIN } from '../../access/roles.js';
import { type MarkedPage, type MarkedPageRequest, Markers } from '../../core/paging/markers.js';
import { positionOf } from '../../core/prisma/keyset.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { UserNotFound } from '../users/users.problems.js';
import {
  type ListedMember,
  listedMember,
  type MemberListFilter,
  membersAfter,
  type MemberSort,
} from './member-list.queries.js';

/** The members of an organization, as they see each other. */
@Injectable()
export class MemberListService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly markers: Markers,
  ) {}

  /**
   * Members in the order of joining or of their names. OrganizationAdmins also see sign-ins and second factors.
   *
   * @throws Problem `invalid_marker`
   */
  list(
    principal: Principal,
    organization: OrganizationAccess,
    filter: MemberListFilter,
    sort: MemberSort,
    request: MarkedPageRequest,
  ): Promise<MarkedPage<ListedMember>> {
    const { id } = organization;
    const { search, role, states } = filter;
    const name = `members of ${id} ${JSON.stringify([search, role, [...states].sort(), sort])}`;
    const isByName = sort.endsWith('displayName');
    const isNarrowed = role !== undefined || states.length > 0;
    const planned = search !== '' || (isByName && isNarrowed) ? 'anew' : 'once';
    const isAdministrator = hasRights({ role: ORGANIZATION_ADMIN }, principal.kind, organization);
    const read = async (after: string | undefined, take: number): Promise<ListedMember[]> => {
      const statement = membersAfter(id, filter, sort, after, take);
      const members = await this.prisma.list(() => this.prisma.query(statement, { planned }));
      return isAdministrator ? members : members.map(withoutAccount);
    };
    const keyOf = (member: ListedMember): string => positionOf(member.id, isByName ? member.foldedName : '');
    return this.markers.page({ name, read, keyOf }, request);
  }

  /** A member who was found before, for an OrganizationAdmin. @throws Problem `user_not_found` when the membership has ended since */
  async get(membershipId: string): Promise<ListedMember> {
    const [member] = await this.prisma.query(listedMember(membershipId));
    if (!member) {
      throw new Problem(UserNotFound);
    }
    return member;
  }
}

/** The member without what the account is protected by. */
function withoutAccount({ lastSignInAt: _time, secondFactor: _isSet, ...member }: ListedMember): ListedMember {
  return member;
}
