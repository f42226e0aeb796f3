import type { components } from '@atrium/client';

export type InvitationState = components['schemas']['InvitationDto']['state'];

/** Whether the value of an address is a state of invitations. */
export function isInvitationState(value: unknown): value is InvitationState {
  const states: readonly unknown[] = ['pending', 'accepted', 'revoked', 'expired'] satisfies InvitationState[];
  return states.includes(value);
}
