import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useTexts } from '../i18n/locale-context.ts';

interface CopyButtonProps {
  readonly value: string;
  readonly label: string;
}

/** Copies a value. The button shows for a moment that it did. */
export function CopyButton({ value, label }: CopyButtonProps) {
  const t = useTexts();
  const { copy, copied } = useClipboard();
  return (
    <Button
      variant="default"
      aria-live="polite"
      onClick={() => {
        copy(value);
      }}
    >
      {copied ? t('copy.done') : label}
    </Button>
  );
}
