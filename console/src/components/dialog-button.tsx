import { Button, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Dialog } from './dialog.tsx';

interface DialogButtonProps extends Pick<ButtonProps, 'size' | 'variant'> {
  readonly label: string;
  /** The label and the name of the thing, where a page has several of these buttons. */
  readonly longLabel?: string;
  readonly title: string;
  /** The content of the dialog. It gets the function that closes the dialog. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a dialog. */
export function DialogButton({ label, longLabel, title, children, ...props }: DialogButtonProps) {
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button aria-haspopup="dialog" aria-label={longLabel} onClick={open} {...props}>
        {label}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={title}>
        {children(close)}
      </Dialog>
    </>
  );
}
