import type { components } from '@atrium/client';
import { useQuery } from '@tanstack/react-query';
import { Text } from '@mantine/core';
import { atrium } from '../../api/atrium.ts';
import { canUsePasskeys } from '../../api/passkeys.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Row, Rows } from '../../components/rows.tsx';
import { Section } from '../../components/section.tsx';
import { useNotice } from '../../components/use-notice.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { AddPasskeyForm } from './add-passkey-form.tsx';

/** Lists, adds and removes passkeys. */
export function PasskeysSection() {
  const t = useTexts();
  const query = useQuery({
    queryKey: ['passkeys'],
    queryFn: ({ signal }) => atrium.get('/api/v1/auth/passkeys', { signal }),
  });
  return (
    <Section title={t('security.passkeys')} description={t('security.passkeys_description')}>
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState text={t('security.passkeys_empty')} />
          ) : (
            <Rows label={t('security.passkeys')}>
              {items.map((passkey) => (
                <PasskeyRow key={passkey.id} passkey={passkey} />
              ))}
            </Rows>
          )
        }
      </QueryView>
      {canUsePasskeys() ? <AddPasskeyForm /> : <Text size="sm">{t('security.passkeys_unsupported')}</Text>}
    </Section>
  );
}

function PasskeyRow({ passkey: { id, name, createdAt, lastUsedAt } }: { readonly passkey: Passkey }) {
  const t = useTexts();
  const { dateTime } = useFormats();
  const notice = useNotice();
  return (
    <Row
      title={name}
      details={[
        t('security.created', { time: dateTime(createdAt) }),
        lastUsedAt === null ? t('security.never_used') : t('security.last_used', { time: dateTime(lastUsedAt) }),
      ]}
      actions={
        <ConfirmButton
          label={t('action.remove')}
          longLabel={t('action.remove_named', { name })}
          title={t('security.passkey_remove')}
          text={t('security.passkey_remove_text', { name })}
          action={() => atrium.delete('/api/v1/auth/passkeys/{id}', { params: { path: { id } } })}
          onDone={() => {
            notice(t('security.passkey_removed', { name }));
          }}
        />
      }
    />
  );
}

type Passkey = components['schemas']['PasskeyDto'];
