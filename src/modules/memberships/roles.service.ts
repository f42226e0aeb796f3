import { Injectable } from '@nestjs/common';
import { InsufficientRole } from '../../access/access.problems.js';
import type { OrganizationAccess, Principal } from '../../access/principal.js';
import { type AppRole, ORGANIZATION_ADMIN } from '../../access/roles.js';
import { message } from '../../core/i18n/message.js';
import { Prisma, type Role } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { inputProblem } from '../../core/validation/input-errors.js';
import { InvalidRole } from './roles.problems.js';

/** What a role is as far as rights go. */
export type RoleRights = Pick<Role, 'name' | 'permissions'>;

/** A role that is about to be given. */
export type GivenRole = RoleRights & Pick<Role, 'id'>;

/** What somebody is to be in an organization. */
export interface Grant {
  readonly role?: RoleRights;
  readonly appRole?: AppRole;
}

/** Who gives it, and what he is there himself. */
export interface Grantor {
  readonly kind: Principal['kind'];
  readonly organization: Pick<OrganizationAccess, 'role' | 'appRole' | 'permissions'> | null;
}

/** The roles there are, and who may give them. */
@Injectable()
export class RolesService {
  constructor(private readonly prisma: PrismaService) {}

  /**
   * The role of that name in the organization, which stays until the running transaction ends. A built-in role stands above
   * one of the organization's own with the same name, so that nothing an organization names can be mistaken for what the
   * built-in one may do.
   *
   * @throws Problem `invalid_role`
   */
  async find(organizationId: string, name: string): Promise<GivenRole> {
    const role = await this.hold(organizationId, Prisma.sql`name = ${name}`);
    if (!role) {
      throw new Problem(InvalidRole);
    }
    return role;
  }

  /**
   * The role with that id, built-in or the organization's own, which keeps its name and stays until the running transaction
   * ends. Undefined: there is none, also for a role of another organization.
   */
  holdById(organizationId: string, id: string): Promise<GivenRole | undefined> {
    return this.hold(organizationId, Prisma.sql`id = ${id}::uuid`);
  }

  /**
   * As {@link holdById}.
   *
   * @param pointer where the body names it
   * @throws Problem `validation_failed` also for a role of another organization
   */
  async findById(organizationId: string, id: string, pointer: string): Promise<GivenRole> {
    const role = await this.holdById(organizationId, id);
    if (!role) {
      throw inputProblem([{ pointer, code: 'is_role', detail: message('input.role') }]);
    }
    return role;
  }

  /**
   * Nobody gives what he does not have: a role that permits more than his own, or OrganizationAdmin unless he is it. An app
   * role is another thing: as an AppMember even an OrganizationAdmin cannot make an AppAdmin and act through it. Root may
   * give everything.
   *
   * @throws Problem `insufficient_role`
   */
  requireMayGrant(grantor: Grantor, grant: Grant): void {
    if (!this.mayGrant(grantor, grant)) {
      throw new Problem(InsufficientRole);
    }
  }

  /** Whether {@link requireMayGrant} lets it through. */
  mayGrant({ kind, organization }: Grantor, { role, appRole }: Grant): boolean {
    const mayRole = role === undefined || organization?.role === ORGANIZATION_ADMIN || isWithin(role, organization);
    const mayAppRole = appRole !== 'AppAdmin' || organization?.appRole === 'AppAdmin';
    return kind === 'root' || (mayRole && mayAppRole);
  }

  /**
   * Nobody takes anything from who stands above him: what somebody is, only they change who could give it.
   *
   * @param role of him whose place is changed
   * @throws Problem `insufficient_role`
   */
  requireMayTake(grantor: Grantor, role: RoleRights): void {
    this.requireMayGrant(grantor, { role });
  }

  /** Locked against deletion and another name: otherwise a role could go between being found and being given. */
  private async hold(organizationId: string, isTheOne: Prisma.Sql): Promise<GivenRole | undefined> {
    const [role] = await this.prisma.db.$queryRaw<GivenRole[]>`
      SELECT id, name, permissions FROM "Role"
      WHERE ${isTheOne} AND ("organizationId" IS NULL OR "organizationId" = ${organizationId}::uuid)
      ORDER BY "organizationId" NULLS FIRST LIMIT 1
      FOR KEY SHARE`;
    return role;
  }
}

function isWithin({ name, permissions }: RoleRights, holder: Grantor['organization']): boolean {
  const held: readonly string[] = holder?.permissions ?? [];
  return name !== ORGANIZATION_ADMIN && permissions.every((permission) => held.includes(permission));
}
