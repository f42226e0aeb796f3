import type { OwnershipOffer } from '../../../core/prisma/generated/client.js';
import type { OwnershipOfferDto } from './account.dto.js';

export function presentOwnershipOffer(offer: OwnershipOffer): OwnershipOfferDto {
  return {
    fromMemberId: offer.fromMembershipId,
    toMemberId: offer.toMembershipId,
    createdAt: offer.createdAt.toISOString(),
    expiresAt: offer.expiresAt.toISOString(),
  };
}
