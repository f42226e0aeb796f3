import type { components } from '@atrium/client';
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { publicAtrium } from '../../api/atrium.ts';
import { identityQuery, readIdentityAgain } from '../../api/identity.ts';
import { isProblem } from '../../api/problems.ts';
import { ExpiredLink } from '../../components/expired-link.tsx';
import { PublicPage } from '../../components/public-page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { SignInSteps } from '../../components/sign-in/sign-in-steps.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { useFormats } from '../../i18n/formats.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { AcceptButton } from './accept-button.tsx';
import { RegisterInvitedForm } from './register-invited-form.tsx';

type Preview = components['schemas']['InvitationPreviewDto'];

/** Accepts an invitation by the link of a mail: as the signed-in user, after a sign-in, or as a new person. */
export function AcceptInvitationPage() {
  const t = useTexts();
  const { token } = useSearch({ from: '/accept-invitation' });
  return (
    <PublicPage title={t('invitation.title')}>
      {token === undefined ? <Expired /> : <Invitation token={token} />}
    </PublicPage>
  );
}

function Invitation({ token }: { readonly token: string }) {
  const query = useQuery({
    queryKey: ['invitation-preview', token],
    queryFn: ({ signal }) => publicAtrium.post('/api/v1/invitations/preview', { body: { token }, signal }),
  });
  if (isProblem(query.error, 'invalid_token')) {
    return <Expired />;
  }
  return <QueryView query={query}>{(preview) => <Offer token={token} preview={preview} />}</QueryView>;
}

interface OfferProps {
  readonly token: string;
  readonly preview: Preview;
}

function Offer({ token, preview }: OfferProps) {
  const t = useTexts();
  const formats = useFormats();
  return (
    <Stack>
      <Text className="atrium-value">
        {t('invitation.description', {
          organization: preview.organization.name,
          role: preview.role,
          email: preview.email,
        })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('invitation.expires', { time: formats.dateTime(preview.expiresAt) })}
      </Text>
      <Answer token={token} preview={preview} />
    </Stack>
  );
}

function Answer({ token, preview }: OfferProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const identity = useQuery(identityQuery);
  const enter = async (): Promise<void> => {
    await readIdentityAgain();
    await navigate({ to: '/orgs/$slug', params: { slug: preview.organization.slug }, replace: true });
  };
  return (
    <QueryView query={identity}>
      {(user) => {
        if (user) {
          return <AcceptButton token={token} preview={preview} email={user.user.email} onAccepted={enter} />;
        }
        return preview.hasAccount ? (
          <>
            <Text>{t('invitation.sign_in')}</Text>
            <SignInSteps email={preview.email} onSignedIn={() => readIdentityAgain()} />
          </>
        ) : (
          <RegisterInvitedForm token={token} onRegistered={enter} />
        );
      }}
    </QueryView>
  );
}

function Expired() {
  const t = useTexts();
  return (
    <ExpiredLink text={t('invitation.expired')}>
      <TextLink to="/">{t('not_found.home')}</TextLink>
    </ExpiredLink>
  );
}
