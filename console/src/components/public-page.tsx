import { Center, Group, Paper, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ColorSchemeSelect } from './color-scheme-select.tsx';
import { Footer } from './footer.tsx';
import { LanguageSelect } from './language-select.tsx';
import { PageTitle } from './page-title.tsx';

interface PublicPageProps {
  readonly title: string;
  readonly description?: string;
  readonly children: ReactNode;
}

/** The frame of the pages that need no session. */
export function PublicPage({ title, description, children }: PublicPageProps) {
  return (
    <Center mih="100vh" p="md">
      <Stack w="100%" maw={440}>
        <Paper component="main" withBorder p="xl">
          <PageTitle title={title} description={description} />
          {children}
        </Paper>
        <Footer>
          <Group justify="center">
            <LanguageSelect />
            <ColorSchemeSelect />
          </Group>
        </Footer>
      </Stack>
    </Center>
  );
}
