import { Button, Stack, Text, TextInput } from '@mantine/core';
import { publicAtrium } from '../../api/atrium.ts';
import { FormProblem } from '../../components/form-problem.tsx';
import { NewPasswordInput } from '../../components/new-password-input.tsx';
import { PublicPage } from '../../components/public-page.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { useApiForm } from '../../components/use-api-form.ts';
import { useLocale } from '../../i18n/locale-context.ts';

/** Registers an account. The answer does not show whether the address has one already. */
export function RegisterPage() {
  const { t, locale } = useLocale();
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { displayName: '', email: '', password: '', organizationName: '' },
    send: ({ displayName, organizationName, ...rest }) =>
      publicAtrium.post('/api/v1/auth/register', {
        body: {
          ...rest,
          locale,
          ...(displayName !== '' && { displayName }),
          ...(organizationName !== '' && { organizationName }),
        },
      }),
  });
  return (
    <PublicPage title={t('register.title')}>
      <Stack>
        {mutation.isSuccess ? (
          <Text role="status">{t('register.sent', { email: mutation.variables.email })}</Text>
        ) : (
          <form onSubmit={onSubmit} noValidate>
            <Stack>
              <TextInput label={t('field.display_name')} autoComplete="name" {...form.getInputProps('displayName')} />
              <TextInput
                label={t('field.email')}
                type="email"
                autoComplete="email"
                required
                {...form.getInputProps('email')}
              />
              <NewPasswordInput {...form.getInputProps('password')} />
              <TextInput
                label={t('field.organization_name')}
                description={t('field.organization_name_description')}
                autoComplete="organization"
                {...form.getInputProps('organizationName')}
              />
              <FormProblem error={mutation.error} />
              <Button type="submit" loading={mutation.isPending}>
                {t('register.submit')}
              </Button>
            </Stack>
          </form>
        )}
        <TextLink to="/sign-in">{t('sign_in.back')}</TextLink>
      </Stack>
    </PublicPage>
  );
}
