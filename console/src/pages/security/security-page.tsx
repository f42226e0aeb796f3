import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { PageTitle } from '../../components/page-title.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useTexts } from '../../i18n/locale-context.ts';
import { FactorSections } from './factor-sections.tsx';
import { factorsQuery } from './factors.ts';
import { PasskeysSection } from './passkeys-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { TrustedDevicesSection } from './trusted-devices-section.tsx';

/** What the user proves their identity with, and where the user is signed in. */
export function SecurityPage() {
  const t = useTexts();
  const query = useQuery(factorsQuery);
  return (
    <>
      <PageTitle title={t('security.title')} description={t('security.description')} />
      <Stack>
        <QueryView query={query}>
          {(factors) => (
            <>
              <PasswordSection hasPassword={factors.passwordSet} />
              <FactorSections factors={factors} />
            </>
          )}
        </QueryView>
        <PasskeysSection />
        <SessionsSection />
        <TrustedDevicesSection />
      </Stack>
    </>
  );
}
