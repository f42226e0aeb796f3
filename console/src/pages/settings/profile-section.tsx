import type { components } from '@atrium/client';
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { atrium } from '../../api/atrium.ts';
import { FormProblem } from '../../components/form-problem.tsx';
import { Section } from '../../components/section.tsx';
import { useApiForm } from '../../components/use-api-form.ts';
import { useNotice } from '../../components/use-notice.ts';
import { useTexts } from '../../i18n/locale-context.ts';

type Organization = components['schemas']['OrganizationDto'];

/** The name, the slug and the description of the organization. */
export function ProfileSection({ organization }: { readonly organization: Organization }) {
  const t = useTexts();
  const notice = useNotice();
  const navigate = useNavigate();
  const { slug } = organization;
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { name: organization.name, slug, description: organization.description ?? '' },
    send: (values) =>
      atrium.patch('/api/v1/orgs/{slug}', {
        params: { path: { slug } },
        body: { ...values, description: values.description === '' ? null : values.description },
      }),
    onSent: async (changed) => {
      notice(t('settings.saved'));
      if (changed.slug !== slug) {
        await navigate({ to: '/orgs/$slug/settings', params: { slug: changed.slug }, replace: true });
      }
    },
  });
  return (
    <Section title={t('settings.profile')}>
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <TextInput label={t('settings.name')} required {...form.getInputProps('name')} />
          <TextInput
            label={t('settings.slug')}
            description={t('settings.slug_description')}
            required
            {...form.getInputProps('slug')}
          />
          <Textarea label={t('settings.description')} autosize minRows={2} {...form.getInputProps('description')} />
          <FormProblem error={mutation.error} />
          <Group justify="end">
            <Button type="submit" loading={mutation.isPending} disabled={!form.isDirty()}>
              {t('form.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
