import { Alert, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/locale-context.ts';

interface ExpiredLinkProps {
  /** How the reader gets a new link. */
  readonly text: string;
  readonly children?: ReactNode;
}

/** What is shown for a link of a mail that has expired or was used. */
export function ExpiredLink({ text, children }: ExpiredLinkProps) {
  const t = useTexts();
  return (
    <Alert color="orange" role="alert" title={t('link.expired')}>
      <Stack gap="sm" align="start">
        <Text size="sm">{text}</Text>
        {children}
      </Stack>
    </Alert>
  );
}
