import { Group, Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** A list of things with a row for each. */
export function Rows({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // Some screen readers announce a list without markers only if it has the role.
    <Stack component="ul" role="list" aria-label={label} className="atrium-rows" gap="sm">
      {children}
    </Stack>
  );
}

interface RowProps {
  readonly title: ReactNode;
  /** Sentences about the thing. Those that are false are not shown. */
  readonly details?: readonly (string | false)[];
  readonly badges?: ReactNode;
  readonly actions?: ReactNode;
}

export function Row({ title, details = [], badges, actions }: RowProps) {
  return (
    <Paper component="li" withBorder p="md">
      <Group justify="space-between">
        <Stack gap={2} flex={1} miw={200}>
          <Group gap="xs">
            <Text component="span" fw={600} className="atrium-value">
              {title}
            </Text>
            {badges}
          </Group>
          {details
            .filter((detail) => detail !== false)
            .map((detail) => (
              <Text key={detail} size="sm" c="dimmed" className="atrium-value">
                {detail}
              </Text>
            ))}
        </Stack>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
    </Paper>
  );
}
