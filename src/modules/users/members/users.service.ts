import { Injectable } from '@nestjs/common';
import { InsufficientRole } from '../../../access/access.problems.js';
import { requireRights } from '../../../access/authorization.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { ORGANIZATION_ADMIN } from '../../../access/roles.js';
import { isId } from '../../../core/ids/ids.js';
import { parseSort } from '../../../core/paging/sort.js';
import { type MarkedPage, type MarkedPageRequest, Markers } from '../../../core/paging/markers.js';
import { positionOf } from '../../../core/prisma/keyset.js';
import { PrismaService } from '../../../core/prisma/prisma.service.js';
import { Problem } from '../../../core/problems/problem.js';
import { UserNotFound } from '../users.problems.js';
import {
  type ListedUser,
  type OrganizationUser,
  userById,
  type UserFilter,
  usersAfter,
  type UserSort,
} from './users.queries.js';

/** The accounts of an organization's members. */
@Injectable()
export class UsersService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly markers: Markers,
  ) {}

  /**
   * The accounts of members, inactive ones too.
   *
   * @throws Problem `insufficient_role` when a caller who is not OrganizationAdmin asks for second factors; `invalid_marker`
   */
  async list(
    principal: Principal,
    organization: OrganizationAccess,
    filter: UserFilter,
    sort: UserSort,
    request: MarkedPageRequest,
  ): Promise<MarkedPage<ListedUser>> {
    const { search, statuses, secondFactor } = filter;
    if (secondFactor !== undefined) {
      requireRights({ role: ORGANIZATION_ADMIN }, principal.kind, organization);
    }
    const { id: organizationId } = organization;
    const narrowed = JSON.stringify([search, [...statuses].sort(), secondFactor, sort]);
    const isNarrowed = search !== '' || statuses.length > 0 || secondFactor !== undefined;
    const planned = isNarrowed ? 'anew' : 'once';
    const read = (after: string | undefined, take: number): Promise<ListedUser[]> =>
      this.prisma.list(() => this.prisma.query(usersAfter(organizationId, filter, sort, after, take), { planned }));
    return this.markers.page({ name: `users of ${organizationId} ${narrowed}`, read, keyOf: keyIn(sort) }, request);
  }

  /**
   * One account, for those whose role permits reading the organization's users and for its owner.
   *
   * @throws Problem `insufficient_role` for other callers, whether or not there is such a user; `user_not_found`
   */
  async describe(principal: Principal, organization: OrganizationAccess, userId: string): Promise<OrganizationUser> {
    if (!organization.permissions.includes('users:read') && userId !== principal.id) {
      throw new Problem(InsufficientRole);
    }
    return this.get(organization, userId);
  }

  /** @throws Problem `user_not_found` also for a user of another organization */
  async get(organization: OrganizationAccess, userId: string): Promise<OrganizationUser> {
    const [user] = isId(userId) ? await this.prisma.query(userById(organization.id, userId)) : [];
    if (!user) {
      throw new Problem(UserNotFound);
    }
    return user;
  }
}

function keyIn(sort: UserSort): (user: ListedUser) => string {
  switch (parseSort(sort).key) {
    case 'joinedAt':
      return ({ membershipId }) => positionOf(membershipId);
    case 'createdAt':
      return ({ id }) => positionOf(id);
    case 'displayName':
      return ({ membershipId, foldedName }) => positionOf(membershipId, foldedName);
  }
}
