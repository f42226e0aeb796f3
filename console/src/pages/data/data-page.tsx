import { Stack } from '@mantine/core';
import { PageTitle } from '../../components/page-title.tsx';
import { useTexts } from '../../i18n/locale-context.ts';
import { DeleteSection } from './delete-section.tsx';
import { ExportSection } from './export-section.tsx';

/** Exports what is stored about the user, and deletes the account. */
export function DataPage() {
  const t = useTexts();
  return (
    <>
      <PageTitle title={t('my_data.title')} description={t('my_data.description')} />
      <Stack>
        <ExportSection />
        <DeleteSection />
      </Stack>
    </>
  );
}
