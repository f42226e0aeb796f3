import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { atrium } from '../../api/atrium.ts';
import { ownershipOfferQuery } from '../../api/ownership.ts';
import { FormProblem } from '../../components/form-problem.tsx';
import { useFormats } from '../../i18n/formats.ts';
import { useTexts } from '../../i18n/locale-context.ts';

interface ReceivedOfferProps {
  readonly slug: string;
  readonly organization: string;
  readonly user: { readonly id: string; readonly email: string };
}

/** An offer of the ownership that the user can accept or decline. */
export function ReceivedOffer({ slug, organization, user }: ReceivedOfferProps) {
  const t = useTexts();
  const { dateTime } = useFormats();
  const { data: offer } = useQuery(ownershipOfferQuery(slug, user));
  const params = { path: { slug } };
  const accept = useMutation({
    mutationFn: () => atrium.post('/api/v1/orgs/{slug}/ownership-offer/accept', { params }),
  });
  const decline = useMutation({ mutationFn: () => atrium.delete('/api/v1/orgs/{slug}/ownership-offer', { params }) });
  if (!offer?.isToMe) {
    return null;
  }
  const values = { organization, name: offer.other ?? t('ownership.other_member') };
  return (
    <Alert color="blue" variant="light" title={t('ownership.received_title')}>
      <Stack gap="sm">
        <Text size="sm">{t('ownership.received', { ...values, time: dateTime(offer.expiresAt) })}</Text>
        <FormProblem error={accept.error ?? decline.error} />
        <Group>
          <Button
            loading={accept.isPending}
            onClick={() => {
              accept.mutate();
            }}
          >
            {t('ownership.accept')}
          </Button>
          <Button
            variant="default"
            loading={decline.isPending}
            onClick={() => {
              decline.mutate();
            }}
          >
            {t('ownership.decline')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
