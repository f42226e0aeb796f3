import { NativeSelect, SimpleGrid } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { RoleSelect } from '../../components/role-select.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { useTexts } from '../../i18n/locale-context.ts';
import type { MemberFilters } from './members-query.ts';

interface MemberFilterFieldsProps {
  readonly slug: string;
  readonly filters: MemberFilters;
}

/** The search and the filters. They are in the address, so a list can be shared and read again. */
export function MemberFilterFields({ slug, filters }: MemberFilterFieldsProps) {
  const t = useTexts();
  const navigate = useNavigate({ from: '/orgs/$slug/members' });
  const set = (change: MemberFilters): void => {
    void navigate({ search: (previous) => ({ ...previous, ...change }), replace: true });
  };
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} component="search">
      <SearchField
        label={t('members.search')}
        value={filters.q ?? ''}
        onSearch={(q) => {
          set({ q: q === '' ? undefined : q });
        }}
      />
      <RoleSelect
        by="name"
        slug={slug}
        anyLabel={t('filter.all')}
        value={filters.role ?? ''}
        onChange={({ currentTarget: { value } }) => {
          set({ role: value === '' ? undefined : value });
        }}
      />
      <NativeSelect
        label={t('field.state')}
        value={filters.state ?? ''}
        onChange={({ currentTarget: { value } }) => {
          set({ state: value === 'Active' || value === 'Inactive' ? value : undefined });
        }}
        data={[
          { value: '', label: t('filter.all') },
          { value: 'Active', label: t('state.active') },
          { value: 'Inactive', label: t('state.inactive') },
        ]}
      />
    </SimpleGrid>
  );
}
