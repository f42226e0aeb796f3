import { Center, Loader } from '@mantine/core';
import { useTexts } from '../i18n/locale-context.ts';

export function LoadingPage() {
  const t = useTexts();
  return (
    <Center mih="50vh" role="status" aria-label={t('page.loading')}>
      <Loader />
    </Center>
  );
}
