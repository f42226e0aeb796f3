import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { atrium } from '../../api/atrium.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useNotice } from '../../components/use-notice.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { CENTRE, croppedPicture } from './crop.ts';
import { CropEditor } from './crop-editor.tsx';

interface CropDialogProps {
  readonly picture: ImageBitmap;
  readonly onClose: () => void;
}

/** Lets the user choose the square of a picture that becomes their avatar, and uploads that square alone. */
export function CropDialog({ picture, onClose }: CropDialogProps) {
  const t = useTexts();
  const notice = useNotice();
  const [crop, setCrop] = useState(CENTRE);
  const { mutate, error, isPending } = useMutation({
    mutationFn: async () => {
      const avatar = await croppedPicture(picture, crop);
      return atrium.post('/api/v1/user/avatar', { body: { avatar } });
    },
    onSuccess: () => {
      onClose();
      notice(t('avatar.saved'));
    },
  });
  return (
    <Dialog opened onClose={onClose} closeOnEscape={!isPending} closeOnClickOutside={false} title={t('avatar.crop')}>
      <Stack>
        <Text size="sm">{t('avatar.crop_description')}</Text>
        <CropEditor picture={picture} crop={crop} onChange={setCrop} />
        {error && <ProblemAlert error={error} />}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button
            loading={isPending}
            onClick={() => {
              mutate();
            }}
          >
            {t('avatar.save')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
