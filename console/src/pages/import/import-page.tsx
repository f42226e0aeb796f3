import { Button, FileButton, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { rolesQuery } from '../../api/roles.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useTexts } from '../../i18n/locale-context.ts';
import { textOf } from './csv.ts';
import { ExportButton } from './export-button.tsx';
import { ImportChecked } from './import-checked.tsx';
import { type ImportPreview, isTooLarge, previewOf } from './import-preview.ts';

interface ChosenFile {
  readonly name: string;
  readonly text: string;
  readonly preview: ImportPreview;
}

/** Imports members from a file, and exports them to one. */
export function ImportPage() {
  const t = useTexts();
  const { slug } = useParams({ from: '/shell/orgs/$slug' });
  const query = useQuery(rolesQuery(slug));
  return (
    <>
      <PageTitle
        title={t('import.title')}
        description={t('import.description')}
        actions={<ExportButton slug={slug} />}
      />
      <QueryView query={query}>{(roles) => <Import roles={roles.map(({ name }) => name)} />}</QueryView>
    </>
  );
}

function Import({ roles }: { readonly roles: readonly string[] }) {
  const t = useTexts();
  const [chosen, setChosen] = useState<ChosenFile>();
  const read = useMutation({
    mutationFn: async (file: File): Promise<ChosenFile> => {
      if (isTooLarge(file)) {
        const preview = {
          columns: [],
          ignored: [],
          rows: [],
          mistakes: [],
          refusals: [{ text: 'import.too_large' }],
        } as const;
        return { name: file.name, text: '', preview };
      }
      const text = textOf(new Uint8Array(await file.arrayBuffer()));
      return { name: file.name, text, preview: previewOf(text, roles) };
    },
    onSuccess: setChosen,
  });
  const choose = (
    <FileButton
      accept=".csv,.txt,text/csv"
      onChange={(file) => {
        if (file) {
          setChosen(undefined);
          read.mutate(file);
        }
      }}
    >
      {(props) => (
        <Button {...props} variant={chosen ? 'default' : 'filled'} loading={read.isPending}>
          {t(chosen ? 'import.choose_other' : 'import.choose')}
        </Button>
      )}
    </FileButton>
  );
  if (!chosen) {
    return (
      <EmptyState text={t('import.columns')}>
        {choose}
        {read.isError && <Text role="alert">{t('import.unreadable')}</Text>}
      </EmptyState>
    );
  }
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2} size="h3" className="atrium-value">
          {chosen.name}
        </Title>
        {choose}
      </Group>
      <ImportChecked key={chosen.name} csv={chosen.text} preview={chosen.preview} />
    </Stack>
  );
}
