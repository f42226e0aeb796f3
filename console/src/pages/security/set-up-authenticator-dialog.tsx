import type { components } from '@atrium/client';
import { Anchor, Button, Code, Group, Image, Stack, Text, TextInput } from '@mantine/core';
import { atrium } from '../../api/atrium.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { useApiForm } from '../../components/use-api-form.ts';
import { useTexts } from '../../i18n/locale-context.ts';

interface SetUpAuthenticatorDialogProps {
  readonly setup: components['schemas']['TotpSetupDto'];
  /** Gets the recovery codes once the app is active. */
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Shows the secret for the authenticator app, and asks for a code of it. The app is active after that. */
export function SetUpAuthenticatorDialog({ setup, onCodes, onClose }: SetUpAuthenticatorDialogProps) {
  const t = useTexts();
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { code: '' },
    send: (body) => atrium.post('/api/v1/auth/totp/activate', { body }),
    onSent: ({ recoveryCodes }) => {
      onClose();
      onCodes(recoveryCodes);
    },
  });
  return (
    <Dialog
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={!mutation.isPending}
      title={t('security.authenticator_set_up')}
    >
      <Stack>
        <Text>{t('security.authenticator_scan')}</Text>
        <Image src={setup.qrCode} alt={t('security.qr_code')} w={200} h={200} mx="auto" />
        <Anchor href={setup.otpauthUri} size="sm">
          {t('security.authenticator_open')}
        </Anchor>
        <Text size="sm">{t('security.authenticator_secret')}</Text>
        <Group>
          <Code className="atrium-value">{setup.secret}</Code>
          <CopyButton value={setup.secret} label={t('security.copy_secret')} />
        </Group>
        <form onSubmit={onSubmit} noValidate>
          <Stack>
            <TextInput
              label={t('field.totp')}
              description={t('field.totp_description')}
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              data-autofocus
              {...form.getInputProps('code')}
            />
            <FormProblem error={mutation.error} />
            <Button type="submit" loading={mutation.isPending}>
              {t('security.authenticator_activate')}
            </Button>
          </Stack>
        </form>
      </Stack>
    </Dialog>
  );
}
