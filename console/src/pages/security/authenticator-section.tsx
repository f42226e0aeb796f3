import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { atrium } from '../../api/atrium.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { Section } from '../../components/section.tsx';
import { useNotice } from '../../components/use-notice.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { SetUpAuthenticatorDialog } from './set-up-authenticator-dialog.tsx';

interface AuthenticatorSectionProps {
  /** Null: the account has no authenticator app. */
  readonly activatedAt: string | null;
  readonly onCodes: (codes: readonly string[]) => void;
}

/** Sets up and removes the authenticator app. */
export function AuthenticatorSection({ activatedAt, onCodes }: AuthenticatorSectionProps) {
  const t = useTexts();
  const { dateTime } = useFormats();
  const setup = useMutation({ mutationFn: () => atrium.post('/api/v1/auth/totp/setup') });
  return (
    <Section
      title={t('security.authenticator')}
      description={t('security.authenticator_description')}
      actions={
        activatedAt === null ? (
          <Button
            variant="default"
            size="xs"
            loading={setup.isPending}
            onClick={() => {
              setup.mutate();
            }}
          >
            {t('security.authenticator_set_up')}
          </Button>
        ) : (
          <RemoveButton />
        )
      }
    >
      <Text size="sm">
        {activatedAt === null
          ? t('security.authenticator_none')
          : t('security.authenticator_since', { time: dateTime(activatedAt) })}
      </Text>
      {setup.error && <ProblemAlert error={setup.error} />}
      {setup.data && <SetUpAuthenticatorDialog setup={setup.data} onCodes={onCodes} onClose={setup.reset} />}
    </Section>
  );
}

function RemoveButton() {
  const t = useTexts();
  const notice = useNotice();
  return (
    <ConfirmButton
      label={t('security.authenticator_remove')}
      title={t('security.authenticator_remove')}
      text={t('security.authenticator_remove_text')}
      action={() => atrium.delete('/api/v1/auth/totp')}
      onDone={() => {
        notice(t('security.authenticator_removed'));
      }}
    />
  );
}
