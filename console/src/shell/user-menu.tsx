import { Button, Menu } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { identityQuery, signOut } from '../api/identity.ts';
import { useTexts } from '../i18n/locale-context.ts';

/** The user, and the way out. */
export function UserMenu() {
  const t = useTexts();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { data: identity } = useQuery(identityQuery);
  const { mutate, isPending } = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      await navigate({ to: '/sign-in' });
      queryClient.clear();
    },
  });
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="subtle" loading={isPending}>
          {identity?.user.displayName ?? t('shell.user')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className="atrium-value">{identity?.user.email}</Menu.Label>
        <Menu.Item
          onClick={() => {
            mutate();
          }}
        >
          {t('shell.sign_out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
