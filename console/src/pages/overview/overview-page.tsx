import { Avatar, Badge, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useRouteContext } from '@tanstack/react-router';
import { atrium } from '../../api/atrium.ts';
import { organizationQuery } from '../../api/organizations.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Section } from '../../components/section.tsx';
import { useFormats } from '../../i18n/formats.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { ReceivedOffer } from './received-offer.tsx';

/** The organization in short, and the membership of the user in it. */
export function OverviewPage() {
  const t = useTexts();
  const { date } = useFormats();
  const { slug } = useParams({ from: '/shell/orgs/$slug' });
  const { identity } = useRouteContext({ from: '/shell' });
  const query = useQuery(organizationQuery(slug));
  return (
    <>
      <PageTitle
        title={query.data?.name ?? t('navigation.overview')}
        description={query.data?.description ?? undefined}
      />
      <QueryView query={query}>
        {({ name, logoUrl, role, appRole, status, createdAt }) => (
          <Stack>
            <ReceivedOffer slug={slug} organization={name} user={identity.user} />
            <Group>
              <Avatar src={logoUrl} name={name} alt={t('organization.logo')} size="lg" radius="md" color="blue" />
              <div>
                <Group gap="xs">
                  <Text className="atrium-value">{slug}</Text>
                  {status === 'archived' && <Badge color="gray">{t('organization.archived')}</Badge>}
                </Group>
                <Text size="sm" c="dimmed">
                  {t('organization.created', { date: date(createdAt) })}
                </Text>
              </div>
            </Group>
            {role !== null && (
              <Section title={t('overview.membership')} actions={<LeaveButton slug={slug} organization={name} />}>
                <Text>{t('overview.role', { role })}</Text>
                {appRole !== null && <Text>{t('overview.app_role', { role: appRole })}</Text>}
              </Section>
            )}
          </Stack>
        )}
      </QueryView>
    </>
  );
}

function LeaveButton({ slug, organization }: { readonly slug: string; readonly organization: string }) {
  const t = useTexts();
  const navigate = useNavigate();
  return (
    <ConfirmButton
      label={t('overview.leave')}
      title={t('overview.leave_title', { organization })}
      text={t('overview.leave_text', { organization })}
      action={async () => {
        await atrium.post('/api/v1/orgs/{slug}/leave', { params: { path: { slug } } });
        // The page cannot be read again without the membership.
        await navigate({ to: '/' });
      }}
    />
  );
}
