import { Text } from '@mantine/core';
import { atrium } from '../../api/atrium.ts';
import { AppRoleSelect } from '../../components/app-role-select.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useNotify } from '../../components/use-notify.ts';
import { RoleSelect } from '../../components/role-select.tsx';
import { useApiForm } from '../../components/use-api-form.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import type { Member } from './members-query.ts';

interface ChangeRolesDialogProps {
  readonly slug: string;
  readonly member: Member;
  readonly onClose: () => void;
}

/** Changes the roles of a member. */
export function ChangeRolesDialog({ slug, member, onClose }: ChangeRolesDialogProps) {
  const t = useTexts();
  const notify = useNotify();
  const { id, role, appRole, displayName } = member;
  const api = useApiForm({
    initialValues: { role, appRole },
    send: (body) => atrium.patch('/api/v1/orgs/{slug}/members/{id}', { params: { path: { slug, id } }, body }),
    onSent: () => {
      notify(t('member_roles.done', { name: displayName }));
      onClose();
    },
  });
  return (
    <FormDialog title={t('member_roles.title')} action={t('dialog.save')} api={api} onClose={onClose}>
      <Text className="atrium-value">{t('member_roles.text', { name: displayName, email: member.email })}</Text>
      <RoleSelect slug={slug} by="name" data-autofocus {...api.form.getInputProps('role')} />
      <AppRoleSelect {...api.form.getInputProps('appRole')} />
    </FormDialog>
  );
}
