import type { components } from '@atrium/client';
import { queryOptions } from '@tanstack/react-query';
import { atrium } from './atrium.ts';
import { isProblem } from './problems.ts';

type Member = components['schemas']['MemberDto'];

/** The most members that are read to find the name of the other member of an offer. */
const SEARCHED = 100;

/** An open offer of the organization, as one of its two members sees it. */
export interface OwnershipOffer {
  /** Whether the user gets the organization. Otherwise, the user offers it. */
  readonly isToMe: boolean;
  /** The name of the other member. Undefined: it was not found in a large organization. */
  readonly other: string | undefined;
  readonly expiresAt: string;
}

/** The open offer of the organization. Null: there is none, or the user is none of its two members. */
export const ownershipOfferQuery = (slug: string, user: { readonly id: string; readonly email: string }) =>
  queryOptions({
    queryKey: ['organizations', slug, 'ownership-offer', user.id],
    queryFn: async ({ signal }): Promise<OwnershipOffer | null> => {
      const members = async (query: { readonly q?: string }): Promise<readonly Member[]> => {
        const params = { path: { slug }, query: { limit: SEARCHED, ...query } };
        return (await atrium.get('/api/v1/orgs/{slug}/members', { params, signal })).items;
      };
      try {
        const offer = await atrium.get('/api/v1/orgs/{slug}/ownership-offer', { params: { path: { slug } }, signal });
        // The offer has the ids of memberships only.
        const found = [...(await members({ q: user.email })), ...(await members({}))];
        const own = found.find(({ userId }) => userId === user.id);
        const isToMe = own?.id === offer.toMemberId;
        const otherId = isToMe ? offer.fromMemberId : offer.toMemberId;
        const other = found.find(({ id }) => id === otherId)?.displayName;
        return { isToMe, other, expiresAt: offer.expiresAt };
      } catch (error) {
        if (isProblem(error, 'ownership_offer_not_found')) {
          return null;
        }
        throw error;
      }
    },
  });
