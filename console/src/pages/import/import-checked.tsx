import { Alert, Button, Checkbox, Group, Progress, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { FormProblem } from '../../components/form-problem.tsx';
import { useFormats } from '../../i18n/formats.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { emailsOf, type ImportPreview } from './import-preview.ts';
import { ImportReport } from './import-report.tsx';
import { PreviewTable } from './preview-table.tsx';
import { type ImportedRow, sendImport } from './send-import.ts';

interface ImportCheckedProps {
  readonly csv: string;
  readonly preview: ImportPreview;
}

/** A file that was read: its preview, then the import of its rows, then the report. */
export function ImportChecked({ csv, preview }: ImportCheckedProps) {
  const t = useTexts();
  const [sendMail, setSendMail] = useState(true);
  const [done, setDone] = useState<readonly ImportedRow[]>([]);
  const running = useRef<AbortController>(undefined);
  const { mutate, error, isPending, isSuccess, isError } = useMutation({
    mutationFn: () => {
      const { signal } = (running.current = new AbortController());
      setDone([]);
      return sendImport(csv, {
        sendMail,
        signal,
        onRows: (rows) => {
          setDone((before) => [...before, ...rows]);
        },
      });
    },
  });
  const total = preview.rows.length;
  const isRefused = preview.refusals.length > 0;
  if (isPending) {
    return <Running done={done.length} total={total} onStop={() => running.current?.abort()} />;
  }
  const wasStopped = error instanceof DOMException && error.name === 'AbortError';
  return (
    <Stack>
      {wasStopped ? <Alert color="orange">{t('import.stopped')}</Alert> : <FormProblem error={error} />}
      {(isSuccess || (isError && done.length > 0)) && <ImportReport rows={done} emails={emailsOf(preview)} />}
      {!isSuccess && (
        <>
          <PreviewTable preview={preview} />
          {!isRefused && (
            <Group justify="space-between">
              <Checkbox
                label={t('import.send_mail')}
                description={t('import.send_mail_description')}
                checked={sendMail}
                onChange={({ currentTarget }) => {
                  setSendMail(currentTarget.checked);
                }}
              />
              <Button
                onClick={() => {
                  mutate();
                }}
              >
                {t('import.submit', { count: total })}
              </Button>
            </Group>
          )}
        </>
      )}
    </Stack>
  );
}

interface RunningProps {
  readonly done: number;
  readonly total: number;
  readonly onStop: () => void;
}

function Running({ done, total, onStop }: RunningProps) {
  const t = useTexts();
  const formats = useFormats();
  return (
    <Stack>
      <Progress.Root size="lg">
        <Progress.Section value={Math.min(100, (done / total) * 100)} aria-label={t('import.progress')} />
      </Progress.Root>
      <Group justify="space-between">
        <Text role="status">
          {t('import.progress_rows', { done: formats.number(done), total: formats.number(total) })}
        </Text>
        <Button variant="default" onClick={onStop}>
          {t('import.stop')}
        </Button>
      </Group>
    </Stack>
  );
}
