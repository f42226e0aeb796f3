import { Injectable } from '@nestjs/common';
import { madeBy } from '../../../access/authorship.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { type AppRole, LEAST_ROLE, ORGANIZATION_ADMIN } from '../../../access/roles.js';
import { lockUser } from '../../../core/prisma/locks.js';
import { changesBetween } from '../../../core/changes/changes.js';
import { message } from '../../../core/i18n/message.js';
import { newId } from '../../../core/ids/ids.js';
import { PrismaService } from '../../../core/prisma/prisma.service.js';
import { Problem } from '../../../core/problems/problem.js';
import { inputProblem } from '../../../core/validation/input-errors.js';
import { displayNameOf } from '../../../core/validation/person.js';
import { AuditService } from '../../audit/audit.service.js';
import { MailBudgetService } from '../../mails/mail-budget.service.js';
import { SecurityNoticesService } from '../../mails/security-notices.service.js';
import { AdministratorsService } from '../../memberships/administrators.service.js';
import { MembershipCreationService } from '../../memberships/membership-creation.service.js';
import { requireMayGrant } from '../../../access/granting.js';
import { MemberRightsService } from '../../roles/member-rights.service.js';
import { AccountAlreadyLinked } from '../users.problems.js';
import { WelcomeService } from './welcome.service.js';

/** The owner of a new account. */
export interface Newcomer {
  readonly email: string;
  readonly displayName?: string;
  readonly givenName?: string | null;
  readonly familyName?: string | null;
  /** The language for the owner until the owner saves another. */
  readonly locale?: string | null;
}

/** An existing account, as the linking caller names it. */
export interface Linked {
  readonly accountId: string;
  readonly email: string;
  /** What it is to be called in the organization. */
  readonly name: string;
}

/** The account of a new member, and the membership. */
export interface Provisioned {
  readonly userId: string;
  readonly membershipId: string;
}

/** Brings people into an organization in the name of its administrators: by a new account, or by one that is there. */
@Injectable()
export class ProvisioningService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly administrators: AdministratorsService,
    private readonly creation: MembershipCreationService,
    private readonly rights: MemberRightsService,
    private readonly welcome: WelcomeService,
    private readonly notices: SecurityNoticesService,
    private readonly budget: MailBudgetService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Creates an account that the organization manages, and mails a link to choose a password to its owner. The unique
   * index on addresses decides which account gets one. An address that another account has unproved is taken here as
   * well: creating an account proves no mailbox, so it takes no account over (accounts.md rule 3). An invitation lets
   * the owner in.
   *
   * @param appRole left out: the least there is
   * @throws Problem `email_taken`; what {@link requireMayGrant} and {@link MemberRightsService.requireStill} throw
   */
  create(
    principal: Principal,
    organization: OrganizationAccess,
    { email, displayName, givenName, familyName, locale = null }: Newcomer,
    appRole?: AppRole,
  ): Promise<Provisioned> {
    return this.underLock(principal, organization, appRole, async () => {
      const userId = newId();
      const names = {
        displayName: displayNameOf({ displayName, givenName, familyName }, email),
        givenName: givenName ?? null,
        familyName: familyName ?? null,
      };
      await this.prisma.db.user.create({
        data: {
          id: userId,
          ...names,
          locale,
          managedById: organization.id,
          ...madeBy(principal),
          emails: { create: { address: email, isPrimary: true, ...madeBy(principal) } },
        },
      });
      await this.audit.record({
        action: 'user.created',
        actor: principal,
        target: userId,
        changes: changesBetween({}, { email, ...names, locale }),
      });
      const membershipId = await this.admit(principal, organization, { userId, appRole, displayName: null });
      await this.welcome.send(principal, organization, { userId, email });
      return { userId, membershipId };
    });
  }

  /**
   * Makes the owner of an account a member, and notifies the owner by mail. The caller must know a verified address of
   * the account: an id alone, which others may have seen, is no consent. The organization does not manage the account.
   *
   * @throws Problem `account_already_linked` for any address; `validation_failed` unless the account has verified the
   * address, with the same text when there is no such account; what {@link requireMayGrant} and
   * {@link MemberRightsService.requireStill} throw
   */
  link(
    principal: Principal,
    organization: OrganizationAccess,
    { accountId, email, name }: Linked,
    appRole: AppRole,
  ): Promise<Provisioned> {
    const link = async (): Promise<Provisioned> => {
      if (
        (await this.prisma.db.membership.count({ where: { userId: accountId, organizationId: organization.id } })) > 0
      ) {
        throw new Problem(AccountAlreadyLinked);
      }
      const owner = await this.prisma.db.user.findFirst({
        where: { id: accountId, deletedAt: null, emails: { some: { address: email, verifiedAt: { not: null } } } },
        select: { id: true, displayName: true },
      });
      if (!owner) {
        const detail = message('input.account_of_email');
        throw inputProblem([{ pointer: '/account_id', code: 'account_of_email', detail }]);
      }
      const displayName = name === owner.displayName ? null : name;
      const membershipId = await this.admit(principal, organization, { userId: owner.id, appRole, displayName });
      await this.budget.spend(organization.id, email);
      await this.notices.accountLinked(owner.id, organization.name);
      return { userId: owner.id, membershipId };
    };
    return this.prisma.transaction(async () => {
      await lockUser(this.prisma, accountId);
      return this.underLock(principal, organization, appRole, link);
    });
  }

  /** Locks the organization before any address is written, as an import does, and requires that the caller may still do this. */
  private underLock<T>(
    principal: Principal,
    organization: OrganizationAccess,
    appRole: AppRole | undefined,
    work: () => Promise<T>,
  ): Promise<T> {
    return this.administrators.keepAdministratorDuring(principal, [organization.id], async () => {
      requireMayGrant(await this.rights.requireStill(principal), { appRole });
      return work();
    });
  }

  private async admit(
    by: Principal,
    organization: OrganizationAccess,
    member: { userId: string; appRole: AppRole | undefined; displayName: string | null },
  ): Promise<string> {
    const isFirst = by.kind === 'root' && (await this.isEmpty(organization));
    const membershipId = await this.creation.create(by, {
      userId: member.userId,
      displayName: member.displayName,
      organizationId: organization.id,
      // The first user of an organization that the operator created must administer it: there is no other.
      role: isFirst ? ORGANIZATION_ADMIN : LEAST_ROLE,
      appRole: member.appRole ?? (isFirst ? 'AppAdmin' : 'AppMember'),
    });
    if (membershipId === undefined) {
      throw new Problem(AccountAlreadyLinked);
    }
    return membershipId;
  }

  private async isEmpty({ id: organizationId }: OrganizationAccess): Promise<boolean> {
    return (await this.prisma.db.membership.count({ where: { organizationId } })) === 0;
  }
}
