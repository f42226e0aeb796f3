import { AppShell, Burger, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useParams } from '@tanstack/react-router';
import { ColorSchemeSelect } from '../components/color-scheme-select.tsx';
import { Footer } from '../components/footer.tsx';
import { PRODUCT } from '../components/product.ts';
import { TextLink } from '../components/text-link.tsx';
import { useTexts } from '../i18n/locale-context.ts';
import { Navigation } from './navigation.tsx';
import { SavedLanguageSelect } from './saved-language-select.tsx';
import { UserMenu } from './user-menu.tsx';

/** The frame of the pages for signed-in users: the header, the navigation and the page. */
export function Shell() {
  const t = useTexts();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const { slug } = useParams({ strict: false });
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 240, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding="md"
    >
      <a className="atrium-skip" href="#main">
        {t('shell.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={isOpen}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={t('shell.menu')}
              aria-expanded={isOpen}
            />
            <TextLink to="/" underline="never" c="inherit">
              <Text fw={700}>{PRODUCT}</Text>
            </TextLink>
          </Group>
          <UserMenu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="md" aria-label={t('shell.navigation')}>
        <AppShell.Section grow>
          <Navigation slug={slug} onFollow={close} />
        </AppShell.Section>
        <AppShell.Section>
          <Stack gap="xs">
            <SavedLanguageSelect />
            <ColorSchemeSelect />
          </Stack>
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        <Outlet />
        <Footer />
      </AppShell.Main>
    </AppShell>
  );
}
