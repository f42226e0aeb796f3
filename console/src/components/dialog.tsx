import { Modal, type ModalProps } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { prompts } from '../api/prompts.ts';
import { useTexts } from '../i18n/locale-context.ts';

interface DialogProps extends Omit<ModalProps, 'opened' | 'closeButtonProps'> {
  /** Omitted: the dialog is open. Its content starts again each time that it opens. */
  readonly opened?: boolean;
  /** Whether requests wait for the dialog: it is above the dialog of the page. */
  readonly isPrompt?: boolean;
}

/** A dialog. While a prompt is open above a dialog of the page, the keys are the prompt’s: Escape closes only the prompt. */
export function Dialog({ isPrompt = false, ...props }: DialogProps) {
  const t = useTexts();
  const prompt = useSyncExternalStore(prompts.subscribe, prompts.current);
  const isCovered = !isPrompt && prompt !== undefined;
  return (
    <Modal
      opened
      closeOnEscape={!isCovered}
      trapFocus={!isCovered}
      // The header of a dialog is no banner of the page.
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
      {...props}
    />
  );
}
