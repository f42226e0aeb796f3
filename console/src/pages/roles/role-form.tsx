import type { components } from '@atrium/client';
import { Checkbox, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { DialogForm } from '../../components/dialog-form.tsx';
import { useApiForm } from '../../components/use-api-form.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { type Permission, PERMISSION_TEXTS, PERMISSIONS } from './permission-texts.ts';

type Role = components['schemas']['RoleDto'];

interface RoleFormProps {
  /** The role that is changed. */
  readonly role?: Role;
  readonly submit: string;
  readonly send: (body: { name: string; description: string | null; permissions: Permission[] }) => Promise<unknown>;
  readonly onClose: () => void;
}

/** The name, the description and the permissions of a role. */
export function RoleForm({ role, submit, send, onClose }: RoleFormProps) {
  const t = useTexts();
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: {
      name: role?.name ?? '',
      description: role?.description ?? '',
      permissions: role?.permissions ?? [],
    },
    send: (values) => send({ ...values, description: values.description === '' ? null : values.description }),
    onSent: onClose,
  });
  return (
    <DialogForm mutation={mutation} onSubmit={onSubmit} submit={submit} onCancel={onClose}>
      <TextInput label={t('roles.name')} required data-autofocus {...form.getInputProps('name')} />
      <Textarea label={t('roles.role_description')} autosize minRows={2} {...form.getInputProps('description')} />
      <Checkbox.Group
        label={t('roles.permissions')}
        description={t('roles.permissions_description')}
        {...form.getInputProps('permissions')}
      >
        <Stack gap="xs" mt="xs">
          {PERMISSIONS.map((permission) => (
            <Checkbox key={permission} value={permission} label={t(PERMISSION_TEXTS[permission])} />
          ))}
        </Stack>
      </Checkbox.Group>
      {role && <Text size="sm">{t('roles.change_text', { role: role.name })}</Text>}
    </DialogForm>
  );
}
