import { Injectable } from '@nestjs/common';
import type { OrganizationAccess, Principal, UserPrincipal } from '../../access/principal.js';
import { ORGANIZATION_ADMIN } from '../../access/roles.js';
import { lockUser } from '../../core/prisma/locks.js';
import { type Changes, changesBetween, merged } from '../../core/changes/changes.js';
import { isId } from '../../core/ids/ids.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem, type ProblemType } from '../../core/problems/problem.js';
import { InvitationSendersService } from '../invitations/invitation-senders.service.js';
import { SecurityNoticesService } from '../mails/security-notices.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { UserNotFound } from '../users/users.problems.js';
import { AdministratorsService } from './administrators.service.js';
import { type Grantor, requireMayGrant, requireMayTake, type GrantedRole } from '../../access/granting.js';
import { ManagementService } from './management.service.js';
import {
  fieldsOf,
  type MembershipFields,
  type MembershipWithRole,
  MembershipWriterService,
  WITH_ROLE,
} from './membership-writer.service.js';
import { OwnershipOffersService } from './ownership-offers.service.js';
import { RolesService } from '../roles/roles.service.js';
import { MemberRightsService } from '../roles/member-rights.service.js';

interface Change {
  readonly before: MembershipFields;
  readonly after: MembershipFields;
  readonly changes: Changes<keyof MembershipFields>;
}

/**
 * Decides about changes and ends of memberships, for every contract. All changes run under the lock of the organization, so the
 * rights of the caller at that moment decide, not those at the arrival of the request.
 */
@Injectable()
export class MembershipChangesService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly administrators: AdministratorsService,
    private readonly roles: RolesService,
    private readonly rights: MemberRightsService,
    private readonly management: ManagementService,
    private readonly sessions: SessionsService,
    private readonly senders: InvitationSendersService,
    private readonly offers: OwnershipOffersService,
    private readonly notices: SecurityNoticesService,
    private readonly writer: MembershipWriterService,
  ) {}

  /**
   * Changes the named properties. Without a difference, nothing is written. A deactivated member loses the organization
   * at once, in every session, and an offer of ownership that the member makes or gets ends. An offer also ends when the member who
   * makes it loses one of the roles that it offers.
   *
   * @param first the problem of {@link AdministratorsService} that is reported first
   * @throws Problem `user_not_found` also for a member of another organization, `invalid_role`, `last_organization_admin`,
   * `last_app_admin`; what {@link requireMayGrant}, {@link requireMayTake} and {@link MemberRightsService.requireStill} throw
   */
  change(
    principal: Principal,
    organization: OrganizationAccess,
    membershipId: string,
    wanted: Partial<MembershipFields>,
    first?: ProblemType,
  ): Promise<MembershipWithRole> {
    const change = async (): Promise<MembershipWithRole> => {
      const caller = await this.rights.requireStill(principal);
      const membership = await this.find(organization.id, membershipId);
      const role = wanted.role === undefined ? undefined : await this.roles.find(organization.id, wanted.role);
      const before = fieldsOf(membership);
      const after = merged(before, wanted);
      const changes = changesBetween(before, after);
      if (Object.keys(changes).length === 0) {
        return membership;
      }
      requireMayChange(caller, { now: membership.role, wanted: role }, { before, after, changes });
      const changed = await this.writer.update(principal, membership, after, role);
      if (changes.state?.after === 'Inactive') {
        await this.sessions.leaveOrganization(membership.userId, organization.id);
        await this.offers.endOf(principal, membership.id);
      } else if (!(await this.isOwner(membership.id, organization.id))) {
        await this.offers.endMadeBy(principal, membership.id);
      }
      await this.endInvitationsOf(principal, membership);
      if (changes.role ?? changes.appRole) {
        await this.notices.roleChanged(membership.userId, organization, after);
      }
      if (changes.state) {
        await this.notices.membershipSwitched(membership.userId, organization, after.state);
      }
      return changed;
    };
    return this.prisma.transaction(async () => {
      await this.lockOwner(organization, membershipId);
      return this.administrators.keepAdministratorDuring(principal, [organization.id], change, first);
    });
  }

  /**
   * Ends a membership, and with it everything its owner was and had in the organization: teams, places in projects, API
   * keys, integrations. The projects stay. An organization without members is archived.
   *
   * @throws Problem `user_not_found` also for a member of another organization, `last_organization_admin`, `last_app_admin`; what
   *   {@link requireMayTake} and {@link MemberRightsService.requireStill} throw
   */
  remove(principal: Principal, organization: OrganizationAccess, membershipId: string): Promise<void> {
    return this.prisma.transaction(async () => {
      await this.lockOwner(organization, membershipId);
      await this.administrators.keepAdministratorDuring(principal, [organization.id], async () => {
        const caller = await this.rights.requireStill(principal);
        const membership = await this.find(organization.id, membershipId);
        requireMayTake(caller, membership);
        await this.end(principal, organization, membership);
      });
    });
  }

  /** Ends the caller's own membership. An API key needs scopes for all that its owner may do. @throws Problem as {@link remove} */
  leave(principal: UserPrincipal, organization: OrganizationAccess): Promise<void> {
    return this.remove(principal, organization, organization.membershipId ?? '');
  }

  /**
   * Makes one member OrganizationAdmin and AppAdmin, and the member who had these roles Manager and AppMember. Inside
   * {@link AdministratorsService.keepAdministratorDuring}.
   */
  async handOver(principal: UserPrincipal, organization: OrganizationAccess, from: string, to: string): Promise<void> {
    await this.assign(principal, organization, to, { role: ORGANIZATION_ADMIN, appRole: 'AppAdmin' });
    await this.assign(principal, organization, from, { role: 'Manager', appRole: 'AppMember' });
  }

  /** Whether the member has both roles, which the ownership needs. */
  async isOwner(membershipId: string, organizationId: string): Promise<boolean> {
    const standing = await this.rights.of(membershipId, organizationId);
    return standing?.role === ORGANIZATION_ADMIN && standing.appRole === 'AppAdmin';
  }

  private async assign(
    principal: UserPrincipal,
    organization: OrganizationAccess,
    membershipId: string,
    { role, appRole }: Pick<MembershipFields, 'role' | 'appRole'>,
  ): Promise<void> {
    const membership = await this.find(organization.id, membershipId);
    const granted = await this.roles.find(membership.organizationId, role);
    await this.writer.update(principal, membership, { ...fieldsOf(membership), role, appRole }, granted);
    await this.endInvitationsOf(principal, membership);
    await this.notices.roleChanged(membership.userId, organization, { role, appRole });
  }

  /**
   * Management of an account that the organization created ends as well. Otherwise, after a new invitation, an
   * administrator could reset the password of an account that has gained rights elsewhere.
   */
  private async end(
    principal: Principal,
    organization: OrganizationAccess,
    membership: MembershipWithRole,
  ): Promise<void> {
    const { id, userId, organizationId } = membership;
    await this.offers.endOf(principal, id);
    await this.writer.remove(principal, membership);
    await this.notices.membershipEnded(userId, organization.name);
    await this.management.release(principal, userId, organizationId);
    await this.sessions.leaveOrganization(userId, organizationId);
    if (membership.isPrimary) {
      await this.makeOldestPrimary(userId);
    }
    await this.endInvitationsOf(principal, membership);
  }

  /** Ends what the member sent and could not send any more. */
  private endInvitationsOf(by: Principal, { id, organizationId }: MembershipWithRole): Promise<void> {
    return this.senders.endUnsendable(by, organizationId, { senderMembershipId: id });
  }

  /** So that a new login starts somewhere still. */
  private async makeOldestPrimary(userId: string): Promise<void> {
    const oldest = await this.prisma.db.membership.findFirst({
      where: { userId, state: 'Active', organization: { status: 'active' } },
      orderBy: { id: 'asc' },
      select: { id: true },
    });
    if (oldest) {
      await this.writer.makePrimary({ id: oldest.id, userId });
    }
  }

  /**
   * Locks the member's account, before the organization: a sign-in locks it too, so it either sees the change or opens a session
   * that the change sees. Which membership is the primary one is decided under it as well.
   */
  private async lockOwner(organization: OrganizationAccess, membershipId: string): Promise<void> {
    const { userId } = await this.find(organization.id, membershipId);
    await lockUser(this.prisma, userId);
  }

  /** @throws Problem `user_not_found` */
  private async find(organizationId: string, id: string): Promise<MembershipWithRole> {
    const membership = isId(id)
      ? await this.prisma.db.membership.findFirst({ where: { id, organizationId }, include: WITH_ROLE })
      : undefined;
    if (!membership) {
      throw new Problem(UserNotFound);
    }
    return membership;
  }
}

/** An activated member gets back the role and the app role they had, so an activation is a grant of both. */
function requireMayChange(
  caller: Grantor,
  role: { now: GrantedRole; wanted: GrantedRole | undefined },
  { before, after, changes }: Change,
): void {
  const isActivated = changes.state?.after === 'Active';
  requireMayGrant(caller, {
    ...((changes.role ?? isActivated) && { role: role.wanted ?? role.now }),
    ...((changes.appRole ?? isActivated) && { appRole: after.appRole }),
  });
  if (changes.role ?? changes.state ?? changes.appRole?.after === 'AppMember') {
    requireMayTake(caller, { role: role.now, appRole: before.appRole });
  }
}
