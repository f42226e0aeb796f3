import { Injectable } from '@nestjs/common';
import type { Principal } from '../../access/principal.js';
import type { OwnershipOffer } from '../../core/prisma/generated/client.js';
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
  async endOf(by: Principal, membershipId: string): Promise<void> {
    const offer = await this.prisma.db.ownershipOffer.findFirst({
      where: { OR: [{ fromMembershipId: membershipId }, { toMembershipId: membershipId }] },
    });
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
