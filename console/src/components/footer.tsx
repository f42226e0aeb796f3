import { Anchor, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { PUBLIC_PATH } from '../api/place.ts';
import { useTexts } from '../i18n/locale-context.ts';

/** Links for the developers of clients, below what the page adds. */
export function Footer({ children }: { readonly children?: ReactNode }) {
  const t = useTexts();
  return (
    <Stack component="footer" gap="sm" mt="xl">
      {children}
      <Group justify="center" gap="md">
        <Anchor size="sm" href={`${PUBLIC_PATH}/docs`}>
          {t('footer.docs')}
        </Anchor>
        <Anchor size="sm" href={`${PUBLIC_PATH}/problems`}>
          {t('footer.problems')}
        </Anchor>
      </Group>
    </Stack>
  );
}
