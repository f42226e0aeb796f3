import { NativeSelect } from '@mantine/core';
import { LOCALES } from '../i18n/catalogues.ts';
import { useFormats } from '../i18n/formats.ts';
import { useLocale } from '../i18n/locale-context.ts';

interface LanguageSelectProps {
  /** The text beside the field. Without it, only screen readers read one. */
  readonly label?: string;
  /** Saves the language of a signed-in user. */
  readonly onChosen?: (locale: string) => void;
}

/** Chooses the language of the console. Each language is named in itself. */
export function LanguageSelect({ label, onChosen }: LanguageSelectProps) {
  const { locale, show, t } = useLocale();
  const { language } = useFormats();
  const options = LOCALES.map((value) => ({ value, label: language(value) }));
  return (
    <NativeSelect
      size={label === undefined ? 'xs' : 'sm'}
      maw={440}
      label={label}
      aria-label={label === undefined ? t('language.label') : undefined}
      value={locale}
      onChange={({ currentTarget }) => {
        show(currentTarget.value);
        onChosen?.(currentTarget.value);
      }}
      data={options.sort((one, other) => one.label.localeCompare(other.label))}
    />
  );
}
