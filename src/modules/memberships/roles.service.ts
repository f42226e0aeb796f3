import { Injectable } from '@nestjs/common';
import { message } from '../../core/i18n/message.js';
import { Prisma, type Role } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { inputProblem } from '../../core/validation/input-errors.js';
import type { RoleRights } from '../../access/granting.js';
import { InvalidRole } from './roles.problems.js';

/** A role that is about to be given. */
export type GivenRole = RoleRights & Pick<Role, 'id'>;

/** The roles there are. `access/granting.ts` decides who may give them. */
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

  /** Locked against deletion and another name: otherwise a role could go between being found and being given. */
  private async hold(organizationId: string, isTheOne: Prisma.Sql): Promise<GivenRole | undefined> {
    const [role] = await this.prisma.db.$queryRaw<GivenRole[]>`
      SELECT id, name, coalesce(permissions, '{}') AS permissions FROM "Role"
      WHERE ${isTheOne} AND ("organizationId" IS NULL OR "organizationId" = ${organizationId}::uuid)
      ORDER BY "organizationId" NULLS FIRST LIMIT 1
      FOR KEY SHARE`;
    return role;
  }
}
