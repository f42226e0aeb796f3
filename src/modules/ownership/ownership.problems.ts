import { defineProblem } from '../../core/problems/problem.js';

export const OwnershipOfferNotFound = defineProblem({
  code: 'ownership_offer_not_found',
  status: 404,
  title: 'No such offer',
  help: 'There is no open offer of the organization to you. Offers expire after seven days. An offer also ends when one of the two members leaves, or when its sender loses the roles that it transfers.',
});

export const OwnOffer = defineProblem({
  code: 'own_offer',
  status: 409,
  title: 'You cannot offer the organization to yourself',
  help: 'Offer the organization to another active member.',
});
