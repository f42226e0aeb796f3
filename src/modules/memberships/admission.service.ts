import { Injectable } from '@nestjs/common';
import type { Principal } from '../../access/principal.js';
import type { AppRole } from '../../access/roles.js';
import { lockUser } from '../../core/prisma/locks.js';
import { newId } from '../../core/ids/ids.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { AdministratorsService } from './administrators.service.js';
import { ManagementService } from './management.service.js';
import { MembershipWriterService } from './membership-writer.service.js';
import { RolesService } from './roles.service.js';

/** A new member and the roles in the organization. */
export interface Admission {
  readonly userId: string;
  readonly organizationId: string;
  readonly role: string;
  readonly appRole: AppRole;
  /** The member's name in this organization. Null: the user's own name. */
  readonly displayName: string | null;
}

/** Creates memberships. The calling service checks that the roles may be granted. */
@Injectable()
export class AdmissionService {
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
  admit(by: Pick<Principal, 'kind' | 'id'>, admission: Admission): Promise<string | undefined> {
    return this.prisma.transaction(async () => {
      const { userId, organizationId } = admission;
      if (!(await lockUser(this.prisma, userId))) {
        return undefined;
      }
      const memberships = await this.prisma.db.membership.findMany({
        where: { userId, OR: [{ organizationId }, { isPrimary: true }] },
        select: { organizationId: true, isPrimary: true },
      });
      if (memberships.some((membership) => membership.organizationId === organizationId)) {
        return undefined;
      }
      const isPrimary = memberships.length === 0;
      await this.management.confine(by, userId, organizationId);
      return this.administrators.whileKept(by, [organizationId], () => this.create(by, admission, isPrimary));
    });
  }

  private async create(by: Pick<Principal, 'kind' | 'id'>, admission: Admission, isPrimary: boolean): Promise<string> {
    const { userId, organizationId, role, appRole, displayName } = admission;
    const id = newId();
    const membership = { id, userId, organizationId, appRole, displayName, isPrimary };
    await this.writer.create(by, [{ ...membership, role: await this.roles.find(organizationId, role) }]);
    return id;
  }
}
