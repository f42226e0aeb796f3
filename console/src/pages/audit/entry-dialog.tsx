import type { components } from '@atrium/client';
import { Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useFormats } from '../../i18n/formats.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { ACTION_TEXTS } from './action-texts.ts';
import { actorName } from './actor.tsx';
import { recordedChanges, textOfValue } from './changes.ts';

type Entry = components['schemas']['AuditEntryDto'];

interface EntryDialogProps {
  /** Undefined: the dialog is closed. */
  readonly entry: Entry | undefined;
  readonly onClose: () => void;
}

/** All that was recorded with an event. */
export function EntryDialog({ entry, onClose }: EntryDialogProps) {
  const t = useTexts();
  return (
    <Dialog size="xl" opened={entry !== undefined} onClose={onClose} title={entry && t(ACTION_TEXTS[entry.action])}>
      {entry && (
        <Stack>
          <Facts entry={entry} />
          <Title order={3} size="h5">
            {t('audit.changes')}
          </Title>
          <Changes changes={entry.changes} />
        </Stack>
      )}
    </Dialog>
  );
}

function Facts({ entry: { id, at, actor, target, remoteIp, userAgent, requestId } }: { readonly entry: Entry }) {
  const t = useTexts();
  const { dateTime } = useFormats();
  const facts: readonly (readonly [label: string, value: string | null])[] = [
    [t('audit.time'), dateTime(at)],
    [t('audit.actor'), [actorName(actor, t), actor.id].filter(Boolean).join(' · ')],
    [t('audit.target'), target && `${target.kind} · ${target.id}`],
    [t('audit.ip'), remoteIp],
    [t('audit.browser'), userAgent],
    [t('audit.request'), requestId],
    [t('audit.event'), id],
  ];
  return (
    <Table variant="vertical" layout="fixed">
      <Table.Tbody>
        {facts
          .filter(([, value]) => value !== null)
          .map(([label, value]) => (
            <Table.Tr key={label}>
              <Table.Th scope="row" w={140}>
                {label}
              </Table.Th>
              <Table.Td className="atrium-value">{value}</Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  );
}

function Changes({ changes }: Pick<Entry, 'changes'>) {
  const t = useTexts();
  const recorded = recordedChanges(changes);
  if (recorded.length === 0) {
    return <Text c="dimmed">{t('audit.no_changes')}</Text>;
  }
  return (
    <DataTable label={t('audit.changes')} columns={[t('audit.field'), t('audit.before'), t('audit.after')]}>
      {recorded.map((change) => (
        <Table.Tr key={change.name}>
          <Table.Th scope="row">{change.name}</Table.Th>
          {change.kind === 'change' ? (
            <>
              <Table.Td>
                <Value as="del">{change.before}</Value>
              </Table.Td>
              <Table.Td>
                <Value as="ins">{change.after}</Value>
              </Table.Td>
            </>
          ) : (
            <Table.Td colSpan={2} className="atrium-value">
              {textOfValue(change.value)}
            </Table.Td>
          )}
        </Table.Tr>
      ))}
    </DataTable>
  );
}

/** A value of a change. Screen readers read `del` and `ins` as such, and colors are not the only difference. */
function Value({ as: Element, children }: { readonly as: 'del' | 'ins'; readonly children: unknown }): ReactNode {
  const t = useTexts();
  const text = textOfValue(children);
  return text === undefined ? (
    <Text size="sm" c="dimmed">
      {t('audit.none')}
    </Text>
  ) : (
    <Element className={`atrium-value atrium-${Element}`}>{text}</Element>
  );
}
