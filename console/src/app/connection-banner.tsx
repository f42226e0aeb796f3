import { Alert, Loader, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { publicAtrium } from '../api/atrium.ts';
import { connection } from '../api/connection.ts';
import { useTexts } from '../i18n/locale-context.ts';

/** Milliseconds between two looks whether Atrium answers again. */
const INTERVAL_MS = 3_000;

/** Shows that Atrium cannot be reached, until it can. Then the page reads again what it could not. */
export function ConnectionBanner() {
  const isAway = useSyncExternalStore(connection.subscribe, connection.isAway);
  return isAway ? <Away /> : null;
}

function Away() {
  const t = useTexts();
  const queryClient = useQueryClient();
  useEffect(() => {
    const look = async (): Promise<void> => {
      try {
        await publicAtrium.get('/health/ready');
        await queryClient.invalidateQueries();
      } catch {
        // It is looked again after the interval.
      }
    };
    const timer = setInterval(() => void look(), INTERVAL_MS);
    return () => {
      clearInterval(timer);
    };
  }, [queryClient]);
  return (
    <Alert color="orange" radius={0} role="alert">
      <Group gap="sm">
        <Loader size="xs" color="currentColor" aria-hidden />
        <Text size="sm">{t('connection.away')}</Text>
      </Group>
    </Alert>
  );
}
