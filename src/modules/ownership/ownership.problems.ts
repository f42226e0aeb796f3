import { defineProblem } from '../../core/problems/problem.js';

export const OwnershipOfferNotFound = defineProblem({
  code: 'ownership_offer_not_found',
  status: 404,
  title: 'No such offer',
  help: 'Nobody offers you the organization, or not any more: offers expire after seven days, and end when either of the two is no longer what he was.',
});

export const OwnOffer = defineProblem({
  code: 'own_offer',
  status: 409,
  title: 'This is you yourself',
  help: 'Offer the organization to another active member.',
});
