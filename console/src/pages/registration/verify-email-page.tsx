import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { publicAtrium } from '../../api/atrium.ts';
import { readIdentityAgain } from '../../api/identity.ts';
import { isProblem } from '../../api/problems.ts';
import { ExpiredLink } from '../../components/expired-link.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { PublicPage } from '../../components/public-page.tsx';
import { ButtonLink, TextLink } from '../../components/text-link.tsx';
import { useTexts } from '../../i18n/locale-context.ts';

/** Proves an address by the link of a mail. The user presses a button, because programs that check mails follow links. */
export function VerifyEmailPage() {
  const t = useTexts();
  const { token } = useSearch({ from: '/verify-email' });
  return (
    <PublicPage title={t('verify_email.title')}>
      {token === undefined ? <Expired /> : <VerifyButton token={token} />}
    </PublicPage>
  );
}

function VerifyButton({ token }: { readonly token: string }) {
  const t = useTexts();
  const navigate = useNavigate();
  const { mutate, error, isPending, isSuccess } = useMutation({
    mutationFn: () => publicAtrium.post('/api/v1/auth/email/verify', { body: { token } }),
    onSuccess: async (result) => {
      // The link of a registration signs the user in. The link of a further address has no content.
      if (result?.passwordChangeRequired) {
        await navigate({ to: '/choose-password', search: { first: true }, replace: true });
      } else if (result) {
        await readIdentityAgain();
        await navigate({ to: '/', replace: true });
      }
    },
  });
  if (isProblem(error, 'invalid_token')) {
    return <Expired />;
  }
  if (isSuccess) {
    return (
      <Stack align="start">
        <Text role="status">{t('verify_email.done')}</Text>
        <ButtonLink to="/">{t('verify_email.continue')}</ButtonLink>
      </Stack>
    );
  }
  return (
    <Stack>
      <Text>{t('verify_email.description')}</Text>
      <FormProblem error={error} />
      <Button
        loading={isPending}
        onClick={() => {
          mutate();
        }}
      >
        {t('verify_email.submit')}
      </Button>
    </Stack>
  );
}

function Expired() {
  const t = useTexts();
  return (
    <ExpiredLink text={t('verify_email.expired')}>
      <TextLink to="/sign-in">{t('sign_in.title')}</TextLink>
      <TextLink to="/register">{t('verify_email.register_again')}</TextLink>
    </ExpiredLink>
  );
}
