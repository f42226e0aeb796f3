import { Injectable } from '@nestjs/common';
import { InsufficientRole } from '../../access/access.problems.js';
import type { OrganizationAccess, Principal } from '../../access/principal.js';
import { message } from '../../core/i18n/message.js';
import { isId } from '../../core/ids/ids.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { FactorsService } from '../sessions/factors.service.js';
import { PasswordService } from '../sessions/password.service.js';
import { AccountNotManaged, UserNotFound } from './users.problems.js';

/**
 * What an organization may do to the accounts it created, and to no others: otherwise inviting a stranger and resetting his
 * password would take his account over.
 */
@Injectable()
export class ManagedAccountsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly passwords: PasswordService,
    private readonly factors: FactorsService,
  ) {}

  /** @returns a temporary password. @throws Problem `user_not_found`, `account_not_managed` */
  async resetPassword(principal: Principal, organization: OrganizationAccess, userId: string): Promise<string> {
    await this.requireManaged(principal, organization, userId);
    return this.passwords.setTemporary(principal, userId);
  }

  /** @throws Problem `user_not_found`, `account_not_managed` */
  async resetFactors(principal: Principal, organization: OrganizationAccess, userId: string): Promise<void> {
    await this.requireManaged(principal, organization, userId);
    await this.factors.reset(principal, userId);
  }

  /** @throws Problem `account_not_managed`, `insufficient_role` for the caller's own account, or `user_not_found` also for a user of another organization */
  private async requireManaged(principal: Principal, organization: OrganizationAccess, userId: string): Promise<void> {
    const user = isId(userId)
      ? await this.prisma.db.user.findFirst({
          where: { id: userId, deletedAt: null, memberships: { some: { organizationId: organization.id } } },
          select: { managedById: true },
        })
      : null;
    if (!user) {
      throw new Problem(UserNotFound);
    }
    if (principal.id === userId) {
      // His own factors and password are guarded by step-up and the current password; this would lead around both.
      throw new Problem(InsufficientRole, {
        detail: message('detail.accounts_of_others'),
      });
    }
    if (user.managedById !== organization.id) {
      throw new Problem(AccountNotManaged);
    }
  }
}
