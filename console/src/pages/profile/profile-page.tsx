import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { PageTitle } from '../../components/page-title.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useTexts } from '../../i18n/locale-context.ts';
import { AddressesSection } from './addresses-section.tsx';
import { AvatarSection } from './avatar-section.tsx';
import { LanguageSection } from './language-section.tsx';
import { profileQuery } from './profile.ts';
import { ProfileSection } from './profile-section.tsx';

/** What others see of the user, the addresses, and how the console is shown. */
export function ProfilePage() {
  const t = useTexts();
  const query = useQuery(profileQuery);
  return (
    <>
      <PageTitle title={t('profile.title')} description={t('profile.description')} />
      <Stack>
        <QueryView query={query}>
          {(profile) => (
            <>
              <AvatarSection profile={profile} />
              <ProfileSection profile={profile} />
            </>
          )}
        </QueryView>
        <AddressesSection />
        <LanguageSection />
      </Stack>
    </>
  );
}
