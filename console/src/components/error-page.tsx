import { Button, Container, Stack } from '@mantine/core';
import { useTexts } from '../i18n/locale-context.ts';
import { PageTitle } from './page-title.tsx';
import { ProblemAlert } from './problem-alert.tsx';

/** What is shown instead of a page that could not be loaded or that failed. */
export function ErrorPage({ error }: { readonly error: unknown }) {
  const t = useTexts();
  return (
    <Container component="main" py="xl">
      <Stack align="start">
        <PageTitle title={t('error.title')} />
        <ProblemAlert error={error} />
        {/* A new build replaces the chunks of this one: only a new start of the console finds them. */}
        <Button
          onClick={() => {
            location.reload();
          }}
        >
          {t('error.reload')}
        </Button>
      </Stack>
    </Container>
  );
}
