import { type MantineColorScheme, NativeSelect, useMantineColorScheme } from '@mantine/core';
import { useTexts } from '../i18n/locale-context.ts';

/** Chooses light or dark, or what the system has. */
export function ColorSchemeSelect() {
  const t = useTexts();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <NativeSelect
      size="xs"
      aria-label={t('colors.label')}
      value={colorScheme}
      onChange={({ currentTarget }) => {
        setColorScheme(currentTarget.value as MantineColorScheme);
      }}
      data={[
        { value: 'auto', label: t('colors.auto') },
        { value: 'light', label: t('colors.light') },
        { value: 'dark', label: t('colors.dark') },
      ]}
    />
  );
}
