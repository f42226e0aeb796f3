import { Text, TextInput } from '@mantine/core';
import { atrium } from '../../api/atrium.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useNotify } from '../../components/use-notify.ts';
import { useApiForm } from '../../components/use-api-form.ts';
import { useTexts } from '../../i18n/locale-context.ts';

/** Creates an account that the organization manages. */
export function CreateUserDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts();
  const notify = useNotify();
  const api = useApiForm({
    initialValues: { email: '', displayName: '' },
    send: ({ email, displayName }) =>
      atrium.post('/api/v1/org/users', { body: { email, ...(displayName !== '' && { displayName }) } }),
    onSent: ({ email }) => {
      notify(t('create_user.done', { email }));
      onClose();
    },
  });
  return (
    <FormDialog title={t('create_user.title')} action={t('create_user.submit')} api={api} onClose={onClose}>
      <Text>{t('create_user.text')}</Text>
      <TextInput
        label={t('field.email')}
        type="email"
        autoComplete="off"
        required
        data-autofocus
        {...api.form.getInputProps('email')}
      />
      <TextInput label={t('field.display_name')} autoComplete="off" {...api.form.getInputProps('displayName')} />
    </FormDialog>
  );
}
