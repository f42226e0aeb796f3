import type { Prisma } from '../../core/prisma/generated/client.js';

export const INVITATION_STATES = ['pending', 'accepted', 'revoked', 'expired'] as const;

export type InvitationState = (typeof INVITATION_STATES)[number];

/** What is read with every invitation: its role may have been renamed since. */
export const WITH_ROLE = { role: { select: { name: true } } } satisfies Prisma.InvitationInclude;

export type InvitationWithRole = Prisma.InvitationGetPayload<{ include: typeof WITH_ROLE }>;

/** An invitation as it is at the time it is shown. */
export type ShownInvitation = InvitationWithRole & { readonly state: InvitationState };

/** Neither accepted nor revoked: it can still become either, or be sent again. */
export const OPEN = { acceptedAt: null, revokedAt: null } satisfies Prisma.InvitationWhereInput;

/** Open, and its link works. */
export function pending(now: Date): Prisma.InvitationWhereInput {
  return { ...OPEN, expiresAt: { gt: now } };
}

/** Those in one of the states; in any when none is named. */
export function inStates(states: readonly InvitationState[], now: Date): Prisma.InvitationWhereInput {
  const conditions: Record<InvitationState, Prisma.InvitationWhereInput> = {
    pending: pending(now),
    accepted: { acceptedAt: { not: null } },
    revoked: { revokedAt: { not: null } },
    expired: { ...OPEN, expiresAt: { lte: now } },
  };
  return states.length === 0 ? {} : { OR: states.map((state) => conditions[state]) };
}

export function stateOf(
  { acceptedAt, revokedAt, expiresAt }: Pick<InvitationWithRole, 'acceptedAt' | 'revokedAt' | 'expiresAt'>,
  now: Date,
): InvitationState {
  if (acceptedAt) {
    return 'accepted';
  }
  if (revokedAt) {
    return 'revoked';
  }
  return expiresAt > now ? 'pending' : 'expired';
}

/** What the role is called, or was when the invitation ended. */
export function roleNameOf({ role, roleName }: Pick<InvitationWithRole, 'role' | 'roleName'>): string {
  return role?.name ?? roleName;
}
