import type { components } from '@atrium/client';
import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { atrium } from '../../api/atrium.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Row, Rows } from '../../components/rows.tsx';
import { Section } from '../../components/section.tsx';
import { useNotice } from '../../components/use-notice.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { useDeviceName } from './use-device-name.ts';

/** Lists the sessions of the user, and ends those on other devices. The user menu ends the session of this page. */
export function SessionsSection() {
  const t = useTexts();
  const notice = useNotice();
  const query = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => atrium.get('/api/v1/me/logins', { signal }),
  });
  const others = query.data?.items.filter(({ isCurrent }) => !isCurrent).length ?? 0;
  return (
    <Section
      title={t('security.sessions')}
      description={t('security.sessions_description')}
      actions={
        others > 0 && (
          <ConfirmButton
            label={t('security.sessions_end_others')}
            title={t('security.sessions_end_others')}
            text={t('security.sessions_end_others_text', { count: others })}
            action={() => atrium.delete('/api/v1/me/logins')}
            onDone={() => {
              notice(t('security.sessions_ended'));
            }}
          />
        )
      }
    >
      <QueryView query={query}>
        {({ items }) => (
          <Rows label={t('security.sessions')}>
            {items.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </Rows>
        )}
      </QueryView>
    </Section>
  );
}

function SessionRow({ session }: { readonly session: components['schemas']['LoginEntryDto'] }) {
  const t = useTexts();
  const { dateTime } = useFormats();
  const notice = useNotice();
  const name = useDeviceName(session.userAgent);
  const { id: loginId, remoteIp: address, isCurrent } = session;
  return (
    <Row
      title={name}
      badges={isCurrent && <Badge variant="light">{t('security.session_current')}</Badge>}
      details={[
        t('security.address', { address }),
        t('security.signed_in', { time: dateTime(session.authTime) }),
        t('security.last_used', { time: dateTime(session.lastUsedAt) }),
      ]}
      actions={
        !isCurrent && (
          <ConfirmButton
            label={t('security.session_end')}
            longLabel={t('security.session_end_named', { name, address })}
            title={t('security.session_end')}
            text={t('security.session_end_text', { name, address })}
            action={() => atrium.delete('/api/v1/me/logins/{loginId}', { params: { path: { loginId } } })}
            onDone={() => {
              notice(t('security.session_ended', { name }));
            }}
          />
        )
      }
    />
  );
}
