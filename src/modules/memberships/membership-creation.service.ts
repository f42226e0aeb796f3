import { Injectable } from '@nestjs/common';
import type { Principal } from '../../access/principal.js';
import type { AppRole } from '../../access/roles.js';
import { lockUser } from '../../core/prisma/locks.js';
import { newId } from '../../core/ids/ids.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { AdministratorsService } from './administrators.service.js';
import { ManagementService } from './management.service.js';
import { MembershipWriterService } from './membership-writer.service.js';
import { RolesService } from '../roles/roles.service.js';

/** A new member and the roles in the organization. */
export interface NewMembership {
  readonly userId: string;
  readonly organizationId: string;
  readonly role: string;
  readonly appRole: AppRole;
  /** The member's name in this organization. Null: the user's own name. */
  readonly displayName: string | null;
}

/** Creates memberships. The calling service checks that the roles may be granted. */
@Injectable()
export class MembershipCreationService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly roles: RolesService,
    private readonly administrators: AdministratorsService,
    private readonly management: ManagementService,
    private readonly writer: MembershipWriterService,
  ) {}

  /**
   * Creates a membership, Active at once. The first organization of a user becomes the primary one. Management by
   * another organization ends: see {@link ManagementService.confine}.
   *
   * @returns the id of the membership; undefined when there is no such user, or the user is already a member
   * @throws Problem `invalid_role`; `last_organization_admin`, `last_app_admin` when the organization has no member yet
   * and the new one does not administer it; `recovery_required` as {@link ManagementService.confine}
   */
  create(by: Pick<Principal, 'kind' | 'id'>, membership: NewMembership): Promise<string | undefined> {
    return this.prisma.transaction(async () => {
      const { userId, organizationId } = membership;
      if (!(await lockUser(this.prisma, userId))) {
        return undefined;
      }
      const memberships = await this.prisma.db.membership.findMany({
        where: { userId, OR: [{ organizationId }, { isPrimary: true }] },
        select: { organizationId: true, isPrimary: true },
      });
      if (memberships.some((other) => other.organizationId === organizationId)) {
        return undefined;
      }
      const isPrimary = memberships.length === 0;
      await this.management.confine(by, userId, organizationId);
      return this.administrators.keepAdministratorDuring(by, [organizationId], () =>
        this.insert(by, membership, isPrimary),
      );
    });
  }

  private async insert(
    by: Pick<Principal, 'kind' | 'id'>,
    { role, ...membership }: NewMembership,
    isPrimary: boolean,
  ): Promise<string> {
    const id = newId();
    const given = await this.roles.find(membership.organizationId, role);
    await this.writer.create(by, [{ ...membership, id, isPrimary, role: given }]);
    return id;
  }
}
