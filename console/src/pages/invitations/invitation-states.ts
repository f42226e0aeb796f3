import type { InvitationState } from '../../api/invitation-state.ts';
import type { TextKey } from '../../i18n/translate.ts';

/** The names of the states. */
export const INVITATION_STATES: Readonly<Record<InvitationState, TextKey>> = {
  pending: 'invitation_state.pending',
  accepted: 'invitation_state.accepted',
  revoked: 'invitation_state.revoked',
  expired: 'invitation_state.expired',
};
