import type { Invitation, Prisma } from '../../core/prisma/generated/client.js';

export const INVITATION_STATES = ['pending', 'accepted', 'revoked', 'expired'] as const;

export type InvitationState = (typeof INVITATION_STATES)[number];

/** Neither accepted nor revoked: it can still become either, or be sent again. */
export const OPEN = { acceptedAt: null, revokedAt: null } satisfies Prisma.InvitationWhereInput;

/** Open, and its link works. */
export function pending(now = new Date()): Prisma.InvitationWhereInput {
  return { ...OPEN, expiresAt: { gt: now } };
}

export function stateOf({ acceptedAt, revokedAt, expiresAt }: Invitation, now = new Date()): InvitationState {
  if (acceptedAt) {
    return 'accepted';
  }
  if (revokedAt) {
    return 'revoked';
  }
  return expiresAt > now ? 'pending' : 'expired';
}
