import { Injectable } from '@nestjs/common';
import { changedBy } from '../../access/authorship.js';
import type { Principal } from '../../access/principal.js';
import { changesBetween } from '../../core/changes/changes.js';
import { lockOrganizations } from '../../core/prisma/locks.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem, type ProblemType } from '../../core/problems/problem.js';
import { AuditService } from '../audit/audit.service.js';
import { LastAppAdmin, LastOrganizationAdmin } from './administrators.problems.js';
import { type Left, membersLeft } from './administrators.queries.js';

/**
 * Ensures that every organization with members has at least one Active AppAdmin and one Active OrganizationAdmin. An
 * organization whose last member left is archived. Every path that could take one away runs inside {@link keepAdministratorDuring}.
 */
@Injectable()
export class AdministratorsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Makes a change of memberships and checks the invariant: the organizations are locked before the change, so that two
   * such changes follow each other, and checked after it.
   *
   * @param by the author of the change, and of the archiving of organizations that it leaves empty
   * @param first the problem that is thrown when both administrators would be lost: the one of the caller's contract
   * @throws Problem `last_organization_admin`, `last_app_admin`; nothing is changed then
   */
  keepAdministratorDuring<T>(
    by: Pick<Principal, 'kind' | 'id'>,
    organizationIds: readonly string[],
    change: () => Promise<T>,
    first: ProblemType = LastOrganizationAdmin,
  ): Promise<T> {
    return this.prisma.transaction(async () => {
      await lockOrganizations(this.prisma, organizationIds);
      const result = await change();
      for (const id of organizationIds) {
        await this.requireKept(by, id, first);
      }
      return result;
    });
  }

  /** Whether an active OrganizationAdmin is left. */
  async hasAdministrator(organizationId: string): Promise<boolean> {
    return (await this.left(organizationId))?.admin ?? false;
  }

  private async requireKept(
    by: Pick<Principal, 'kind' | 'id'>,
    organizationId: string,
    first: ProblemType,
  ): Promise<void> {
    const left = await this.left(organizationId);
    if (!left?.members) {
      await this.archive(by, organizationId);
      return;
    }
    const lost = [...(left.admin ? [] : [LastOrganizationAdmin]), ...(left.appAdmin ? [] : [LastAppAdmin])];
    const told = lost.find((problem) => problem === first) ?? lost[0];
    if (told) {
      throw new Problem(told);
    }
  }

  private async left(organizationId: string): Promise<Left | undefined> {
    const [left] = await this.prisma.query(membersLeft(organizationId));
    return left;
  }

  private async archive(by: Pick<Principal, 'kind' | 'id'>, id: string): Promise<void> {
    const { count } = await this.prisma.db.organization.updateMany({
      where: { id, status: 'active' },
      data: { status: 'archived', ...changedBy(by) },
    });
    if (count > 0) {
      await this.audit.record({
        action: 'organization.archived',
        actor: by,
        target: id,
        organizationId: id,
        changes: changesBetween({ status: 'active' }, { status: 'archived' }),
      });
    }
  }
}
