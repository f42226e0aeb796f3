import { Injectable } from '@nestjs/common';
import { InsufficientRole } from '../../access/access.problems.js';
import type { OrganizationAccess, Principal } from '../../access/principal.js';
import { type AppRole, ORGANIZATION_ADMIN } from '../../access/roles.js';
import type { Role } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { InvalidRole } from './roles.problems.js';

/** What somebody is to be in an organization. */
export interface Grant {
  readonly role?: string;
  readonly appRole?: AppRole;
}

/** Who gives it, and what he is there himself. */
export interface Grantor {
  readonly kind: Principal['kind'];
  readonly organization: Pick<OrganizationAccess, 'role' | 'appRole'> | null;
}

/** The roles there are, and who may give them. */
@Injectable()
export class RolesService {
  constructor(private readonly prisma: PrismaService) {}

  /**
   * The role of that name in the organization. A built-in role stands above one of the organization's own with the same
   * name, so that nothing an organization names can be mistaken for what the built-in one may do.
   *
   * @throws Problem `invalid_role`
   */
  async find(organizationId: string, name: string): Promise<Role> {
    const role = await this.prisma.db.role.findFirst({
      where: { name, OR: [{ organizationId: null }, { organizationId }] },
      orderBy: { organizationId: { sort: 'asc', nulls: 'first' } },
    });
    if (!role) {
      throw new Problem(InvalidRole);
    }
    return role;
  }

  /**
   * Nobody gives what he does not have. An OrganizationAdmin has every role, but an app role is another thing: as an
   * AppMember he cannot make an AppAdmin and act through it. Root may give everything.
   *
   * @throws Problem `insufficient_role`
   */
  requireMayGrant({ kind, organization }: Grantor, { role, appRole }: Grant): void {
    const mayRole = role === undefined || organization?.role === ORGANIZATION_ADMIN || organization?.role === role;
    const mayAppRole = appRole !== 'AppAdmin' || organization?.appRole === 'AppAdmin';
    if (kind !== 'root' && !(mayRole && mayAppRole)) {
      throw new Problem(InsufficientRole);
    }
  }

  /**
   * Nobody takes anything from who stands above him: what an OrganizationAdmin is, only another one or root changes.
   *
   * @param role of him whose place is changed
   * @throws Problem `insufficient_role`
   */
  requireMayTake({ kind, organization }: Grantor, role: string): void {
    if (kind !== 'root' && role === ORGANIZATION_ADMIN && organization?.role !== ORGANIZATION_ADMIN) {
      throw new Problem(InsufficientRole);
    }
  }
}
