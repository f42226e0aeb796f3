import type { components } from '@atrium/client';
import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { atrium } from '../api/atrium.ts';
import { useTexts } from '../i18n/locale-context.ts';

type Member = components['schemas']['MemberDto'];

/** Milliseconds without a key press after which members are searched. */
const PAUSE_MS = 250;

const SHOWN = 20;

interface MemberPickerProps extends Pick<SelectProps, 'label' | 'error' | 'value' | 'onChange'> {
  readonly slug: string;
  /** What identifies the member in the value. */
  readonly by: 'id' | 'userId';
}

/** Chooses a member of the organization. The server searches in names and addresses. */
export function MemberPicker({ slug, by, ...props }: MemberPickerProps) {
  const t = useTexts();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Member>();
  const [q] = useDebouncedValue(text, PAUSE_MS);
  // The text of the chosen member is no search.
  const search = chosen && q === labelOf(chosen) ? '' : q.trim();
  const { data, isFetching } = useQuery({
    queryKey: ['members', slug, 'picker', search],
    queryFn: ({ signal }) =>
      atrium.get('/api/v1/orgs/{slug}/members', {
        params: { path: { slug }, query: { limit: SHOWN, state: ['Active'], ...(search !== '' && { q: search }) } },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
  const found = data?.items ?? [];
  const members = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  return (
    <Select
      {...props}
      searchable
      // Within the dialog or page, so that its content belongs to the same landmark.
      comboboxProps={{ withinPortal: false }}
      withScrollArea={false}
      searchValue={text}
      onSearchChange={setText}
      onChange={(value, option) => {
        setChosen(members.find((member) => member[by] === value));
        props.onChange?.(value, option);
      }}
      // The server has searched already.
      filter={({ options }) => options}
      nothingFoundMessage={isFetching ? t('page.loading') : t('member_picker.none')}
      placeholder={t('member_picker.placeholder')}
      data={members.map((member) => ({ value: member[by], label: labelOf(member) }))}
    />
  );
}

function labelOf({ displayName, email }: Member): string {
  return `${displayName} (${email})`;
}
