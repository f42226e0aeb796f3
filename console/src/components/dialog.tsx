import { Modal, type ModalProps } from '@mantine/core';
import { useTexts } from '../i18n/locale-context.ts';

/** A dialog over the page. Its content starts again each time that it opens. */
export function Dialog(props: Omit<ModalProps, 'closeButtonProps'>) {
  const t = useTexts();
  return <Modal closeButtonProps={{ 'aria-label': t('dialog.close') }} {...props} />;
}
