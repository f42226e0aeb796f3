import type { components } from '@atrium/client';
import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { atrium } from '../../api/atrium.ts';
import { signOut } from '../../api/identity.ts';
import { isProblem } from '../../api/problems.ts';
import { FormProblem } from '../../components/form-problem.tsx';
import { useTexts } from '../../i18n/locale-context.ts';

interface AcceptButtonProps {
  readonly token: string;
  readonly preview: components['schemas']['InvitationPreviewDto'];
  /** The primary address of the signed-in user. */
  readonly email: string;
  readonly onAccepted: () => Promise<void>;
}

/** Accepts the invitation as the signed-in user, or lets another user sign in. */
export function AcceptButton({ token, preview, email, onAccepted }: AcceptButtonProps) {
  const t = useTexts();
  const accept = useMutation({
    mutationFn: () => atrium.post('/api/v1/invitations/accept', { body: { token } }),
    onSuccess: onAccepted,
  });
  const leave = useMutation({ mutationFn: signOut });
  // The preview accepted the token, so the invitation is for another user.
  const isForAnother = isProblem(accept.error, 'invalid_token');
  return (
    <Stack>
      <Text className="atrium-value">{t('invitation.signed_in_as', { email })}</Text>
      {isForAnother ? (
        <Text role="alert" className="atrium-value">
          {t('invitation.for_another', { email: preview.email })}
        </Text>
      ) : (
        <FormProblem error={accept.error} />
      )}
      <Button
        loading={accept.isPending}
        onClick={() => {
          accept.mutate();
        }}
      >
        {t('invitation.accept', { organization: preview.organization.name })}
      </Button>
      <Button
        variant="default"
        loading={leave.isPending}
        onClick={() => {
          leave.mutate();
        }}
      >
        {t('invitation.other_account')}
      </Button>
      <FormProblem error={leave.error} />
    </Stack>
  );
}
