import type { components } from '@atrium/client';
import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { atrium } from '../../api/atrium.ts';
import { identityQuery } from '../../api/identity.ts';
import { usePages } from '../../api/pages.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { PagesView } from '../../components/pages-view.tsx';
import { Row, Rows } from '../../components/rows.tsx';
import { Section } from '../../components/section.tsx';
import { useNotice } from '../../components/use-notice.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { AddAddressForm } from './add-address-form.tsx';

/** Lists the e-mail addresses of the user, adds and removes them, and chooses the primary one. */
export function AddressesSection() {
  const t = useTexts();
  const query = usePages(['addresses'], (marker, signal) =>
    atrium.get('/api/v1/me/emails', { params: { query: { marker } }, signal }),
  );
  const { data: identity } = useQuery(identityQuery);
  return (
    <Section title={t('addresses.title')} description={t('addresses.description')}>
      <PagesView query={query} empty={null}>
        {(addresses) => (
          <Rows label={t('addresses.title')}>
            {addresses.map((address) => (
              <AddressRow key={address.email} address={address} isPrimary={address.email === identity?.user.email} />
            ))}
          </Rows>
        )}
      </PagesView>
      <AddAddressForm />
    </Section>
  );
}

interface AddressRowProps {
  readonly address: components['schemas']['EmailDto'];
  readonly isPrimary: boolean;
}

function AddressRow({ address: { email, verifiedAt }, isPrimary }: AddressRowProps) {
  const t = useTexts();
  const isVerified = verifiedAt !== null;
  return (
    <Row
      title={email}
      badges={
        <>
          {isPrimary && <Badge variant="light">{t('addresses.primary')}</Badge>}
          {!isVerified && <Badge color="gray">{t('addresses.unverified')}</Badge>}
        </>
      }
      details={[!isVerified && t('addresses.unverified_description')]}
      actions={
        !isPrimary && (
          <>
            <PrimaryButton email={email} isVerified={isVerified} />
            <RemoveButton email={email} />
          </>
        )
      }
    />
  );
}

function PrimaryButton({ email, isVerified }: { readonly email: string; readonly isVerified: boolean }) {
  const t = useTexts();
  const notice = useNotice();
  return (
    <ConfirmButton
      label={t('addresses.make_primary')}
      longLabel={t('addresses.make_primary_named', { email })}
      title={t('addresses.make_primary')}
      text={t(isVerified ? 'addresses.make_primary_text' : 'addresses.make_primary_after_text', { email })}
      action={() => (isVerified ? makePrimary(email) : sendLink(email))}
      onDone={() => {
        notice(t(isVerified ? 'addresses.made_primary' : 'addresses.link_sent', { email }));
      }}
    />
  );
}

function RemoveButton({ email }: { readonly email: string }) {
  const t = useTexts();
  const notice = useNotice();
  return (
    <ConfirmButton
      label={t('action.remove')}
      longLabel={t('action.remove_named', { name: email })}
      title={t('addresses.remove')}
      text={t('addresses.remove_text', { email })}
      action={() => atrium.delete('/api/v1/me/emails/{email}', { params: { path: { email } } })}
      onDone={() => {
        notice(t('addresses.removed', { email }));
      }}
    />
  );
}

function makePrimary(email: string): Promise<unknown> {
  return atrium.post('/api/v1/me/emails/{email}/primary', { params: { path: { email } } });
}

/** Mails another link to an address that is not verified. It becomes the primary one when the link is opened. */
function sendLink(email: string): Promise<unknown> {
  return atrium.patch('/api/v1/me', { body: { email } });
}
