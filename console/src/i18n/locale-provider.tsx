import { useDirection } from '@mantine/core';
import { type ReactNode, use, useEffect, useMemo, useState, useTransition } from 'react';
import { loadTexts, LOCALES } from './catalogues.ts';
import { LocaleContext } from './locale-context.ts';
import { directionOf, nearestLocale } from './locales.ts';
import { chosenLocale, rememberLocale } from './remembered-locale.ts';

/** Gives the console its language: the remembered one, else the nearest to the languages of the browser. */
export function LocaleProvider({ children }: { readonly children: ReactNode }) {
  const [locale, setLocale] = useState(() => nearestLocale([...chosenLocale(), ...navigator.languages], LOCALES));
  const [, startTransition] = useTransition();
  const { setDirection } = useDirection();
  const t = use(loadTexts(locale));
  const direction = directionOf(locale);
  useEffect(() => {
    document.documentElement.lang = locale;
    setDirection(direction);
  }, [locale, direction, setDirection]);
  const state = useMemo(() => {
    const show = (next: string): void => {
      rememberLocale(next);
      startTransition(() => {
        setLocale(nearestLocale([next], LOCALES));
      });
    };
    return { locale, direction, t, show };
  }, [locale, direction, t]);
  return <LocaleContext value={state}>{children}</LocaleContext>;
}
