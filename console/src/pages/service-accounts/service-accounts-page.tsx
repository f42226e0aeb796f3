import type { components } from '@atrium/client';
import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { atrium } from '../../api/atrium.ts';
import { usePages } from '../../api/pages.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { DialogButton } from '../../components/dialog-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { PagesView } from '../../components/pages-view.tsx';
import { Row, Rows } from '../../components/rows.tsx';
import { Section } from '../../components/section.tsx';
import { useFormats } from '../../i18n/formats.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { CreateKey } from './create-key.tsx';
import { OrganizationKeys } from './organization-keys.tsx';
import { ChangeAccountForm, CreateAccountForm } from './service-account-form.tsx';

type ServiceAccount = components['schemas']['ServiceAccountDto'];

/** The service accounts of the organization, and all API keys that work in it. */
export function ServiceAccountsPage() {
  const t = useTexts();
  const { slug } = useParams({ from: '/shell/orgs/$slug' });
  return (
    <>
      <PageTitle title={t('service_accounts.page')} description={t('service_accounts.description')} />
      <Stack>
        <ServiceAccounts slug={slug} />
        <OrganizationKeys slug={slug} />
      </Stack>
    </>
  );
}

function ServiceAccounts({ slug }: { readonly slug: string }) {
  const t = useTexts();
  const { date } = useFormats();
  const query = usePages(['service-accounts', slug], (marker, signal) =>
    atrium.get('/api/v1/org/service-accounts', { params: { query: { marker } }, signal }),
  );
  return (
    <Section
      title={t('service_accounts.title')}
      actions={
        <DialogButton label={t('service_accounts.create')} title={t('service_accounts.create')}>
          {(close) => <CreateAccountForm slug={slug} onClose={close} />}
        </DialogButton>
      }
    >
      <PagesView query={query} empty={<EmptyState text={t('service_accounts.empty')} />}>
        {(accounts) => (
          <Rows label={t('service_accounts.title')}>
            {accounts.map((account) => (
              <Row
                key={account.id}
                title={account.username}
                details={[
                  account.description ?? false,
                  t('service_accounts.created', { date: date(account.createdAt) }),
                ]}
                actions={<AccountActions slug={slug} account={account} />}
              />
            ))}
          </Rows>
        )}
      </PagesView>
    </Section>
  );
}

function AccountActions({ slug, account }: { readonly slug: string; readonly account: ServiceAccount }) {
  const t = useTexts();
  const values = { name: account.username };
  return (
    <>
      <CreateKey slug={slug} account={account} />
      <DialogButton
        size="xs"
        variant="default"
        label={t('form.change')}
        longLabel={t('service_accounts.change', values)}
        title={t('service_accounts.change', values)}
      >
        {(close) => <ChangeAccountForm account={account} onClose={close} />}
      </DialogButton>
      <ConfirmButton
        label={t('form.delete')}
        longLabel={t('service_accounts.delete', values)}
        title={t('service_accounts.delete_title', values)}
        text={t('service_accounts.delete_text', values)}
        action={() => atrium.delete('/api/v1/org/service-accounts/{id}', { params: { path: { id: account.id } } })}
      />
    </>
  );
}
