import { NativeSelect } from '@mantine/core';
import { LOCALES } from '../i18n/catalogues.ts';
import { useFormats } from '../i18n/formats.ts';
import { useLocale } from '../i18n/locale-context.ts';

interface LanguageSelectProps {
  /** Saves the language of a signed-in user. */
  readonly onChosen?: (locale: string) => void;
}

/** Chooses the language of the console. Each language is named in itself. */
export function LanguageSelect({ onChosen }: LanguageSelectProps) {
  const { locale, show, t } = useLocale();
  const { language } = useFormats();
  const options = LOCALES.map((value) => ({ value, label: language(value) }));
  return (
    <NativeSelect
      size="xs"
      aria-label={t('language.label')}
      value={locale}
      onChange={({ currentTarget }) => {
        show(currentTarget.value);
        onChosen?.(currentTarget.value);
      }}
      data={options.sort((one, other) => one.label.localeCompare(other.label))}
    />
  );
}
