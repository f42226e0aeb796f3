import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { identityQuery } from '../api/identity.ts';
import { LanguageSelect } from '../components/language-select.tsx';
import { useSaveLanguage } from '../components/use-save-language.ts';
import { LOCALES } from '../i18n/catalogues.ts';
import { useLocale } from '../i18n/locale-context.ts';
import { nearestLocale } from '../i18n/locales.ts';

/** Shows the console in the saved language of the user, and saves the language that the user chooses. */
export function SavedLanguageSelect() {
  const { show, locale } = useLocale();
  const { data: identity } = useQuery(identityQuery);
  const saved = identity?.user.locale ?? undefined;
  const shown = useRef<string>(undefined);
  useEffect(() => {
    if (saved !== undefined && saved !== shown.current) {
      shown.current = saved;
      if (nearestLocale([saved], LOCALES) !== locale) {
        show(saved);
      }
    }
  }, [saved, locale, show]);
  const { mutate } = useSaveLanguage();
  return <LanguageSelect onChosen={mutate} />;
}
