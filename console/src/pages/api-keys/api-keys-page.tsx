import type { components } from '@atrium/client';
import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { atrium } from '../../api/atrium.ts';
import { myOrganizationsQuery } from '../../api/organizations.ts';
import { usePages } from '../../api/pages.ts';
import { KeyForm } from '../../components/api-keys/key-form.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { DialogButton } from '../../components/dialog-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { PagesView } from '../../components/pages-view.tsx';
import { Row, Rows } from '../../components/rows.tsx';
import { useNotice } from '../../components/use-notice.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useTexts } from '../../i18n/locale-context.ts';

type ApiKey = components['schemas']['ApiKeyDto'];

/** Lists the API keys that the user may manage, creates and revokes them. */
export function ApiKeysPage() {
  const t = useTexts();
  const { data } = useQuery(myOrganizationsQuery);
  const organizations = data?.items ?? [];
  const query = usePages(['my-api-keys'], (marker, signal) =>
    atrium.get('/api/v1/api-keys', { params: { query: { marker } }, signal }),
  );
  return (
    <>
      <PageTitle
        title={t('my_keys.title')}
        description={t('my_keys.description')}
        actions={<CreateButton organizations={organizations} />}
      />
      <PagesView query={query} empty={<EmptyState text={t('my_keys.empty')} />}>
        {(keys) => (
          <Rows label={t('my_keys.title')}>
            {keys.map((key) => (
              <KeyRow
                key={key.id}
                apiKey={key}
                organization={organizations.find(({ id }) => id === key.organizationId)?.name ?? key.organizationId}
              />
            ))}
          </Rows>
        )}
      </PagesView>
    </>
  );
}

interface CreateButtonProps {
  readonly organizations: readonly components['schemas']['MyOrganizationDto'][];
}

/** A key works in one organization: a user without any cannot create one. */
function CreateButton({ organizations }: CreateButtonProps) {
  const t = useTexts();
  const active = organizations.filter(({ state }) => state === 'Active');
  if (active.length === 0) {
    return null;
  }
  const primaryFirst = [...active].sort((one, other) => Number(other.isPrimary) - Number(one.isPrimary));
  return (
    <DialogButton label={t('api_keys.create')} title={t('api_keys.create')}>
      {(close) => <KeyForm organizations={primaryFirst} onClose={close} />}
    </DialogButton>
  );
}

interface KeyRowProps {
  readonly apiKey: ApiKey;
  /** The name of the organization in which the key works. */
  readonly organization: string;
}

function KeyRow({ apiKey, organization }: KeyRowProps) {
  const t = useTexts();
  const { dateTime, list } = useFormats();
  const { id, name, prefix, scopes, serviceAccountId, createdAt, lastUsedAt, expiresAt } = apiKey;
  return (
    <Row
      title={name}
      badges={serviceAccountId !== null && <Badge color="gray">{t('api_keys.service_account')}</Badge>}
      details={[
        t('my_keys.prefix', { prefix, organization }),
        t('my_keys.scopes', { scopes: list(scopes) }),
        t('my_keys.created', { time: dateTime(createdAt) }),
        lastUsedAt === null ? t('api_keys.never_used') : t('my_keys.last_used', { time: dateTime(lastUsedAt) }),
        expiresAt === null
          ? t('api_keys.never_expires')
          : t(isPast(expiresAt) ? 'my_keys.expired' : 'my_keys.expires', { time: dateTime(expiresAt) }),
      ]}
      actions={<RevokeButton id={id} name={name} />}
    />
  );
}

const isPast = (time: string): boolean => Date.parse(time) <= Date.now();

function RevokeButton({ id, name }: Pick<ApiKey, 'id' | 'name'>) {
  const t = useTexts();
  const notice = useNotice();
  return (
    <ConfirmButton
      label={t('api_keys.revoke')}
      longLabel={t('api_keys.revoke_key', { key: name })}
      title={t('api_keys.revoke_title', { key: name })}
      text={t('my_keys.revoke_text', { key: name })}
      action={() => atrium.delete('/api/v1/api-keys/{id}', { params: { path: { id } } })}
      onDone={() => {
        notice(t('my_keys.revoked', { key: name }));
      }}
    />
  );
}
