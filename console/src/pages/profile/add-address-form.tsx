import { Button, Group, Stack, TextInput } from '@mantine/core';
import { atrium } from '../../api/atrium.ts';
import { FormProblem } from '../../components/form-problem.tsx';
import { useApiForm } from '../../components/use-api-form.ts';
import { useNotice } from '../../components/use-notice.ts';
import { useTexts } from '../../i18n/locale-context.ts';

/** Adds an address. A link is mailed to it, which proves that it belongs to the user. */
export function AddAddressForm() {
  const t = useTexts();
  const notice = useNotice();
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { email: '' },
    send: (body) => atrium.post('/api/v1/me/emails', { body }),
    onSent: ({ email }) => {
      form.reset();
      notice(t('addresses.added', { email }));
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="sm">
        <Group align="end">
          <TextInput
            label={t('addresses.new')}
            type="email"
            autoComplete="email"
            required
            flex={1}
            miw={220}
            {...form.getInputProps('email')}
          />
          <Button type="submit" variant="default" loading={mutation.isPending}>
            {t('addresses.add')}
          </Button>
        </Group>
        <FormProblem error={mutation.error} />
      </Stack>
    </form>
  );
}
