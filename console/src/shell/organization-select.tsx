import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { myOrganizationsQuery } from '../api/organizations.ts';
import { useTexts } from '../i18n/locale-context.ts';

interface OrganizationSelectProps {
  readonly slug: string | undefined;
  readonly onChosen: () => void;
}

/** Chooses the organization to work in. The choice is in the address, so each tab has its own. */
export function OrganizationSelect({ slug, onChosen }: OrganizationSelectProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const { data } = useQuery(myOrganizationsQuery);
  const active = (data?.items ?? []).filter(({ state }) => state === 'Active');
  return (
    <NativeSelect
      label={t('shell.organization')}
      value={slug ?? ''}
      onChange={({ currentTarget: { value } }) => {
        onChosen();
        void (value === '' ? navigate({ to: '/' }) : navigate({ to: '/orgs/$slug', params: { slug: value } }));
      }}
      data={[
        { value: '', label: t('shell.no_organization') },
        ...active.map(({ slug: value, name: label }) => ({ value, label })),
      ]}
    />
  );
}
