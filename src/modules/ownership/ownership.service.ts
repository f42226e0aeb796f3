import { Injectable } from '@nestjs/common';
import { InsufficientRole } from '../../access/access.problems.js';
import type { OrganizationAccess, UserPrincipal } from '../../access/principal.js';
import type { OwnershipOffer } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { MailBudgetService } from '../mails/mail-budget.service.js';
import { MailsService } from '../mails/mails.service.js';
import { AdministratorsService } from '../memberships/administrators.service.js';
import { MemberListService } from '../memberships/member-list.service.js';
import { MembershipChangesService } from '../memberships/membership-changes.service.js';
import { OwnershipOffersService } from '../memberships/ownership-offers.service.js';
import { MemberRightsService } from '../roles/member-rights.service.js';
import { UserNotFound } from '../users/users.problems.js';
import { OwnOffer, OwnershipOfferNotFound } from './ownership.problems.js';

/** Milliseconds that an offer can be accepted. */
const OFFER_TTL_MS = 7 * 24 * 60 * 60 * 1000;

/** Transfers the ownership of organizations in two steps, so that no member becomes responsible without consent. */
@Injectable()
export class OwnershipService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly administrators: AdministratorsService,
    private readonly members: MemberListService,
    private readonly changes: MembershipChangesService,
    private readonly offers: OwnershipOffersService,
    private readonly rights: MemberRightsService,
    private readonly mails: MailsService,
    private readonly budget: MailBudgetService,
  ) {}

  /**
   * Offers the caller's roles to another active member, who is notified by mail. An earlier offer of the organization
   * ends. The same offer again has no effect, and sends no mail.
   *
   * @throws Problem `user_not_found`, `own_offer`, `insufficient_role` unless the caller is OrganizationAdmin and AppAdmin
   */
  offer(principal: UserPrincipal, organization: OrganizationAccess, memberId: string): Promise<OwnershipOffer> {
    const { id: organizationId } = organization;
    const fromMembershipId = organization.membershipId ?? '';
    return this.administrators.keepAdministratorDuring(principal, [organizationId], async () => {
      await this.rights.requireStill(principal);
      if (!(await this.changes.isOwner(fromMembershipId, organizationId))) {
        throw new Problem(InsufficientRole);
      }
      if (!(await this.rights.of(memberId, organizationId))) {
        throw new Problem(UserNotFound);
      }
      if (memberId === fromMembershipId) {
        throw new Problem(OwnOffer);
      }
      const now = await this.prisma.now();
      const open = await this.prisma.db.ownershipOffer.findFirst({
        where: { organizationId, fromMembershipId, toMembershipId: memberId, expiresAt: { gt: now } },
      });
      if (open) {
        return open;
      }
      const terms = { fromMembershipId, toMembershipId: memberId, createdAt: now };
      const offer = { ...terms, expiresAt: new Date(now.getTime() + OFFER_TTL_MS) };
      const made = await this.prisma.db.ownershipOffer.upsert({
        where: { organizationId },
        create: { organizationId, ...offer },
        update: offer,
      });
      await this.tell(organization, made);
      await this.offers.record('ownership.offered', principal, made);
      return made;
    });
  }

  /** The open offer, for the two members of it. @throws Problem `ownership_offer_not_found` also for all others */
  async find({ id: organizationId, membershipId }: OrganizationAccess): Promise<OwnershipOffer> {
    const offer = await this.prisma.db.ownershipOffer.findUnique({ where: { organizationId } });
    const isHis = offer?.fromMembershipId === membershipId || offer?.toMembershipId === membershipId;
    if (!offer || !isHis || offer.expiresAt <= (await this.prisma.now())) {
      throw new Problem(OwnershipOfferNotFound);
    }
    return offer;
  }

  /** Withdraws or declines the offer. @throws Problem `ownership_offer_not_found` unless the caller makes or gets it */
  async end(principal: UserPrincipal, organization: OrganizationAccess): Promise<void> {
    await this.administrators.keepAdministratorDuring(principal, [organization.id], async () => {
      await this.rights.requireStill(principal);
      const offer = await this.find(organization);
      await this.offers.end(principal, offer);
    });
  }

  /**
   * Gives the roles of the offering member to the caller, and makes the offering member a Manager and AppMember. The
   * offer is used under the lock of the organization, so of several calls at once one succeeds.
   *
   * @throws Problem `ownership_offer_not_found`, also when the offering member no longer has the roles
   */
  async accept(principal: UserPrincipal, organization: OrganizationAccess): Promise<void> {
    await this.administrators.keepAdministratorDuring(principal, [organization.id], async () => {
      await this.rights.requireStill(principal);
      const offer = await this.find(organization);
      const { count } = await this.prisma.db.ownershipOffer.deleteMany({
        where: { organizationId: organization.id, toMembershipId: organization.membershipId ?? '' },
      });
      if (count === 0 || !(await this.changes.isOwner(offer.fromMembershipId, organization.id))) {
        throw new Problem(OwnershipOfferNotFound);
      }
      await this.changes.handOver(principal, organization, offer.fromMembershipId, offer.toMembershipId);
      await this.offers.record('ownership.accepted', principal, offer);
    });
  }

  private async tell(organization: OrganizationAccess, offer: OwnershipOffer): Promise<void> {
    const offerer = await this.members.get(offer.fromMembershipId);
    const { userId, email } = await this.members.get(offer.toMembershipId);
    await this.budget.spend(organization.id, email);
    await this.mails.tell(userId, {
      template: 'ownership_offered',
      organizationName: organization.name,
      offererName: offerer.displayName,
      expiresAt: offer.expiresAt,
    });
  }
}
