import { createContext, use } from 'react';
import type { Direction } from './locales.ts';
import type { Translate } from './translate.ts';

export interface LocaleState {
  readonly locale: string;
  readonly direction: Direction;
  readonly t: Translate;
  /** Shows the console in another language once its texts are loaded. */
  readonly show: (locale: string) => void;
}

export const LocaleContext = createContext<LocaleState | undefined>(undefined);

/** The language of the reader. @throws Error outside of the provider */
export function useLocale(): LocaleState {
  const state = use(LocaleContext);
  if (!state) {
    throw new Error('The component is outside of LocaleProvider');
  }
  return state;
}

/** Renders texts in the language of the reader. */
export function useTexts(): Translate {
  return useLocale().t;
}
