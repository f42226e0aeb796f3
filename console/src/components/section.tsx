import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface SectionProps {
  readonly title: string;
  readonly description?: string;
  /** Buttons for the whole section. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** A part of a page with a heading, which names the part for screen readers. */
export function Section({ title, description, actions, children }: SectionProps) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} withBorder p="lg">
      <Stack>
        <Group justify="space-between" align="start">
          <Stack gap={4} flex={1} miw={240}>
            <Title order={2} size="h4" id={id}>
              {title}
            </Title>
            {description !== undefined && (
              <Text size="sm" c="dimmed">
                {description}
              </Text>
            )}
          </Stack>
          {actions}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}
