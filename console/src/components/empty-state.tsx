import { Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly text: string;
  /** What the user can do about it. */
  readonly children?: ReactNode;
}

/** What a list shows when it has no rows. */
export function EmptyState({ text, children }: EmptyStateProps) {
  return (
    <Paper withBorder p="xl">
      <Stack align="center">
        <Text c="dimmed" ta="center">
          {text}
        </Text>
        {children}
      </Stack>
    </Paper>
  );
}
