import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { isDismissed, isRegisteredHere, registerPasskey } from '../../api/passkeys.ts';
import { FormProblem } from '../../components/form-problem.tsx';
import { useApiForm } from '../../components/use-api-form.ts';
import { useNotice } from '../../components/use-notice.ts';
import { useTexts } from '../../i18n/locale-context.ts';

/** Opens the dialog of the browser that makes a passkey. */
export function AddPasskeyForm() {
  const t = useTexts();
  const notice = useNotice();
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { name: '' },
    send: ({ name }) => registerPasskey(name.trim()),
    onSent: ({ name }) => {
      form.reset();
      notice(t('security.passkey_added', { name }));
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="sm">
        <Group align="end">
          <TextInput
            label={t('security.passkey_name')}
            description={t('security.passkey_name_description')}
            flex={1}
            miw={220}
            {...form.getInputProps('name')}
          />
          <Button type="submit" variant="default" loading={mutation.isPending}>
            {t('security.passkey_add')}
          </Button>
        </Group>
        {isRegisteredHere(mutation.error) ? (
          <Alert color="orange" role="alert" variant="light">
            {t('security.passkey_registered_here')}
          </Alert>
        ) : (
          <FormProblem error={isDismissed(mutation.error) ? null : mutation.error} />
        )}
      </Stack>
    </form>
  );
}
