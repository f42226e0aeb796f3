import { Injectable } from '@nestjs/common';
import { message } from '../../core/i18n/message.js';
import type { Role } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { inputProblem } from '../../core/validation/input-errors.js';
import { InvalidRole } from './roles.problems.js';

/**
 * The roles of organizations. `access/granting.ts` decides whether a caller may grant them. A role changes under the
 * lock of its organization, so it stays as it is for a caller who has locked that.
 */
@Injectable()
export class RolesService {
  constructor(private readonly prisma: PrismaService) {}

  /**
   * The role of that name in the organization. A built-in role wins over one of the organization's own with the same name, so that
   * no own role can be mistaken for a built-in one.
   *
   * @throws Problem `invalid_role`
   */
  async find(organizationId: string, name: string): Promise<Role> {
    const role = await this.first(organizationId, { name });
    if (!role) {
      throw new Problem(InvalidRole);
    }
    return role;
  }

  /**
   * The role with that id, built-in or the organization's own. Undefined: there is none, also for a role of another organization.
   */
  get(organizationId: string, id: string): Promise<Role | undefined> {
    return this.first(organizationId, { id });
  }

  /**
   * As {@link get}.
   *
   * @param pointer where the body names it
   * @throws Problem `validation_failed` also for a role of another organization
   */
  async findById(organizationId: string, id: string, pointer: string): Promise<Role> {
    const role = await this.get(organizationId, id);
    if (!role) {
      throw inputProblem([{ pointer, code: 'is_role', detail: message('input.role') }]);
    }
    return role;
  }

  private async first(organizationId: string, where: { id: string } | { name: string }): Promise<Role | undefined> {
    const role = await this.prisma.db.role.findFirst({
      where: { ...where, OR: [{ organizationId: null }, { organizationId }] },
      orderBy: { organizationId: { sort: 'asc', nulls: 'first' } },
    });
    return role ?? undefined;
  }
}
