import { Button, Stack, Text, TextInput } from '@mantine/core';
import { publicAtrium } from '../../api/atrium.ts';
import { FormProblem } from '../../components/form-problem.tsx';
import { NewPasswordInput } from '../../components/new-password-input.tsx';
import { useApiForm } from '../../components/use-api-form.ts';
import { useLocale } from '../../i18n/locale-context.ts';

interface RegisterInvitedFormProps {
  readonly token: string;
  readonly onRegistered: () => Promise<void>;
}

/** Registers the invited person. The token of the mail proves the address. */
export function RegisterInvitedForm({ token, onRegistered }: RegisterInvitedFormProps) {
  const { t, locale } = useLocale();
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { displayName: '', password: '' },
    send: ({ displayName, password }) =>
      publicAtrium.post('/api/v1/invitations/register', {
        body: { token, password, locale, ...(displayName !== '' && { displayName }) },
      }),
    onSent: onRegistered,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Text>{t('invitation.register')}</Text>
        <TextInput label={t('field.display_name')} autoComplete="name" {...form.getInputProps('displayName')} />
        <NewPasswordInput {...form.getInputProps('password')} />
        <FormProblem error={mutation.error} />
        <Button type="submit" loading={mutation.isPending}>
          {t('invitation.register_submit')}
        </Button>
      </Stack>
    </form>
  );
}
