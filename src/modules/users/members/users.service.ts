import { Injectable } from '@nestjs/common';
import { InsufficientRole } from '../../../access/access.problems.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { isId } from '../../../core/ids/ids.js';
import { type MarkedPage, type MarkedPageRequest, Markers } from '../../../core/paging/markers.js';
import { PrismaService } from '../../../core/prisma/prisma.service.js';
import { Problem } from '../../../core/problems/problem.js';
import { UserNotFound } from '../users.problems.js';
import { type OrganizationUser, userById, usersAfter } from './users.queries.js';

/** The accounts of an organization's members. */
@Injectable()
export class UsersService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly markers: Markers,
  ) {}

  /** The accounts of all members, inactive ones too, in the order they joined. */
  list({ id: organizationId }: OrganizationAccess, request: MarkedPageRequest): Promise<MarkedPage<OrganizationUser>> {
    const read = (after: string | undefined, take: number): Promise<OrganizationUser[]> =>
      this.prisma.query(usersAfter(organizationId, after, take));
    return this.markers.page(
      { name: `users of ${organizationId}`, read, keyOf: ({ membershipId }) => membershipId },
      request,
    );
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
