import type { PasswordInputProps } from '@mantine/core';
import { useTexts } from '../i18n/locale-context.ts';
import { PasswordField } from './password-field.tsx';

/** A field for a password that the user chooses. The API checks how strong it is. */
export function NewPasswordInput(props: Omit<PasswordInputProps, 'label'>) {
  const t = useTexts();
  return <PasswordField label={t('field.new_password')} autoComplete="new-password" {...props} />;
}
