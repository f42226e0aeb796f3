import { Button, Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { atrium } from '../../api/atrium.ts';
import { readIdentityAgain } from '../../api/identity.ts';
import { FormProblem } from '../../components/form-problem.tsx';
import { NewPasswordInput } from '../../components/new-password-input.tsx';
import { PublicPage } from '../../components/public-page.tsx';
import { useApiForm } from '../../components/use-api-form.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { PasswordField } from '../../components/password-field.tsx';

/** Replaces a temporary password, or sets the first one, before anything else. */
export function ChoosePasswordPage() {
  const t = useTexts();
  const navigate = useNavigate();
  const { first = false } = useSearch({ from: '/choose-password' });
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { currentPassword: '', newPassword: '' },
    send: ({ currentPassword, newPassword }) =>
      atrium.patch('/api/v1/users/me/password', {
        body: { newPassword, revokeApiKeys: false, ...(currentPassword !== '' && { currentPassword }) },
      }),
    onSent: async () => {
      await readIdentityAgain();
      await navigate({ to: '/', replace: true });
    },
  });
  return (
    <PublicPage title={t('choose_password.title')} description={t('choose_password.description')}>
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          {!first && (
            <PasswordField
              label={t('field.current_password')}
              autoComplete="current-password"
              {...form.getInputProps('currentPassword')}
            />
          )}
          <NewPasswordInput {...form.getInputProps('newPassword')} />
          <FormProblem error={mutation.error} />
          <Button type="submit" loading={mutation.isPending}>
            {t('choose_password.submit')}
          </Button>
        </Stack>
      </form>
    </PublicPage>
  );
}
