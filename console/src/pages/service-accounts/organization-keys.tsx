import { Badge, Table, Text } from '@mantine/core';
import { atrium } from '../../api/atrium.ts';
import { usePages } from '../../api/pages.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PagesView } from '../../components/pages-view.tsx';
import { Section } from '../../components/section.tsx';
import { useFormats } from '../../i18n/formats.ts';
import { useTexts } from '../../i18n/locale-context.ts';

/** All API keys that work in the organization, with their owners. */
export function OrganizationKeys({ slug }: { readonly slug: string }) {
  const t = useTexts();
  const { date, dateTime } = useFormats();
  const query = usePages(['organizations', slug, 'api-keys'], (marker, signal) =>
    atrium.get('/api/v1/orgs/{slug}/api-keys', { params: { path: { slug }, query: { marker } }, signal }),
  );
  const columns = [
    t('api_keys.name'),
    t('api_keys.owner'),
    t('api_keys.scopes'),
    t('api_keys.last_used'),
    t('api_keys.expires'),
    t('table.actions'),
  ];
  return (
    <Section title={t('api_keys.title')} description={t('api_keys.description')}>
      <PagesView query={query} empty={<EmptyState text={t('api_keys.empty')} />}>
        {(keys) => (
          <DataTable label={t('api_keys.title')} columns={columns}>
            {keys.map(({ id, name, prefix, owner, scopes, lastUsedAt, expiresAt }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row">
                  {name}
                  <Text size="xs" c="dimmed" className="atrium-value">
                    {prefix}…
                  </Text>
                </Table.Th>
                <Table.Td>
                  {owner.displayName}
                  {owner.kind === 'serviceAccount' && (
                    <Badge variant="default" size="sm" ms="xs">
                      {t('api_keys.service_account')}
                    </Badge>
                  )}
                </Table.Td>
                <Table.Td>{scopes.join(', ')}</Table.Td>
                <Table.Td>{lastUsedAt === null ? t('api_keys.never_used') : dateTime(lastUsedAt)}</Table.Td>
                <Table.Td>{expiresAt === null ? t('api_keys.never_expires') : date(expiresAt)}</Table.Td>
                <Table.Td>
                  <ConfirmButton
                    label={t('api_keys.revoke')}
                    longLabel={t('api_keys.revoke_key', { key: name })}
                    title={t('api_keys.revoke_title', { key: name })}
                    text={t('api_keys.revoke_text', { key: name, owner: owner.displayName })}
                    action={() =>
                      atrium.delete('/api/v1/orgs/{slug}/api-keys/{id}', { params: { path: { slug, id } } })
                    }
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </DataTable>
        )}
      </PagesView>
    </Section>
  );
}
