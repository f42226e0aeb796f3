import { Button, Group } from '@mantine/core';
import { atrium } from '../../api/atrium.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useNotify } from '../../components/use-notify.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import type { Invitation } from './invitations-query.ts';

const ACTIONS = {
  resend: { title: 'invitation_resend.title', text: 'invitation_resend.text', done: 'invitation_resend.done' },
  revoke: { title: 'invitation_revoke.title', text: 'invitation_revoke.text', done: 'invitation_revoke.done' },
} as const;

export type InvitationAction = keyof typeof ACTIONS;

interface InvitationButtonsProps {
  readonly invitation: Invitation;
  readonly onAction: (action: InvitationAction) => void;
}

/** Sends an open invitation again, or revokes it. An invitation that was accepted or revoked has no actions. */
export function InvitationButtons({ invitation, onAction }: InvitationButtonsProps) {
  const t = useTexts();
  if (invitation.state === 'accepted' || invitation.state === 'revoked') {
    return null;
  }
  const actions: readonly InvitationAction[] = ['resend', 'revoke'];
  return (
    <Group gap="xs" justify="end" wrap="nowrap">
      {actions.map((action) => (
        <Button
          key={action}
          size="compact-sm"
          variant="default"
          aria-label={`${t(ACTIONS[action].title)}: ${invitation.email}`}
          onClick={() => {
            onAction(action);
          }}
        >
          {t(ACTIONS[action].title)}
        </Button>
      ))}
    </Group>
  );
}

interface InvitationDialogProps {
  readonly slug: string;
  readonly invitation: Invitation;
  readonly action: InvitationAction;
  readonly onClose: () => void;
}

/** The dialog of an action. It stays open when its invitation has ended in between, so that the user reads why. */
export function InvitationDialog({ slug, invitation, action, onClose }: InvitationDialogProps) {
  const t = useTexts();
  const notify = useNotify();
  const { id, email } = invitation;
  const { title, text, done } = ACTIONS[action];
  return (
    <ConfirmDialog
      title={t(title)}
      text={t(text, { email })}
      action={t(title)}
      onConfirm={() => perform(action, { slug, id })}
      onDone={() => {
        notify(t(done, { email }));
        onClose();
      }}
      onClose={onClose}
    />
  );
}

function perform(action: InvitationAction, path: { slug: string; id: string }): Promise<unknown> {
  return action === 'resend'
    ? atrium.post('/api/v1/orgs/{slug}/invitations/{id}/resend', { params: { path } })
    : atrium.delete('/api/v1/orgs/{slug}/invitations/{id}', { params: { path } });
}
