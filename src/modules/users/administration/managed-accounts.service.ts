import { Injectable } from '@nestjs/common';
import { InsufficientRole } from '../../../access/access.problems.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import type { AppRole } from '../../../access/roles.js';
import { StepUp } from '../../../access/step-up.js';
import { lockUser } from '../../../core/prisma/locks.js';
import { message } from '../../../core/i18n/message.js';
import { isId } from '../../../core/ids/ids.js';
import { PrismaService } from '../../../core/prisma/prisma.service.js';
import { Problem } from '../../../core/problems/problem.js';
import { AccountDeletionService } from '../../account-deletion/account-deletion.service.js';
import { EmailsService } from '../../emails/emails.service.js';
import { MailBudgetService } from '../../mails/mail-budget.service.js';
import { requireMayGrant, requireMayTake, type GrantedRole } from '../../../access/granting.js';
import { MembershipChangesService } from '../../memberships/membership-changes.service.js';
import { MemberRightsService } from '../../roles/member-rights.service.js';
import { OneTimeTokensService } from '../../one-time-tokens/one-time-tokens.service.js';
import { FactorsService } from '../../sessions/factors.service.js';
import { PasswordService } from '../../sessions/password.service.js';
import { ProfilesService } from '../profiles.service.js';
import { AccountNotManaged, UserNotFound } from '../users.problems.js';
import { WelcomeService } from '../provisioning/welcome.service.js';

/** The properties of a managed account that an administrator may change. */
export interface AccountFields {
  readonly email: string;
  readonly displayName: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
}

/** An account with its owner's place in the organization. */
interface ManagedAccount {
  readonly id: string;
  readonly email: string;
  readonly managedById: string | null;
  /** Whether no person can have signed in to it yet. */
  readonly isNew: boolean;
  readonly membershipId: string;
  readonly role: GrantedRole;
  readonly appRole: AppRole;
}

/**
 * The changes that an organization may make to the accounts that it created, and to no others. Otherwise an
 * administrator could invite a stranger, reset the password and take over the account.
 */
@Injectable()
export class ManagedAccountsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly stepUp: StepUp,
    private readonly rights: MemberRightsService,
    private readonly profiles: ProfilesService,
    private readonly emails: EmailsService,
    private readonly tokens: OneTimeTokensService,
    private readonly welcome: WelcomeService,
    private readonly passwords: PasswordService,
    private readonly factors: FactorsService,
    private readonly deletion: AccountDeletionService,
    private readonly memberships: MembershipChangesService,
    private readonly budget: MailBudgetService,
  ) {}

  /**
   * Changes what is named. A new address takes the place of the primary one at once; links that were mailed to that are worth
   * nothing any more.
   *
   * @throws Problem `user_not_found`, `account_not_managed`, `email_taken`; for another address `insufficient_role` when the member
   *   is above the caller, and what {@link StepUp.requireOf} throws; what {@link MemberRightsService.requireStill} throws
   */
  update(
    principal: Principal,
    organization: OrganizationAccess,
    userId: string,
    { email, ...names }: Partial<AccountFields>,
  ): Promise<void> {
    return this.prisma.transaction(async () => {
      const { email: before } = await this.find(organization, userId);
      const address = email === before ? undefined : email;
      if (address !== undefined) {
        // Lock order: tokens, then the user, as when a link is opened.
        await this.tokens.revoke(['reset_password', 'verify_email'], userId);
      }
      await lockUser(this.prisma, userId);
      const caller = await this.rights.requireStill(principal);
      const account = await this.requireManaged(caller, organization, userId);
      await this.profiles.update(principal, userId, names);
      if (address !== undefined) {
        await this.changeAddress(caller, organization, account, address);
      }
    });
  }

  /**
   * Removes a user, or the caller, from the organization. An account that the organization manages is deleted, with all
   * its data. Any other account remains, and loses its rights in the organization.
   *
   * @throws Problem `user_not_found`; `last_organization_admin`, `last_app_admin`, for a managed account also of another
   * organization; what {@link requireMayTake} and {@link MemberRightsService.requireStill} throw
   */
  async remove(principal: Principal, organization: OrganizationAccess, userId: string): Promise<void> {
    const { id, managedById, membershipId } = await this.find(organization, userId);
    const requireStill = async (): Promise<void> => {
      const caller = await this.rights.requireStill(principal);
      requireMayTake(caller, await this.find(organization, userId));
    };
    const isDeleted =
      managedById === organization.id &&
      (await this.deletion.delete(principal, id, { managedBy: organization.id, requireStill }));
    if (!isDeleted) {
      // Not managed, or released just now.
      await this.memberships.remove(principal, organization, membershipId);
    }
  }

  /**
   * @returns a temporary password
   * @throws Problem `user_not_found`, `account_not_managed`, `insufficient_role`; what {@link StepUp.requireOf} and
   *   {@link MemberRightsService.requireStill} throw
   */
  async resetPassword(principal: Principal, organization: OrganizationAccess, userId: string): Promise<string> {
    await this.requireMayReset(principal, organization, userId);
    return this.passwords.setTemporary(principal, userId, () =>
      this.requireStillMayReset(principal, organization, userId),
    );
  }

  /** @throws Problem as {@link resetPassword} */
  async resetFactors(principal: Principal, organization: OrganizationAccess, userId: string): Promise<void> {
    await this.requireMayReset(principal, organization, userId);
    await this.factors.reset(principal, userId, () => this.requireStillMayReset(principal, organization, userId));
  }

  /**
   * An account that the organization manages, and that is not the caller's own.
   *
   * @throws Problem `account_not_managed`, `insufficient_role` for the caller's own account, or `user_not_found`
   */
  async requireManaged(
    principal: Principal,
    organization: OrganizationAccess,
    userId: string,
  ): Promise<ManagedAccount> {
    const account = await this.find(organization, userId);
    if (account.managedById !== organization.id) {
      throw new Problem(AccountNotManaged);
    }
    if (principal.id === account.id) {
      // Step-up and the current password protect the caller's own factors, password and address. This route would avoid
      // both.
      throw new Problem(InsufficientRole, {
        detail: message('detail.accounts_of_others'),
      });
    }
    return account;
  }

  /** Decides again, once the user is locked: the user may have left, and the caller may have lost the right. */
  private async requireStillMayReset(
    principal: Principal,
    organization: OrganizationAccess,
    userId: string,
  ): Promise<void> {
    await this.requireMayReset(await this.rights.requireStill(principal), organization, userId);
  }

  private async requireMayReset(principal: Principal, organization: OrganizationAccess, userId: string): Promise<void> {
    await this.requireMayEnter(principal, await this.requireManaged(principal, organization, userId));
  }

  /**
   * The old address of an account that was never signed in to may be a mistake, and its reader a stranger, who is not
   * notified.
   */
  private async changeAddress(
    principal: Principal,
    organization: OrganizationAccess,
    account: ManagedAccount,
    email: string,
  ): Promise<void> {
    await this.requireMayEnter(principal, account);
    if (!account.isNew) {
      await this.budget.spend(organization.id, email);
    }
    await this.emails.assign(principal, account.id, email, { announce: !account.isNew });
    if (account.isNew) {
      await this.welcome.send(principal, organization, { userId: account.id, email });
    }
  }

  /**
   * A caller who sets the password or the address of an account can sign in to it: as an AppMember, they would become an AppAdmin.
   * So it takes a person who was authenticated recently (accounts.md rule 4).
   */
  private async requireMayEnter(principal: Principal, { appRole }: ManagedAccount): Promise<void> {
    requireMayGrant(principal, { appRole });
    await this.stepUp.requireOf(principal);
  }

  /** @throws Problem `user_not_found` also for a user of another organization */
  private async find({ id: organizationId }: OrganizationAccess, userId: string): Promise<ManagedAccount> {
    const user = isId(userId)
      ? await this.prisma.db.user.findFirst({
          where: { id: userId, deletedAt: null, memberships: { some: { organizationId } } },
          select: {
            id: true,
            managedById: true,
            passwordHash: true,
            emails: { where: { isPrimary: true }, select: { address: true } },
            memberships: {
              where: { organizationId },
              select: { id: true, role: { select: { name: true, permissions: true } }, appRole: true },
            },
          },
        })
      : null;
    const [membership] = user?.memberships ?? [];
    if (!user || !membership) {
      throw new Problem(UserNotFound);
    }
    const { id, managedById, passwordHash, emails } = user;
    const email = emails[0]?.address ?? '';
    return {
      id,
      email,
      managedById,
      isNew: passwordHash === null,
      membershipId: membership.id,
      role: membership.role,
      appRole: membership.appRole,
    };
  }
}
