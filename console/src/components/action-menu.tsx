import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';

interface ActionMenuProps {
  /** The button that opens the menu. */
  readonly target: ReactNode;
  /** `Menu.Item`s. */
  readonly children: ReactNode;
}

/** A menu of actions. It is part of the page’s content, where screen readers look for it, and not at the end of the document. */
export function ActionMenu({ target, children }: ActionMenuProps) {
  return (
    <Menu position="bottom-end" portalProps={{ target: '#main' }} withInitialFocusPlaceholder={false}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
