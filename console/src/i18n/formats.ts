import { useMemo } from 'react';
import { useLocale } from './locale-context.ts';

export interface Formats {
  readonly date: (time: string) => string;
  readonly dateTime: (time: string) => string;
  readonly number: (value: number) => string;
  readonly list: (items: readonly string[]) => string;
  /** The name of a language, as in “Deutsch” for `de`, in that language. */
  readonly language: (locale: string) => string;
}

/** Dates, numbers and lists as the reader’s language writes them. Times are in the time zone of the browser. */
export function useFormats(): Formats {
  const { locale } = useLocale();
  return useMemo(() => {
    const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
    const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
    const number = new Intl.NumberFormat(locale);
    const list = new Intl.ListFormat(locale);
    return {
      date: (time) => date.format(new Date(time)),
      dateTime: (time) => dateTime.format(new Date(time)),
      number: (value) => number.format(value),
      list: (items) => list.format(items),
      language: (tag) => new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag,
    };
  }, [locale]);
}
