import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useTexts } from '../i18n/locale-context.ts';

/** Chooses the role in the app: an AppAdmin manages its users. */
export function AppRoleSelect(props: Omit<NativeSelectProps, 'data'>) {
  const t = useTexts();
  return <NativeSelect label={t('field.app_role')} data={['AppMember', 'AppAdmin']} {...props} />;
}
