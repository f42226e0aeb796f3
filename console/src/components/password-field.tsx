import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTexts } from '../i18n/locale-context.ts';

/** A field for a password. Its content can be shown, also by keyboard. */
export function PasswordField({ error, ...props }: PasswordInputProps) {
  const t = useTexts();
  return (
    <PasswordInput
      required
      error={error}
      aria-invalid={error ? true : undefined}
      visibilityToggleButtonProps={{ 'aria-label': t('field.show_password'), tabIndex: 0 }}
      {...props}
    />
  );
}
