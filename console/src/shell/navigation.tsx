import { Divider, Stack } from '@mantine/core';
import { NavigationLink } from '../components/text-link.tsx';
import { useTexts } from '../i18n/locale-context.ts';
import { ACCOUNT_ITEMS, ORGANIZATION_ITEMS } from './navigation-items.ts';
import { OrganizationSelect } from './organization-select.tsx';

interface NavigationProps {
  /** The organization of the page. Undefined: the page belongs to none. */
  readonly slug: string | undefined;
  /** Closes the navigation on small screens. */
  readonly onFollow: () => void;
}

/** The links to the pages. */
export function Navigation({ slug, onFollow }: NavigationProps) {
  const t = useTexts();
  return (
    <Stack gap="xs">
      <OrganizationSelect slug={slug} onChosen={onFollow} />
      {slug !== undefined &&
        ORGANIZATION_ITEMS.map(({ label, to, isExact = false }) => (
          <NavigationLink
            key={to}
            to={to}
            params={{ slug }}
            label={t(label)}
            activeOptions={{ exact: isExact }}
            onClick={onFollow}
          />
        ))}
      <Divider label={t('navigation.account')} labelPosition="left" />
      {ACCOUNT_ITEMS.map(({ label, to }) => (
        <NavigationLink key={to} to={to} label={t(label)} onClick={onFollow} />
      ))}
    </Stack>
  );
}
