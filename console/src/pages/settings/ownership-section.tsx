import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouteContext } from '@tanstack/react-router';
import { atrium } from '../../api/atrium.ts';
import { ownershipOfferQuery } from '../../api/ownership.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { DialogButton } from '../../components/dialog-button.tsx';
import { DialogForm } from '../../components/dialog-form.tsx';
import { MemberPicker } from '../../components/member-picker.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Section } from '../../components/section.tsx';
import { useApiForm } from '../../components/use-api-form.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useTexts } from '../../i18n/locale-context.ts';

interface OwnershipSectionProps {
  readonly slug: string;
  readonly organization: string;
}

/** Offers the organization to another member, and withdraws the offer. */
export function OwnershipSection({ slug, organization }: OwnershipSectionProps) {
  const t = useTexts();
  const { dateTime } = useFormats();
  const { identity } = useRouteContext({ from: '/shell' });
  const query = useQuery(ownershipOfferQuery(slug, identity.user));
  return (
    <Section title={t('ownership.title')} description={t('ownership.description')}>
      <QueryView query={query}>
        {(offer) =>
          offer && !offer.isToMe ? (
            <Stack align="start">
              <Text>
                {t('ownership.sent', {
                  name: offer.other ?? t('ownership.other_member'),
                  time: dateTime(offer.expiresAt),
                })}
              </Text>
              <ConfirmButton
                size="sm"
                label={t('ownership.withdraw')}
                title={t('ownership.withdraw_title')}
                text={t('ownership.withdraw_text', { name: offer.other ?? t('ownership.other_member') })}
                action={() => atrium.delete('/api/v1/orgs/{slug}/ownership-offer', { params: { path: { slug } } })}
              />
            </Stack>
          ) : (
            <div>
              <DialogButton variant="default" label={t('ownership.offer')} title={t('ownership.offer')}>
                {(close) => <OfferForm slug={slug} organization={organization} onClose={close} />}
              </DialogButton>
            </div>
          )
        }
      </QueryView>
    </Section>
  );
}

interface OfferFormProps extends OwnershipSectionProps {
  readonly onClose: () => void;
}

function OfferForm({ slug, organization, onClose }: OfferFormProps) {
  const t = useTexts();
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { memberId: '' },
    send: ({ memberId }) =>
      atrium.post('/api/v1/orgs/{slug}/ownership-offer', { params: { path: { slug } }, body: { memberId } }),
    onSent: onClose,
  });
  return (
    <DialogForm mutation={mutation} onSubmit={onSubmit} submit={t('ownership.offer')} onCancel={onClose}>
      <Text>{t('ownership.offer_text', { organization })}</Text>
      <MemberPicker slug={slug} by="id" label={t('ownership.member')} {...form.getInputProps('memberId')} />
    </DialogForm>
  );
}
