import { Alert, Avatar, Button, FileButton, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { atrium } from '../../api/atrium.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { Section } from '../../components/section.tsx';
import { useNotice } from '../../components/use-notice.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { CropDialog } from './crop-dialog.tsx';
import type { Profile } from './profile.ts';

/** Shows, replaces and removes the picture of the user. */
export function AvatarSection({ profile: { displayName, avatarUrl } }: { readonly profile: Profile }) {
  const t = useTexts();
  const notice = useNotice();
  const [picture, setPicture] = useState<ImageBitmap>();
  // The browser applies the orientation that a camera wrote into the file.
  const reading = useMutation({ mutationFn: (file: File) => createImageBitmap(file), onSuccess: setPicture });
  return (
    <Section title={t('avatar.title')} description={t('avatar.description')}>
      <Group>
        <Avatar
          src={avatarUrl}
          name={displayName}
          alt={t('avatar.of', { name: displayName })}
          size={96}
          color="blue"
          variant="filled"
        />
        <FileButton
          accept="image/*"
          onChange={(file) => {
            if (file) {
              reading.mutate(file);
            }
          }}
        >
          {(props) => (
            <Button {...props} variant="default" loading={reading.isPending}>
              {t('avatar.choose')}
            </Button>
          )}
        </FileButton>
        {avatarUrl !== null && (
          <ConfirmButton
            size="sm"
            label={t('avatar.remove')}
            title={t('avatar.remove')}
            text={t('avatar.remove_text')}
            action={() => atrium.patch('/api/me', { body: { avatarUrl: null } })}
            onDone={() => {
              notice(t('avatar.removed'));
            }}
          />
        )}
      </Group>
      {reading.isError && (
        <Alert color="red" role="alert" variant="light">
          {t('avatar.unreadable')}
        </Alert>
      )}
      {picture && (
        <CropDialog
          picture={picture}
          onClose={() => {
            setPicture(undefined);
          }}
        />
      )}
    </Section>
  );
}
