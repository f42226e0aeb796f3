import { Button, Stack, Text, TextInput } from '@mantine/core';
import { publicAtrium } from '../../api/atrium.ts';
import { FormProblem } from '../../components/form-problem.tsx';
import { PublicPage } from '../../components/public-page.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { useApiForm } from '../../components/use-api-form.ts';
import { useTexts } from '../../i18n/locale-context.ts';

/** Asks for a link to a new password. The answer does not show whether the address has an account. */
export function ForgotPasswordPage() {
  const t = useTexts();
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { email: '' },
    send: (body) => publicAtrium.post('/api/v1/auth/password/forgot', { body }),
  });
  return (
    <PublicPage title={t('forgot_password.title')} description={t('forgot_password.description')}>
      <Stack>
        {mutation.isSuccess ? (
          <Text role="status">{t('forgot_password.sent', { email: mutation.variables.email })}</Text>
        ) : (
          <form onSubmit={onSubmit} noValidate>
            <Stack>
              <TextInput
                label={t('field.email')}
                type="email"
                autoComplete="email"
                required
                {...form.getInputProps('email')}
              />
              <FormProblem error={mutation.error} />
              <Button type="submit" loading={mutation.isPending}>
                {t('forgot_password.submit')}
              </Button>
            </Stack>
          </form>
        )}
        <TextLink to="/sign-in">{t('sign_in.back')}</TextLink>
      </Stack>
    </PublicPage>
  );
}
