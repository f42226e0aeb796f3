import { Container } from '@mantine/core';
import { useTexts } from '../i18n/locale-context.ts';
import { PageTitle } from './page-title.tsx';
import { TextLink } from './text-link.tsx';

export function NotFoundPage() {
  const t = useTexts();
  return (
    <Container component="main" py="xl">
      <PageTitle title={t('not_found.title')} description={t('not_found.description')} />
      <TextLink to="/">{t('not_found.home')}</TextLink>
    </Container>
  );
}
