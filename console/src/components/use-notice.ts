import { notifications } from '@mantine/notifications';
import { useTexts } from '../i18n/locale-context.ts';

/** Shows for a few seconds that something was done. */
export function useNotice(): (text: string) => void {
  const t = useTexts();
  return (message) => {
    notifications.show({ message, closeButtonProps: { 'aria-label': t('dialog.close') } });
  };
}
