import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useTexts } from '../../i18n/locale-context.ts';
import { CopyButton } from '../copy-button.tsx';

interface CreatedKeyProps {
  readonly value: string;
  readonly onClose: () => void;
}

/** Shows a new API key. It cannot be read again. */
export function CreatedKey({ value, onClose }: CreatedKeyProps) {
  const t = useTexts();
  return (
    <Stack>
      <Alert color="orange" variant="light" role="status" title={t('api_keys.created')}>
        <Text size="sm">{t('api_keys.shown_once')}</Text>
      </Alert>
      <Code block className="atrium-value">
        {value}
      </Code>
      <Group justify="end">
        <CopyButton value={value} label={t('api_keys.copy')} />
        <Button onClick={onClose}>{t('api_keys.stored')}</Button>
      </Group>
    </Stack>
  );
}
