import type { components } from '@atrium/client';
import { Button, Stack, Table, Text } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { atrium } from '../../api/atrium.ts';
import { usePages } from '../../api/pages.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { PagesView } from '../../components/pages-view.tsx';
import { useFormats } from '../../i18n/formats.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { ACTION_TEXTS } from './action-texts.ts';
import { Actor } from './actor.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { auditQuery, type AuditSearch } from './audit-search.ts';
import { EntryDialog } from './entry-dialog.tsx';

type Entry = components['schemas']['AuditEntryDto'];

/** Events that are read at once. */
const PAGE = 50;

/** What happened in the organization. The filters are in the address. */
export function AuditPage() {
  const t = useTexts();
  const { slug } = useParams({ from: '/shell/orgs/$slug' });
  const search = useSearch({ from: '/shell/orgs/$slug/audit' });
  const navigate = useNavigate({ from: '/orgs/$slug/audit' });
  const filter = (next: AuditSearch): void => void navigate({ search: next, replace: true });
  const hasFilter = Object.keys(search).length > 0;
  const query = usePages(['audit', slug, search], (marker, signal) =>
    atrium.get('/api/v1/orgs/{slug}/audit', {
      params: { path: { slug }, query: { limit: PAGE, ...auditQuery(search), marker } },
      signal,
    }),
  );
  const actor = query.data?.find((entry) => entry.actor.id === search.actor)?.actor;
  return (
    <>
      <PageTitle title={t('audit.title')} description={t('audit.description')} />
      <Stack>
        <AuditFilters search={search} actor={actor} onFilter={filter} />
        <PagesView query={query} empty={<EmptyState text={t(hasFilter ? 'audit.empty' : 'audit.empty_all')} />}>
          {(entries) => (
            <Entries
              entries={entries}
              onActor={(id) => {
                filter({ ...search, actor: id });
              }}
            />
          )}
        </PagesView>
      </Stack>
    </>
  );
}

interface EntriesProps {
  readonly entries: readonly Entry[];
  /** Shows only the events of the actor. */
  readonly onActor: (id: string) => void;
}

function Entries({ entries, onActor }: EntriesProps) {
  const t = useTexts();
  const { dateTime } = useFormats();
  const [opened, setOpened] = useState<Entry>();
  return (
    <>
      <DataTable
        label={t('audit.title')}
        columns={[t('audit.time'), t('audit.action'), t('audit.actor'), t('audit.target'), t('audit.details')]}
      >
        {entries.map((entry) => (
          <Table.Tr key={entry.id}>
            <Table.Td>{dateTime(entry.at)}</Table.Td>
            <Table.Td>{t(ACTION_TEXTS[entry.action])}</Table.Td>
            <Table.Td>
              <Actor actor={entry.actor} onChosen={onActor} />
            </Table.Td>
            <Table.Td>
              {entry.target && (
                <Text size="sm" className="atrium-value">
                  {entry.target.kind} {entry.target.id}
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              <Button
                size="xs"
                variant="default"
                aria-haspopup="dialog"
                aria-label={t('audit.details_of', {
                  action: t(ACTION_TEXTS[entry.action]),
                  time: dateTime(entry.at),
                })}
                onClick={() => {
                  setOpened(entry);
                }}
              >
                {t('audit.details')}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </DataTable>
      <EntryDialog
        entry={opened}
        onClose={() => {
          setOpened(undefined);
        }}
      />
    </>
  );
}
