import { Alert, Button, List, Stack, Table } from '@mantine/core';
import { useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { useFormats } from '../../i18n/formats.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import type { TextKey } from '../../i18n/translate.ts';
import type { ImportedRow } from './send-import.ts';

/** Rows that are shown at first, and that are added by the button. */
const SHOWN = 100;

const COUNTS: Readonly<Record<ImportedRow['status'], TextKey>> = {
  created: 'import.count_created',
  exists: 'import.count_exists',
  email_taken: 'import.count_email_taken',
  invalid: 'import.count_invalid',
  failed: 'import.count_failed',
};

const STATUSES = Object.keys(COUNTS) as ImportedRow['status'][];

interface ImportReportProps {
  readonly rows: readonly ImportedRow[];
  /** The addresses of the file by their lines. */
  readonly emails: ReadonlyMap<number, string | undefined>;
}

/** How many rows were imported, and which were not. */
export function ImportReport({ rows, emails }: ImportReportProps) {
  const t = useTexts();
  const refused = rows.filter(({ status }) => status !== 'created' && status !== 'exists');
  const unsent = emails.size - rows.length;
  return (
    <Stack>
      <Alert color={refused.length > 0 || unsent > 0 ? 'orange' : 'green'} role="status" title={t('import.report')}>
        <List size="sm">
          {STATUSES.map((status) => ({ status, count: rows.filter((row) => row.status === status).length }))
            .filter(({ count }) => count > 0)
            .map(({ status, count }) => (
              <List.Item key={status}>{t(COUNTS[status], { count })}</List.Item>
            ))}
          {unsent > 0 && <List.Item>{t('import.count_unsent', { count: unsent })}</List.Item>}
        </List>
      </Alert>
      {refused.length > 0 && <RefusedRows rows={refused} emails={emails} />}
    </Stack>
  );
}

const REASONS: Readonly<Partial<Record<ImportedRow['status'], TextKey>>> = {
  email_taken: 'import.reason_email_taken',
  failed: 'import.reason_failed',
};

function RefusedRows({ rows, emails }: ImportReportProps) {
  const t = useTexts();
  const { number } = useFormats();
  const [shown, setShown] = useState(SHOWN);
  const reasonOf = ({ status, errors = [] }: ImportedRow): string => {
    const reason = REASONS[status];
    const sentences = errors.map(({ pointer, detail }) => (pointer === '' ? detail : `${pointer.slice(1)}: ${detail}`));
    return sentences.length > 0 ? sentences.join(' ') : t(reason ?? 'import.reason_failed');
  };
  return (
    <>
      <DataTable label={t('import.refused_rows')} columns={[t('import.line'), t('field.email'), t('import.reason')]}>
        {rows.slice(0, shown).map((row) => (
          <Table.Tr key={row.line}>
            <Table.Td>{number(row.line)}</Table.Td>
            <Table.Td className="atrium-value">{row.email ?? emails.get(row.line)}</Table.Td>
            <Table.Td>{reasonOf(row)}</Table.Td>
          </Table.Tr>
        ))}
      </DataTable>
      {rows.length > shown && (
        <Button
          variant="default"
          onClick={() => {
            setShown(shown + SHOWN);
          }}
        >
          {t('list.more')}
        </Button>
      )}
    </>
  );
}
