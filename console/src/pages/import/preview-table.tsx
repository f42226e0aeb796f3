import { Alert, List, Stack, Table, Text } from '@mantine/core';
import { DataTable } from '../../components/data-table.tsx';
import { useFormats } from '../../i18n/formats.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import type { ImportPreview, Mistake } from './import-preview.ts';

/** Rows and mistakes of a file that are shown. */
const SHOWN = 10;

/** The columns, the first rows, and the mistakes of a file. */
export function PreviewTable({ preview }: { readonly preview: ImportPreview }) {
  const t = useTexts();
  const { list } = useFormats();
  const { columns, ignored, rows, refusals, mistakes } = preview;
  return (
    <Stack>
      {refusals.length > 0 && <Mistakes color="red" title={t('import.refused')} mistakes={refusals} />}
      {mistakes.length > 0 && (
        <Mistakes color="orange" title={t('import.mistakes', { count: mistakes.length })} mistakes={mistakes} />
      )}
      {ignored.length > 0 && <Text size="sm">{t('import.ignored_columns', { columns: list(ignored) })}</Text>}
      {rows.length > 0 && (
        <>
          <Text c="dimmed">{t('import.first_rows', { shown: Math.min(rows.length, SHOWN), count: rows.length })}</Text>
          <DataTable label={t('import.preview')} columns={[t('import.line'), ...columns]}>
            {rows.slice(0, SHOWN).map(({ line, cells }) => (
              <Table.Tr key={line}>
                <Table.Td>{line}</Table.Td>
                {columns.map((column, index) => (
                  <Table.Td key={column}>{cells[index]}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </DataTable>
        </>
      )}
    </Stack>
  );
}

interface MistakesProps {
  readonly color: string;
  readonly title: string;
  readonly mistakes: readonly Mistake[];
}

function Mistakes({ color, title, mistakes }: MistakesProps) {
  const t = useTexts();
  const { number } = useFormats();
  return (
    <Alert color={color} role="alert" variant="light" title={title}>
      <List size="sm">
        {mistakes.slice(0, SHOWN).map(({ line, text, values }) => {
          const sentence = t(text, values);
          return (
            <List.Item key={`${String(line)} ${sentence}`}>
              {line === undefined ? sentence : t('import.at_line', { line: number(line), sentence })}
            </List.Item>
          );
        })}
      </List>
      {mistakes.length > SHOWN && <Text size="sm">{t('import.more', { count: mistakes.length - SHOWN })}</Text>}
    </Alert>
  );
}
