import type { components } from '@atrium/client';
import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useLocale } from '../../i18n/locale-context.ts';
import { ACTION_TEXTS, ACTIONS } from './action-texts.ts';
import { actorName } from './actor.tsx';
import { auditSearch, type AuditSearch } from './audit-search.ts';

interface AuditFiltersProps {
  readonly search: AuditSearch;
  /** The actor of the filter, where an event with it was read. */
  readonly actor: components['schemas']['AuditActorDto'] | undefined;
  readonly onFilter: (search: AuditSearch) => void;
}

/** The filters of the audit log. An actor is chosen in the table. */
export function AuditFilters({ search, actor, onFilter }: AuditFiltersProps) {
  const { t, locale } = useLocale();
  const actions = ACTIONS.map((value) => ({ value, label: t(ACTION_TEXTS[value]) }));
  const change = (name: keyof AuditSearch, value: string): void => {
    onFilter(auditSearch({ ...search, [name]: value }));
  };
  return (
    <Group align="end" role="search" aria-label={t('audit.title')}>
      <NativeSelect
        label={t('audit.action')}
        value={search.action ?? ''}
        onChange={({ currentTarget }) => {
          change('action', currentTarget.value);
        }}
        data={[
          { value: '', label: t('audit.any_action') },
          ...actions.sort((one, other) => one.label.localeCompare(other.label, locale)),
        ]}
      />
      <TextInput
        type="datetime-local"
        label={t('audit.from')}
        value={search.from ?? ''}
        onChange={({ currentTarget }) => {
          change('from', currentTarget.value);
        }}
      />
      <TextInput
        type="datetime-local"
        label={t('audit.to')}
        value={search.to ?? ''}
        onChange={({ currentTarget }) => {
          change('to', currentTarget.value);
        }}
      />
      {Object.keys(search).length > 0 && (
        <Button
          variant="default"
          onClick={() => {
            onFilter({});
          }}
        >
          {t('audit.clear')}
        </Button>
      )}
      {search.actor !== undefined && (
        <Text size="sm" w="100%" role="status" className="atrium-value">
          {t('audit.actor_chosen', { actor: actor ? actorName(actor, t) : search.actor })}
        </Text>
      )}
    </Group>
  );
}
