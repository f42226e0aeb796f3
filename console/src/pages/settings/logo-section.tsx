import type { components } from '@atrium/client';
import { Avatar, Button, FileButton, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { atrium } from '../../api/atrium.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { Section } from '../../components/section.tsx';
import { useTexts } from '../../i18n/locale-context.ts';

type Organization = components['schemas']['OrganizationDto'];

/** The logo of the organization. */
export function LogoSection({ organization: { slug, name, logoUrl } }: { readonly organization: Organization }) {
  const t = useTexts();
  const params = { path: { slug } };
  const { mutate, error, isPending } = useMutation({
    mutationFn: (logo: File) => atrium.post('/api/v1/orgs/{slug}/logo', { params, body: { logo } }),
  });
  return (
    <Section title={t('organization.logo')} description={t('settings.logo_description')}>
      <Group>
        <Avatar src={logoUrl} name={name} alt={t('organization.logo')} size="xl" radius="md" color="blue" />
        <FileButton
          accept="image/png,image/jpeg,image/webp,image/gif"
          onChange={(file) => {
            if (file) {
              mutate(file);
            }
          }}
        >
          {(props) => (
            <Button {...props} variant="default" loading={isPending}>
              {t('settings.logo_choose')}
            </Button>
          )}
        </FileButton>
        {logoUrl !== null && (
          <ConfirmButton
            size="sm"
            label={t('settings.logo_remove')}
            title={t('settings.logo_remove_title')}
            text={t('settings.logo_remove_text', { organization: name })}
            action={() => atrium.patch('/api/v1/orgs/{slug}', { params, body: { logoUrl: null } })}
          />
        )}
      </Group>
      {/* The sentence about the file has no field of its own to be shown at. */}
      {error && <ProblemAlert error={error} />}
    </Section>
  );
}
