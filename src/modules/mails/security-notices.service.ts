import { Injectable } from '@nestjs/common';
import { localeOfRequest } from '../../core/i18n/negotiation.js';
import type { MembershipState } from '../../core/prisma/generated/enums.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import type { Content, Factor } from './mail.js';
import { MailBudgetService } from './mail-budget.service.js';
import { MailsService } from './mails.service.js';

/** The organization that a notice is about. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Notifies the owner of an account of every change that decides who controls it (accounts.md rule 5): at the primary address, in
 * the owner's language, once the running transaction has committed. A deleted account is not notified any more. A managed account
 * whose address is unproved is notified within the mail budget of its organization, because the reader may be a stranger. So are
 * members of changes of their rights.
 */
@Injectable()
export class SecurityNoticesService {
  constructor(
    private readonly mails: MailsService,
    private readonly budget: MailBudgetService,
    private readonly prisma: PrismaService,
  ) {}

  addressAdded(userId: string, address: string): Promise<void> {
    return this.tell(userId, { template: 'address_added', address });
  }

  addressProved(userId: string, address: string): Promise<void> {
    return this.tell(userId, { template: 'address_proved', address });
  }

  addressRemoved(userId: string, address: string): Promise<void> {
    return this.tell(userId, { template: 'address_removed', address });
  }

  /** @param change the old address is notified as well; an unproved new one is not, because its reader may be a stranger */
  async primaryChanged(userId: string, change: { from: string; to: string; isProved: boolean }): Promise<void> {
    await this.mails.tell(userId, { template: 'email_changed', newAddress: change.to }, change.from);
    if (change.isProved) {
      await this.mails.tell(userId, { template: 'primary_changed', oldAddress: change.from });
    }
  }

  factorAdded(userId: string, factor: Factor): Promise<void> {
    return this.tell(userId, { template: 'factor_added', factor });
  }

  factorRemoved(userId: string, factor: Factor): Promise<void> {
    return this.tell(userId, { template: 'factor_removed', factor });
  }

  /** @param left recovery codes that are still unused */
  recoveryCodeUsed(userId: string, left: number): Promise<void> {
    return this.tell(userId, { template: 'recovery_code_used', left });
  }

  passwordChanged(userId: string): Promise<void> {
    return this.tell(userId, { template: 'password_changed' });
  }

  /** By an administrator, as the next one. */
  passwordReset(userId: string): Promise<void> {
    return this.tell(userId, { template: 'password_reset' });
  }

  factorsReset(userId: string): Promise<void> {
    return this.tell(userId, { template: 'factors_reset' });
  }

  /** One session or all, by an administrator of the organization. */
  sessionsEnded(userId: string, organizationName: string): Promise<void> {
    return this.tell(userId, { template: 'sessions_ended', organizationName });
  }

  newDevice(userId: string, { remoteIp, userAgent }: { remoteIp: string; userAgent: string }): Promise<void> {
    // eslint-disable-next-line no-restricted-syntax -- Words for a person: no decision depends on it.
    return this.tell(userId, { template: 'new_device', at: new Date(), remoteIp, userAgent });
  }

  apiKeyCreated(userId: string, keyName: string, organizationName: string): Promise<void> {
    return this.tell(userId, { template: 'api_key_created', keyName, organizationName });
  }

  accountLinked(userId: string, organizationName: string): Promise<void> {
    // The reader is brought in, as by an invitation.
    return this.mails.tell(userId, { template: 'member_added', organizationName }, undefined, localeOfRequest());
  }

  roleChanged(userId: string, organization: Named, now: { role: string; appRole: string }): Promise<void> {
    const { role, appRole } = now;
    return this.tellMember(userId, organization, {
      template: 'role_changed',
      organizationName: organization.name,
      role,
      appRole,
    });
  }

  rolePermissionsChanged(userId: string, organization: Named, role: string): Promise<void> {
    return this.tellMember(userId, organization, {
      template: 'role_permissions',
      organizationName: organization.name,
      role,
    });
  }

  membershipSwitched(userId: string, organization: Named, state: MembershipState): Promise<void> {
    const template = state === 'Active' ? 'membership_activated' : 'membership_deactivated';
    return this.tellMember(userId, organization, { template, organizationName: organization.name });
  }

  membershipEnded(userId: string, organizationName: string): Promise<void> {
    return this.mails.tell(userId, { template: 'membership_ended', organizationName });
  }

  /** @param withPassword whether the password ended as well, and what was added since the organization reset it */
  managementEnded(
    userId: string,
    organizationName: string,
    { withPassword }: { withPassword: boolean },
  ): Promise<void> {
    const template = withPassword ? 'management_and_password_ended' : 'management_ended';
    return this.mails.tell(userId, { template, organizationName });
  }

  /** @param userId an administrator of the organization that managed the account of the address */
  accountReleased(userId: string, organizationName: string, address: string): Promise<void> {
    return this.mails.tell(userId, { template: 'account_released', organizationName, address });
  }

  /** @param userId as {@link accountReleased} */
  accountDisplaced(userId: string, organizationName: string, address: string): Promise<void> {
    return this.mails.tell(userId, { template: 'account_displaced', organizationName, address });
  }

  /** Before the deletion: afterwards the address is not known any more. */
  accountDeleted(userId: string): Promise<void> {
    return this.mails.tellProved(userId, { template: 'account_deleted' });
  }

  /**
   * A notice whose cause an organization can repeat, also for a member who was added without being asked. It counts as a mail of
   * the organization that the reader did not ask for.
   */
  private async tellMember(userId: string, organization: Named, content: Content): Promise<void> {
    const proved = await this.prisma.db.userEmail.findFirst({
      where: { userId, isPrimary: true, verifiedAt: { not: null } },
      select: { address: true },
    });
    if (proved && (await this.budget.spendIfLeft(organization.id, proved.address))) {
      await this.mails.tell(userId, content);
    }
  }

  /** A notice whose cause can be repeated. At an unproved address, it counts as a mail that the reader did not ask for. */
  private async tell(userId: string, content: Content): Promise<void> {
    const unproved = await this.prisma.db.userEmail.findFirst({
      where: { userId, isPrimary: true, verifiedAt: null },
      select: { address: true, user: { select: { managedById: true } } },
    });
    const managerId = unproved?.user.managedById;
    if (!unproved || !managerId || (await this.budget.spendIfLeft(managerId, unproved.address))) {
      await this.mails.tell(userId, content);
    }
  }
}
