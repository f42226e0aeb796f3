import { Injectable } from '@nestjs/common';
import { CallerCheck } from '../../access/caller-check.js';
import type { UserPrincipal } from '../../access/principal.js';
import { lockExistingUser } from '../../access/user-lock.js';
import type { Invitation, OneTimeToken, Organization, Prisma, Role } from '../../core/prisma/generated/client.js';
import { lockOrganizations } from '../../core/prisma/locks.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { AuditService } from '../audit/audit.service.js';
import { MembershipCreationService } from '../memberships/membership-creation.service.js';
import { AlreadyMember } from '../memberships/memberships.problems.js';
import { type MembershipOfUser, MembershipsService } from '../memberships/memberships.service.js';
import { RolesService } from '../roles/roles.service.js';
import { InvalidToken } from '../one-time-tokens/one-time-tokens.problems.js';
import { OneTimeTokensService } from '../one-time-tokens/one-time-tokens.service.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { type Registration, RegistrationService } from '../sessions/registration.service.js';
import type { Device, OpenedSession } from '../sessions/sessions.service.js';
import { InvitationSendersService } from './invitation-senders.service.js';
import { type InvitationWithRole, pending, WITH_ROLE } from './invitation-state.js';

/** The organization and the roles of an invitation. */
export interface Offer {
  readonly invitation: InvitationWithRole;
  readonly organization: Organization;
  /** Whether an account has proved the address: its owner signs in and accepts, others register. */
  readonly hasAccount: boolean;
}

/** Invitations from the view of the invited person. The token proves that the caller reads the mails of the address. */
@Injectable()
export class InvitationAcceptanceService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly callers: CallerCheck,
    private readonly tokens: OneTimeTokensService,
    private readonly admissions: MembershipCreationService,
    private readonly memberships: MembershipsService,
    private readonly organizations: OrganizationsService,
    private readonly registration: RegistrationService,
    private readonly roles: RolesService,
    private readonly senders: InvitationSendersService,
    private readonly audit: AuditService,
  ) {}

  /** The invitation of the token, without using it. @throws Problem `invalid_token` */
  async preview(token: string): Promise<Offer> {
    const invitation = await this.find(token);
    const organization = await this.organizations.get(invitation.organizationId);
    const owners = await this.prisma.db.userEmail.count({
      where: { address: invitation.email, verifiedAt: { not: null } },
    });
    return { invitation, organization, hasAccount: owners > 0 };
  }

  /**
   * Makes the caller a member. Of many calls at once one succeeds.
   *
   * @throws Problem `invalid_token` also when the address is not a verified one of the caller's, `already_member`, `unauthenticated` when
   *   the session ended, `recovery_required` as {@link MembershipCreationService.create}
   */
  async accept(principal: UserPrincipal, token: string): Promise<MembershipOfUser> {
    return this.prisma.transaction(async () => {
      const used = await this.tokens.consume('invitation', token);
      await lockExistingUser(this.prisma, principal.id);
      await lockOrganizations(this.prisma, [used.organizationId ?? '']);
      // A manager who reset the password just now, and ended this session, knows the password: the account must not gain rights.
      await this.callers.requireCredential(principal);
      return this.memberships.get(await this.join(principal.id, used));
    });
  }

  /**
   * Makes an account for the address, which the token proves, and its owner a member, all or nothing. An account that has the address
   * unproved is taken over (accounts.md rule 3); where that is a member already, the membership stays as it is. The language of the
   * invitation is for people who name none.
   *
   * @throws Problem `invalid_token`, `email_taken` when an account has proved the address, `validation_failed` for a password that
   *   is too common
   */
  async register(
    { token, ...about }: Omit<Registration, 'email' | 'organizationName'> & { token: string },
    device: Device,
  ): Promise<OpenedSession> {
    const invitation = await this.find(token);
    const person = { ...about, email: invitation.email, defaultLocale: invitation.locale ?? undefined };
    return this.registration.registerProven(person, device, async (account) => {
      const used = await this.tokens.consume('invitation', token);
      await account.lock();
      await lockOrganizations(this.prisma, [invitation.organizationId]);
      const userId = await account.obtain();
      await ((await this.isMember(userId, used)) ? this.claim(userId, used.id) : this.join(userId, used));
      return userId;
    });
  }

  private async isMember(userId: string, { organizationId }: OneTimeToken): Promise<boolean> {
    return (await this.prisma.db.membership.count({ where: { userId, organizationId: organizationId ?? '' } })) > 0;
  }

  /** Uses the invitation of a token that was consumed in the running transaction, if its sender could still send it. @returns the id of the membership */
  private async join(userId: string, { id: tokenId, organizationId: invitedTo }: OneTimeToken): Promise<string> {
    await lockOrganizations(this.prisma, [invitedTo ?? '']);
    const { invitation, role } = await this.claim(userId, tokenId);
    const { id, organizationId, appRole } = invitation;
    const actor = { kind: 'user', id: userId } as const;
    const admission = { userId, organizationId, role: role.name, appRole, displayName: null };
    const membershipId = await this.admissions.create(actor, admission);
    if (membershipId === undefined) {
      throw new Problem(AlreadyMember);
    }
    if (!(await this.senders.isSendable(invitation, role))) {
      throw new Problem(InvalidToken);
    }
    await this.audit.record({ action: 'invitation.accepted', actor, target: id, organizationId });
    return membershipId;
  }

  /** The invitation is accepted by this UPDATE or not at all. @returns the role it was to, which stays as it is */
  private async claim(userId: string, tokenId: string): Promise<{ invitation: Invitation; role: Role }> {
    const verified = await this.prisma.db.userEmail.findMany({
      where: { userId, verifiedAt: { not: null } },
      select: { address: true },
    });
    const now = await this.prisma.now();
    const where = {
      tokenId,
      email: { in: verified.map(({ address }) => address) },
      organization: { status: 'active' },
      ...pending(now),
    } satisfies Prisma.InvitationWhereInput;
    const offered = await this.prisma.db.invitation.findFirst({ where });
    const role = offered?.roleId && (await this.roles.get(offered.organizationId, offered.roleId));
    if (!role) {
      throw new Problem(InvalidToken);
    }
    const [invitation] = await this.prisma.db.invitation.updateManyAndReturn({
      where,
      data: { acceptedAt: now, acceptedById: userId, roleId: null, roleName: role.name },
    });
    if (!invitation) {
      throw new Problem(InvalidToken);
    }
    return { invitation, role };
  }

  /** @throws Problem `invalid_token` */
  private async find(token: string): Promise<InvitationWithRole> {
    const { id: tokenId } = await this.tokens.find('invitation', token);
    const invitation = await this.prisma.db.invitation.findFirst({
      where: { tokenId, organization: { status: 'active' }, ...pending(await this.prisma.now()) },
      include: WITH_ROLE,
    });
    if (!invitation) {
      throw new Problem(InvalidToken);
    }
    return invitation;
  }
}
