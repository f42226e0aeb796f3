import { TextInput } from '@mantine/core';
import { atrium } from '../api/atrium.ts';
import { useTexts } from '../i18n/locale-context.ts';
import { AppRoleSelect } from './app-role-select.tsx';
import { FormDialog } from './form-dialog.tsx';
import { useNotify } from './use-notify.ts';
import { RoleSelect } from './role-select.tsx';
import { useApiForm } from './use-api-form.ts';

interface InviteDialogProps {
  readonly slug: string;
  readonly onClose: () => void;
}

interface Values extends Record<string, unknown> {
  readonly email: string;
  readonly role: string;
  readonly appRole: 'AppAdmin' | 'AppMember';
}

/** The roles with the fewest permissions. */
const INITIAL_VALUES: Values = { email: '', role: 'Teacher', appRole: 'AppMember' };

/** Invites a person to the organization by mail. */
export function InviteDialog({ slug, onClose }: InviteDialogProps) {
  const t = useTexts();
  const notify = useNotify();
  const api = useApiForm({
    initialValues: INITIAL_VALUES,
    send: (body) => atrium.post('/api/v1/orgs/{slug}/invitations', { params: { path: { slug } }, body }),
    onSent: (_invitation, { email }) => {
      notify(t('invite.done', { email }));
      onClose();
    },
  });
  return (
    <FormDialog title={t('invite.title')} action={t('invite.submit')} api={api} onClose={onClose}>
      <TextInput
        label={t('field.email')}
        type="email"
        autoComplete="off"
        required
        data-autofocus
        {...api.form.getInputProps('email')}
      />
      <RoleSelect slug={slug} by="name" {...api.form.getInputProps('role')} />
      <AppRoleSelect {...api.form.getInputProps('appRole')} />
    </FormDialog>
  );
}
