import { Button, Stack, Text } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { publicAtrium } from '../../api/atrium.ts';
import { isProblem } from '../../api/problems.ts';
import { ExpiredLink } from '../../components/expired-link.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { NewPasswordInput } from '../../components/new-password-input.tsx';
import { PublicPage } from '../../components/public-page.tsx';
import { ButtonLink, TextLink } from '../../components/text-link.tsx';
import { useApiForm } from '../../components/use-api-form.ts';
import { useTexts } from '../../i18n/locale-context.ts';

/** Sets a new password by the link of a mail. */
export function ResetPasswordPage() {
  const t = useTexts();
  const { token } = useSearch({ from: '/reset-password' });
  return (
    <PublicPage title={t('reset_password.title')} description={t('reset_password.description')}>
      {token === undefined ? <Expired /> : <ResetForm token={token} />}
    </PublicPage>
  );
}

function ResetForm({ token }: { readonly token: string }) {
  const t = useTexts();
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { newPassword: '' },
    send: ({ newPassword }) => publicAtrium.post('/api/v1/auth/password/reset', { body: { token, newPassword } }),
  });
  if (isProblem(mutation.error, 'invalid_token')) {
    return <Expired />;
  }
  if (mutation.isSuccess) {
    return (
      <Stack align="start">
        <Text role="status">{t('reset_password.done')}</Text>
        <ButtonLink to="/sign-in">{t('sign_in.title')}</ButtonLink>
      </Stack>
    );
  }
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <NewPasswordInput {...form.getInputProps('newPassword')} />
        <FormProblem error={mutation.error} />
        <Button type="submit" loading={mutation.isPending}>
          {t('choose_password.submit')}
        </Button>
      </Stack>
    </form>
  );
}

function Expired() {
  const t = useTexts();
  return (
    <ExpiredLink text={t('reset_password.expired')}>
      <TextLink to="/forgot-password">{t('reset_password.new_link')}</TextLink>
    </ExpiredLink>
  );
}
