import { Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { identityQuery } from '../api/identity.ts';
import { Dialog } from '../components/dialog.tsx';
import { SignInSteps } from '../components/sign-in/sign-in-steps.tsx';
import { useTexts } from '../i18n/locale-context.ts';

interface SignInDialogProps {
  /** @param isDone whether the user is signed in again */
  readonly onSettled: (isDone: boolean) => void;
}

/** Signs the user in again after the session has ended. What was typed into the page behind it stays. */
export function SignInDialog({ onSettled }: SignInDialogProps) {
  const t = useTexts();
  const queryClient = useQueryClient();
  const previous = queryClient.getQueryData(identityQuery.queryKey)?.user;
  return (
    <Dialog
      onClose={() => {
        onSettled(false);
      }}
      title={t('session_ended.title')}
      isPrompt
    >
      <Stack>
        <Text>{t('session_ended.description')}</Text>
        <SignInSteps
          email={previous?.email}
          onSignedIn={({ userId }) => {
            if (previous !== undefined && previous.id !== userId) {
              // The page shows what another user could see.
              location.reload();
            } else {
              onSettled(true);
            }
          }}
        />
      </Stack>
    </Dialog>
  );
}
