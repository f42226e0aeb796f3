import type { components } from '@atrium/client';
import { NativeSelect, TextInput } from '@mantine/core';
import { atrium } from '../../api/atrium.ts';
import { DialogForm } from '../../components/dialog-form.tsx';
import { RoleSelect } from '../../components/role-select.tsx';
import { useApiForm } from '../../components/use-api-form.ts';
import { useTexts } from '../../i18n/locale-context.ts';

type AppRole = components['schemas']['AppRole'];
type ServiceAccount = components['schemas']['ServiceAccountDto'];

const APP_ROLES: readonly AppRole[] = ['AppMember', 'AppAdmin'];

interface CreateAccountFormProps {
  readonly slug: string;
  readonly onClose: () => void;
}

/** Creates a service account with its roles. */
export function CreateAccountForm({ slug, onClose }: CreateAccountFormProps) {
  const t = useTexts();
  const appRole: AppRole = 'AppMember';
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { username: '', description: '', role: 'Teacher', appRole },
    send: ({ description, ...values }) =>
      atrium.post('/api/v1/org/service-accounts', {
        body: { ...values, description: description === '' ? null : description },
      }),
    onSent: onClose,
  });
  return (
    <DialogForm mutation={mutation} onSubmit={onSubmit} submit={t('service_accounts.create')} onCancel={onClose}>
      <TextInput label={t('service_accounts.username')} required data-autofocus {...form.getInputProps('username')} />
      <TextInput label={t('service_accounts.purpose')} {...form.getInputProps('description')} />
      <RoleSelect slug={slug} by="name" label={t('service_accounts.role')} {...form.getInputProps('role')} />
      <NativeSelect label={t('service_accounts.app_role')} data={[...APP_ROLES]} {...form.getInputProps('appRole')} />
    </DialogForm>
  );
}

interface ChangeAccountFormProps {
  readonly account: ServiceAccount;
  readonly onClose: () => void;
}

/** Changes the name and the purpose of a service account. Its roles are not shown by the API. */
export function ChangeAccountForm({ account, onClose }: ChangeAccountFormProps) {
  const t = useTexts();
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { username: account.username, description: account.description ?? '' },
    send: ({ username, description }) =>
      atrium.patch('/api/v1/org/service-accounts/{id}', {
        params: { path: { id: account.id } },
        body: { username, description: description === '' ? null : description },
      }),
    onSent: onClose,
  });
  return (
    <DialogForm mutation={mutation} onSubmit={onSubmit} submit={t('form.save')} onCancel={onClose}>
      <TextInput label={t('service_accounts.username')} required data-autofocus {...form.getInputProps('username')} />
      <TextInput label={t('service_accounts.purpose')} {...form.getInputProps('description')} />
    </DialogForm>
  );
}
