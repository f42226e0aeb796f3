import { Button, Checkbox, Group, PasswordInput, Stack } from '@mantine/core';
import { atrium } from '../../api/atrium.ts';
import { FormProblem } from '../../components/form-problem.tsx';
import { NewPasswordInput } from '../../components/new-password-input.tsx';
import { Section } from '../../components/section.tsx';
import { useApiForm } from '../../components/use-api-form.ts';
import { useNotice } from '../../components/use-notice.ts';
import { useTexts } from '../../i18n/locale-context.ts';

/** Changes the password. An account that signs in by other means alone may have none. */
export function PasswordSection({ hasPassword }: { readonly hasPassword: boolean }) {
  const t = useTexts();
  const notice = useNotice();
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { currentPassword: '', newPassword: '', revokeApiKeys: false },
    send: ({ currentPassword, ...body }) =>
      atrium.patch('/api/v1/users/me/password', { body: { ...body, ...(hasPassword && { currentPassword }) } }),
    onSent: () => {
      form.reset();
      notice(t('security.password_changed'));
    },
  });
  return (
    <Section title={t('security.password')} description={t('security.password_description')}>
      <form onSubmit={onSubmit} noValidate>
        <Stack maw={440}>
          {hasPassword && (
            <PasswordInput
              label={t('field.current_password')}
              autoComplete="current-password"
              required
              {...form.getInputProps('currentPassword')}
            />
          )}
          <NewPasswordInput {...form.getInputProps('newPassword')} />
          <Checkbox
            label={t('security.revoke_api_keys')}
            description={t('security.revoke_api_keys_description')}
            {...form.getInputProps('revokeApiKeys', { type: 'checkbox' })}
          />
          <FormProblem error={mutation.error} />
          <Group>
            <Button type="submit" loading={mutation.isPending}>
              {t('security.change_password')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
