import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { atrium } from '../../api/atrium.ts';
import { organizationQuery } from '../../api/organizations.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Section } from '../../components/section.tsx';
import { useTexts } from '../../i18n/locale-context.ts';
import { LogoSection } from './logo-section.tsx';
import { OwnershipSection } from './ownership-section.tsx';
import { ProfileSection } from './profile-section.tsx';

/** What an administrator can change about the organization itself. */
export function SettingsPage() {
  const t = useTexts();
  const { slug } = useParams({ from: '/shell/orgs/$slug' });
  const query = useQuery(organizationQuery(slug));
  return (
    <>
      <PageTitle title={t('settings.title')} />
      <QueryView query={query}>
        {(organization) => (
          <Stack>
            {/* The form starts again with the values of another organization. */}
            <ProfileSection key={organization.id} organization={organization} />
            <LogoSection organization={organization} />
            <OwnershipSection slug={slug} organization={organization.name} />
            <ArchiveSection slug={slug} organization={organization.name} />
          </Stack>
        )}
      </QueryView>
    </>
  );
}

function ArchiveSection({ slug, organization }: { readonly slug: string; readonly organization: string }) {
  const t = useTexts();
  const navigate = useNavigate();
  return (
    <Section
      title={t('settings.archive_title')}
      description={t('settings.archive_description')}
      actions={
        <ConfirmButton
          size="sm"
          label={t('settings.archive')}
          title={t('settings.archive_confirm', { organization })}
          text={t('settings.archive_text', { organization })}
          action={async () => {
            await atrium.post('/api/v1/orgs/{slug}/archive', { params: { path: { slug } } });
            await navigate({ to: '/' });
          }}
        />
      }
    />
  );
}
