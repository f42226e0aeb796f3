import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { organizationQuery } from '../../api/organizations.ts';
import { PageTitle } from '../../components/page-title.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useTexts } from '../../i18n/locale-context.ts';

/** The organization in short. */
export function OverviewPage() {
  const t = useTexts();
  const { slug } = useParams({ from: '/shell/orgs/$slug' });
  const query = useQuery(organizationQuery(slug));
  return (
    <>
      <PageTitle
        title={query.data?.name ?? t('navigation.overview')}
        description={query.data?.description ?? undefined}
      />
      <QueryView query={query}>{({ role }) => role !== null && <Text>{t('overview.role', { role })}</Text>}</QueryView>
    </>
  );
}
