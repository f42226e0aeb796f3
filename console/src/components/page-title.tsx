import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { PRODUCT } from './product.ts';

interface PageTitleProps {
  readonly title: string;
  readonly description?: string;
  /** Buttons for the whole page. */
  readonly actions?: ReactNode;
}

/** The heading of a page. It names the tab, and gets the focus when the page opens, so that screen readers read it. */
export function PageTitle({ title, description, actions }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${PRODUCT}`;
  }, [title]);
  useEffect(() => {
    // A field that asks for the focus keeps it.
    if (document.activeElement === document.body || document.activeElement === null) {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <Group justify="space-between" align="start" mb="md">
      <Stack gap={4}>
        <Title order={1} size="h2" ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {description !== undefined && <Text c="dimmed">{description}</Text>}
      </Stack>
      {actions !== undefined && <Group gap="sm">{actions}</Group>}
    </Group>
  );
}
