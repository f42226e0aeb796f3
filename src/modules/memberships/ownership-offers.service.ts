import { Injectable } from '@nestjs/common';
import type { Principal } from '../../access/principal.js';
import type { OwnershipOffer, Prisma } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { AuditService } from '../audit/audit.service.js';

/** Ends and records offers of ownership. */
@Injectable()
export class OwnershipOffersService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly audit: AuditService,
  ) {}

  /** Ends the offer that a membership makes or gets, if there is one, under the lock of the organization. */
  endOf(by: Principal, membershipId: string): Promise<void> {
    return this.endFirst(by, { OR: [{ fromMembershipId: membershipId }, { toMembershipId: membershipId }] });
  }

  /**
   * Ends the offer that a membership makes, under the lock of the organization. It is called when the member loses the roles:
   * otherwise the offer would be open again as soon as the member got them back.
   */
  endMadeBy(by: Principal, fromMembershipId: string): Promise<void> {
    return this.endFirst(by, { fromMembershipId });
  }

  private async endFirst(by: Principal, where: Prisma.OwnershipOfferWhereInput): Promise<void> {
    const offer = await this.prisma.db.ownershipOffer.findFirst({ where });
    if (offer) {
      await this.end(by, offer);
    }
  }

  async end(by: Principal, offer: OwnershipOffer): Promise<void> {
    await this.prisma.db.ownershipOffer.delete({ where: { organizationId: offer.organizationId } });
    await this.record('ownership.ended', by, offer);
  }

  async record(
    action: 'ownership.offered' | 'ownership.ended' | 'ownership.accepted',
    actor: Principal,
    { organizationId, fromMembershipId, toMembershipId }: OwnershipOffer,
  ): Promise<void> {
    const changes = { fromMembershipId, toMembershipId };
    await this.audit.record({ action, actor, target: organizationId, organizationId, changes });
  }
}
