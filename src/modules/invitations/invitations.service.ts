import { Injectable } from '@nestjs/common';
import type { OrganizationAccess, Principal } from '../../access/principal.js';
import { type AppRole, LEAST_ROLE, ORGANIZATION_ADMIN } from '../../access/roles.js';
import { changesBetween } from '../../core/changes/changes.js';
import { isId, newId } from '../../core/ids/ids.js';
import { type MarkedPage, type MarkedPageRequest, Markers } from '../../core/paging/markers.js';
import type { Prisma } from '../../core/prisma/generated/client.js';
import { lockName } from '../../core/prisma/locks.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { Retention } from '../../core/jobs/retention.js';
import { past } from '../../core/jobs/retention.queries.js';
import { AuditService } from '../audit/audit.service.js';
import { requireMayGrant, requireMayTake } from '../../access/granting.js';
import { AlreadyMember } from '../memberships/memberships.problems.js';
import { RolesService } from '../roles/roles.service.js';
import { MemberRightsService } from '../roles/member-rights.service.js';
import { InvitationMailsService } from './invitation-mails.service.js';
import {
  inStates,
  type InvitationState,
  type InvitationWithRole,
  OPEN,
  pending,
  roleNameOf,
  type ShownInvitation,
  stateOf,
  WITH_ROLE,
} from './invitation-state.js';
import { auditedTerms, hasTerms, storedTerms, type Terms } from './invitation-terms.js';
import { InvitationClosed, InvitationNotFound } from './invitations.problems.js';
import { unansweredPast } from './invitations.queries.js';

/** The invited address, and the roles. */
export interface InvitationFields {
  readonly email: string;
  /** Left out: as in the pending invitation, or {@link LEAST_ROLE}. */
  readonly role?: string;
  /** Left out: as in the pending invitation, or AppMember. */
  readonly appRole?: AppRole;
  /** The language of the invited person. Left out: as in the pending invitation. */
  readonly locale?: string;
}

/** Invitations from the view of their senders. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly markers: Markers,
    private readonly roles: RolesService,
    private readonly rights: MemberRightsService,
    private readonly mails: InvitationMailsService,
    private readonly audit: AuditService,
    retention: Retention,
  ) {
    // Invitations that were not accepted have addresses of people who never joined.
    retention.register('Invitation', unansweredPast('expiresAt', { days: 30 }));
    retention.register('Invitation', unansweredPast('revokedAt', { days: 30 }));
    // The audit log shows accepted ones as long.
    retention.register('Invitation', past('expiresAt', { days: 400 }));
  }

  /** The organization's invitations in the order of their creation. No states: all of them. */
  async list(
    { id: organizationId }: OrganizationAccess,
    states: readonly InvitationState[],
    request: MarkedPageRequest,
  ): Promise<MarkedPage<ShownInvitation>> {
    const now = await this.prisma.now();
    const name = `invitations of ${organizationId} ${JSON.stringify([...states].sort())}`;
    const read = (after: string | undefined, take: number): Promise<InvitationWithRole[]> =>
      this.prisma.list(() =>
        this.prisma.db.invitation.findMany({
          where: { organizationId, id: { gt: after }, ...inStates(states, now) },
          include: WITH_ROLE,
          orderBy: { id: 'asc' },
          take,
        }),
      );
    const page = await this.markers.page({ name, read, keyOf: ({ id }) => id }, request);
    return { ...page, items: page.items.map((invitation) => shownAt(invitation, now)) };
  }

  /**
   * Mails a link with which the owner of the address becomes a member. The answer does not show whether the address has an account.
   * If the address has a pending invitation that gives the same, that invitation is returned and no mail is sent. If it gives
   * something else, it gives what is asked for now, and its new link is mailed.
   *
   * @returns the pending invitation, and whether it is new
   * @throws Problem `already_member`, `invalid_role`, `invitation_closed`, `too_many_requests`; what {@link requireMayGrant},
   *   {@link requireMayTake} and {@link MemberRightsService.requireStill} throw
   */
  invite(
    principal: Principal,
    organization: OrganizationAccess,
    { email, ...wanted }: InvitationFields,
  ): Promise<{ invitation: ShownInvitation; isNew: boolean }> {
    return this.prisma.transaction(async () => {
      const caller = await this.rights.requireStill(principal);
      await this.lock(organization.id, email);
      const now = await this.prisma.now();
      const known = await this.prisma.db.invitation.findFirst({
        where: { organizationId: organization.id, email, ...pending(now) },
        include: WITH_ROLE,
      });
      const terms = await this.grantable(caller, organization, {
        role: wanted.role ?? (known ? roleNameOf(known) : LEAST_ROLE),
        appRole: wanted.appRole ?? known?.appRole ?? 'AppMember',
        locale: wanted.locale ?? known?.locale ?? null,
      });
      await this.requireNoMember(organization.id, email);
      if (known && hasTerms(known, terms)) {
        return { invitation: shownAt(known, now), isNew: false };
      }
      const invitation = known
        ? await this.change(caller, organization, known, terms)
        : await this.create(principal, organization, email, terms);
      return { invitation: shownAt(invitation, now), isNew: known === null };
    });
  }

  /**
   * Invites the first administrator of an organization that has none. Other pending invitations of the address end: they give less,
   * or their sender has left. If the address has this
   * invitation already, it is kept and no mail is sent.
   *
   * @throws Problem what {@link invite} throws
   */
  inviteAdministrator(principal: Principal, organization: OrganizationAccess, email: string): Promise<void> {
    return this.prisma.transaction(async () => {
      await this.rights.requireStill(principal);
      await this.lock(organization.id, email);
      const appRole = 'AppAdmin';
      const same = {
        createdBy: principal.id,
        senderMembershipId: null,
        appRole,
        role: { name: ORGANIZATION_ADMIN },
      } as const;
      const others = await this.prisma.db.invitation.findMany({
        where: { organizationId: organization.id, email, ...pending(await this.prisma.now()), NOT: same },
        select: { id: true },
      });
      for (const { id } of others) {
        await this.revoke(principal, organization, id);
      }
      await this.invite(principal, organization, { email, role: ORGANIZATION_ADMIN, appRole });
    });
  }

  /**
   * Makes the link worthless.
   *
   * @throws Problem `invitation_not_found`, `invitation_closed`; what {@link MemberRightsService.requireStill} throws
   */
  async revoke(principal: Principal, organization: OrganizationAccess, id: string): Promise<void> {
    await this.prisma.transaction(async () => {
      await this.rights.requireStill(principal);
      const invitation = await this.find(organization.id, id);
      const ended = { revokedAt: await this.prisma.now(), roleId: null, roleName: roleNameOf(invitation) };
      const revoked = await this.updateOpen(invitation.id, ended);
      await this.audit.record({ action: 'invitation.revoked', actor: principal, target: revoked.id });
    });
  }

  /**
   * Mails a new link, which is valid as long as the first one was, and ends the old link.
   *
   * @throws Problem `invitation_not_found`, `invitation_closed`, `too_many_requests`; what {@link requireMayGrant} and
   * {@link MemberRightsService.requireStill} throw
   */
  resend(principal: Principal, organization: OrganizationAccess, id: string): Promise<ShownInvitation> {
    return this.prisma.transaction(async () => {
      const caller = await this.rights.requireStill(principal);
      const { id: invitationId, email, locale, roleId, appRole } = await this.find(organization.id, id);
      const role = roleId === null ? undefined : await this.roles.get(organization.id, roleId);
      if (!role) {
        throw new Problem(InvitationClosed);
      }
      requireMayGrant(caller, { role, appRole });
      await this.lock(organization.id, email);
      await this.requireNoOther(organization.id, email, invitationId);
      const link = await this.mails.send(principal, organization, { email, locale });
      const sent = await this.updateOpen(invitationId, link);
      await this.audit.record({ action: 'invitation.resent', actor: principal, target: sent.id });
      return shownAt(sent, await this.prisma.now());
    });
  }

  private async create(
    principal: Principal,
    organization: OrganizationAccess,
    email: string,
    terms: Terms,
  ): Promise<InvitationWithRole> {
    const link = await this.mails.send(principal, organization, { email, locale: terms.locale });
    const fields = { organizationId: organization.id, email, ...storedTerms(terms) };
    const invitation = await this.prisma.db.invitation.create({
      data: { id: newId(), ...fields, ...link, createdBy: principal.id },
      include: WITH_ROLE,
    });
    const changes = changesBetween({}, auditedTerms(invitation));
    await this.audit.record({ action: 'invitation.created', actor: principal, target: invitation.id, changes });
    return invitation;
  }

  /** Makes an invitation give something else. The link that was mailed before is worthless. */
  private async change(
    caller: Principal,
    organization: OrganizationAccess,
    known: InvitationWithRole,
    terms: Terms,
  ): Promise<InvitationWithRole> {
    const before = known.roleId === null ? undefined : await this.roles.get(organization.id, known.roleId);
    requireMayTake(caller, { role: before, appRole: known.appRole });
    const link = await this.mails.send(caller, organization, { email: known.email, locale: terms.locale });
    const changed = await this.updateOpen(known.id, { ...storedTerms(terms), ...link });
    const changes = changesBetween(auditedTerms(known), auditedTerms(changed));
    await this.audit.record({ action: 'invitation.updated', actor: caller, target: changed.id, changes });
    return changed;
  }

  /** @throws Problem `invitation_closed` when it was accepted or revoked just now */
  private async updateOpen(id: string, data: Prisma.InvitationUncheckedUpdateManyInput): Promise<InvitationWithRole> {
    const [updated] = await this.prisma.db.invitation.updateManyAndReturn({
      where: { id, ...OPEN },
      data,
      include: WITH_ROLE,
    });
    if (!updated) {
      throw new Problem(InvitationClosed);
    }
    return updated;
  }

  /** What the caller may give. @throws Problem `invalid_role`, `insufficient_role` */
  private async grantable(
    principal: Principal,
    organization: OrganizationAccess,
    { role: name, ...wanted }: Omit<Terms, 'role'> & { readonly role: string },
  ): Promise<Terms> {
    const role = await this.roles.find(organization.id, name);
    requireMayGrant(principal, { role, appRole: wanted.appRole });
    return { role, ...wanted };
  }

  /** One at a time: of several at once each would see neither the invitations nor the mails of the others. */
  private async lock(organizationId: string, email: string): Promise<void> {
    for (const name of [`invitations of ${organizationId}`, `invitations to ${email}`]) {
      await lockName(this.prisma, name);
    }
  }

  /** @throws Problem `already_member` when the owner of the address is one, active or not */
  private async requireNoMember(organizationId: string, address: string): Promise<void> {
    const members = await this.prisma.db.userEmail.count({
      where: {
        address,
        OR: [{ verifiedAt: { not: null } }, { isPrimary: true }],
        user: { memberships: { some: { organizationId } } },
      },
    });
    if (members > 0) {
      throw new Problem(AlreadyMember);
    }
  }

  /** An expired invitation stays so once the address has a newer one. @throws Problem `invitation_closed` */
  private async requireNoOther(organizationId: string, email: string, id: string): Promise<void> {
    const others = await this.prisma.db.invitation.count({
      where: { organizationId, email, id: { not: id }, ...pending(await this.prisma.now()) },
    });
    if (others > 0) {
      throw new Problem(InvitationClosed);
    }
  }

  /** @throws Problem `invitation_not_found` also for one of another organization */
  private async find(organizationId: string, id: string): Promise<InvitationWithRole> {
    const invitation = isId(id)
      ? await this.prisma.db.invitation.findFirst({ where: { id, organizationId }, include: WITH_ROLE })
      : undefined;
    if (!invitation) {
      throw new Problem(InvitationNotFound);
    }
    return invitation;
  }
}

function shownAt(invitation: InvitationWithRole, now: Date): ShownInvitation {
  return { ...invitation, state: stateOf(invitation, now) };
}
