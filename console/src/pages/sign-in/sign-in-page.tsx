import { Stack } from '@mantine/core';
import { useRouter, useSearch } from '@tanstack/react-router';
import { readIdentityAgain } from '../../api/identity.ts';
import { CONSOLE_PATH } from '../../api/place.ts';
import { PublicPage } from '../../components/public-page.tsx';
import { SignInSteps } from '../../components/sign-in/sign-in-steps.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { useTexts } from '../../i18n/locale-context.ts';
import { pathWithin } from './path-within.ts';

export function SignInPage() {
  const t = useTexts();
  const router = useRouter();
  const { next } = useSearch({ from: '/sign-in' });
  return (
    <PublicPage title={t('sign_in.title')}>
      <Stack>
        <SignInSteps
          onSignedIn={async ({ passwordChangeRequired }) => {
            if (passwordChangeRequired) {
              await router.navigate({ to: '/choose-password' });
            } else {
              await readIdentityAgain();
              router.history.push(pathWithin(CONSOLE_PATH, next));
            }
          }}
        />
        <TextLink to="/forgot-password">{t('sign_in.forgot')}</TextLink>
        <TextLink to="/register">{t('sign_in.register')}</TextLink>
      </Stack>
    </PublicPage>
  );
}
