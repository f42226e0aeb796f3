import { notifications } from '@mantine/notifications';
import { useTexts } from '../i18n/locale-context.ts';

/** @returns a function that shows, for a few seconds, that an action was done. Screen readers read it. */
export function useNotify(): (message: string) => void {
  const t = useTexts();
  return (message) => {
    const closeButtonProps = { 'aria-label': t('dialog.close') };
    notifications.show({ message, role: 'status', withBorder: true, closeButtonProps });
  };
}
