import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { useTexts } from '../../i18n/locale-context.ts';
import { myOrganizationsQuery } from '../../api/organizations.ts';

/** Chooses the organization to work in. */
export function OrganizationsPage() {
  const t = useTexts();
  const query = useQuery(myOrganizationsQuery);
  return (
    <>
      <PageTitle title={t('organizations.title')} description={t('organizations.description')} />
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState text={t('organizations.empty')} />
          ) : (
            <Stack component="ul" p={0} m={0} gap="sm">
              {items.map(({ id, slug, name, role, state, isPrimary }) => (
                <Paper component="li" withBorder p="md" key={id}>
                  <Group justify="space-between">
                    <div>
                      {state === 'Active' ? (
                        <TextLink to="/orgs/$slug" params={{ slug }} fw={600}>
                          {name}
                        </TextLink>
                      ) : (
                        <Text fw={600}>{name}</Text>
                      )}
                      <Text size="sm" c="dimmed">
                        {role}
                      </Text>
                    </div>
                    <Group gap="xs">
                      {isPrimary && <Badge variant="light">{t('organizations.primary')}</Badge>}
                      {state === 'Inactive' && <Badge color="gray">{t('state.inactive')}</Badge>}
                    </Group>
                  </Group>
                </Paper>
              ))}
            </Stack>
          )
        }
      </QueryView>
    </>
  );
}
