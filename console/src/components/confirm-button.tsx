import { Button, type ButtonProps, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useTexts } from '../i18n/locale-context.ts';
import { ProblemAlert } from './problem-alert.tsx';

interface ConfirmButtonProps extends Pick<ButtonProps, 'size' | 'disabled'> {
  readonly label: string;
  /** The label and the name of the thing, where a page has several of these buttons. */
  readonly longLabel?: string;
  /** The heading of the dialog. */
  readonly title: string;
  /** What will happen, and which things or users are affected. */
  readonly text: string;
  readonly action: () => Promise<unknown>;
  readonly onDone?: () => void;
}

/** A button for an action that cannot be undone. A dialog shows what will happen before it does. */
export function ConfirmButton({
  label,
  longLabel,
  title,
  text,
  action,
  onDone,
  size = 'xs',
  disabled,
}: ConfirmButtonProps) {
  const t = useTexts();
  const [isOpen, { open, close }] = useDisclosure(false);
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: action,
    onSuccess: () => {
      close();
      onDone?.();
    },
  });
  const leave = (): void => {
    // The step-up dialog may be open above: Escape is for it.
    if (!isPending) {
      reset();
      close();
    }
  };
  return (
    <>
      <Button
        size={size}
        variant="default"
        aria-label={longLabel}
        aria-haspopup="dialog"
        onClick={open}
        disabled={disabled}
      >
        {label}
      </Button>
      <Modal opened={isOpen} onClose={leave} title={title} closeButtonProps={{ 'aria-label': t('dialog.close') }}>
        <Stack>
          <Text className="atrium-value">{text}</Text>
          {error && <ProblemAlert error={error} />}
          <Group justify="end">
            <Button variant="default" onClick={leave} data-autofocus>
              {t('dialog.cancel')}
            </Button>
            <Button
              color="red.9"
              loading={isPending}
              onClick={() => {
                mutate();
              }}
            >
              {label}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
