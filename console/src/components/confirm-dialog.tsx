import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTexts } from '../i18n/locale-context.ts';
import { Dialog } from './dialog.tsx';
import { FormProblem } from './form-problem.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  /** What the action does, with the name of the person or thing that it is done to. */
  readonly text: string;
  /** The name of the action, on its button. */
  readonly action: string;
  readonly onConfirm: () => Promise<unknown>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks before an action that cannot simply be undone. */
export function ConfirmDialog({ title, text, action, onConfirm, onDone, onClose }: ConfirmDialogProps) {
  const t = useTexts();
  const { mutate, error, isPending } = useMutation({ mutationFn: onConfirm, onSuccess: onDone });
  return (
    <Dialog title={title} onClose={onClose}>
      <Stack>
        <Text className="atrium-value">{text}</Text>
        <FormProblem error={error} />
        <Group justify="end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('dialog.cancel')}
          </Button>
          <Button
            color="red"
            loading={isPending}
            onClick={() => {
              mutate();
            }}
          >
            {action}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
