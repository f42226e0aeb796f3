import { Button, Menu } from '@mantine/core';
import { atrium } from '../../api/atrium.ts';
import { ActionMenu } from '../../components/action-menu.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useNotify } from '../../components/use-notify.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { ChangeRolesDialog } from './change-roles-dialog.tsx';
import type { Member } from './members-query.ts';

export type MemberAction = 'roles' | 'deactivate' | 'activate' | 'remove' | 'factors';

const ACTIONS = {
  roles: { title: 'member_roles.title' },
  deactivate: { title: 'member_deactivate.title', text: 'member_deactivate.text', done: 'member_deactivate.done' },
  activate: { title: 'member_activate.title', text: 'member_activate.text', done: 'member_activate.done' },
  remove: { title: 'member_remove.title', text: 'member_remove.text', done: 'member_remove.done' },
  factors: { title: 'member_factors.title', text: 'member_factors.text', done: 'member_factors.done' },
} as const;

interface MemberMenuProps {
  readonly member: Member;
  readonly onAction: (action: MemberAction) => void;
}

/** The menu of a member. */
export function MemberMenu({ member, onAction }: MemberMenuProps) {
  const t = useTexts();
  const actions: readonly MemberAction[] = [
    'roles',
    member.state === 'Active' ? 'deactivate' : 'activate',
    'factors',
    'remove',
  ];
  return (
    <ActionMenu
      target={
        <Button size="compact-sm" variant="default" aria-label={t('members.actions', { name: member.displayName })}>
          {t('list.actions')}
        </Button>
      }
    >
      {actions.map((action) => (
        <Menu.Item
          key={action}
          onClick={() => {
            onAction(action);
          }}
        >
          {t(ACTIONS[action].title)}
        </Menu.Item>
      ))}
    </ActionMenu>
  );
}

interface MemberDialogProps {
  readonly slug: string;
  readonly member: Member;
  readonly action: MemberAction;
  readonly onClose: () => void;
}

/** The dialog of an action. It stays open when its member is no longer in the list, so that the user reads why. */
export function MemberDialog({ slug, member, action, onClose }: MemberDialogProps) {
  const t = useTexts();
  const notify = useNotify();
  if (action === 'roles') {
    return <ChangeRolesDialog slug={slug} member={member} onClose={onClose} />;
  }
  const { title, text, done } = ACTIONS[action];
  const values = { name: member.displayName, email: member.email };
  return (
    <ConfirmDialog
      title={t(title)}
      text={t(text, values)}
      action={t(title)}
      onConfirm={() => perform(action, slug, member)}
      onDone={() => {
        notify(t(done, values));
        onClose();
      }}
      onClose={onClose}
    />
  );
}

function perform(action: Exclude<MemberAction, 'roles'>, slug: string, { id, userId }: Member): Promise<unknown> {
  const path = { slug, id };
  switch (action) {
    case 'remove':
      return atrium.delete('/api/v1/orgs/{slug}/members/{id}', { params: { path } });
    case 'factors':
      return atrium.delete('/api/v1/org/users/{user}/mfa', { params: { path: { user: userId } } });
    default: {
      const state = action === 'activate' ? 'Active' : 'Inactive';
      return atrium.patch('/api/v1/orgs/{slug}/members/{id}', { params: { path }, body: { state } });
    }
  }
}
