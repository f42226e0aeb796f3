import { Button, Group, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { atrium } from '../../api/atrium.ts';
import { FormProblem } from '../../components/form-problem.tsx';
import { Section } from '../../components/section.tsx';
import { useApiForm } from '../../components/use-api-form.ts';
import { useNotice } from '../../components/use-notice.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import type { Profile } from './profile.ts';
import { TimeZoneSelect } from './time-zone-select.tsx';

/** The values of the form. An empty text clears a value. */
const valuesOf = (profile: Profile) => ({
  displayName: profile.displayName,
  givenName: profile.givenName ?? '',
  familyName: profile.familyName ?? '',
  phoneNumber: profile.phoneNumber ?? '',
  birthDate: profile.birthDate ?? '',
  timezone: profile.timezone ?? '',
  bio: profile.bio ?? '',
});

/** Changes the names and the other personal details of the user. */
export function ProfileSection({ profile }: { readonly profile: Profile }) {
  const t = useTexts();
  const notice = useNotice();
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: valuesOf(profile),
    send: ({ displayName, ...others }) =>
      atrium.patch('/api/v1/user', { body: { displayName, ...withoutEmpty(others) } }),
    onSent: (saved) => {
      // The API may write a value in another way, for example a phone number.
      form.setValues(valuesOf(saved));
      notice(t('profile.saved'));
    },
  });
  return (
    <Section title={t('profile.details')}>
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            <TextInput
              label={t('field.display_name')}
              description={t('profile.display_name_description')}
              autoComplete="name"
              required
              {...form.getInputProps('displayName')}
            />
            <TimeZoneSelect {...form.getInputProps('timezone')} />
            <TextInput label={t('field.given_name')} autoComplete="given-name" {...form.getInputProps('givenName')} />
            <TextInput
              label={t('field.family_name')}
              autoComplete="family-name"
              {...form.getInputProps('familyName')}
            />
            <TextInput
              label={t('field.phone_number')}
              description={t('field.phone_number_description')}
              type="tel"
              autoComplete="tel"
              {...form.getInputProps('phoneNumber')}
            />
            <TextInput
              label={t('field.birth_date')}
              type="date"
              autoComplete="bday"
              {...form.getInputProps('birthDate')}
            />
          </SimpleGrid>
          <Textarea label={t('field.bio')} autosize minRows={2} maxRows={8} {...form.getInputProps('bio')} />
          <FormProblem error={mutation.error} />
          <Group>
            <Button type="submit" loading={mutation.isPending}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

type Optional = Omit<ReturnType<typeof valuesOf>, 'displayName'>;

function withoutEmpty(values: Optional): Record<keyof Optional, string | null> {
  const { givenName, familyName, phoneNumber, birthDate, timezone, bio } = values;
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text);
  return {
    givenName: orNull(givenName),
    familyName: orNull(familyName),
    phoneNumber: orNull(phoneNumber),
    birthDate: orNull(birthDate),
    timezone: orNull(timezone),
    bio: orNull(bio),
  };
}
