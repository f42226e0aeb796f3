import { type Catalogue, type Translate, translatorOf } from './translate.ts';

/** A chunk for each language. */
const FILES = import.meta.glob<Catalogue>('../../locales/*.json', { import: 'default' });

const LOADERS = new Map(
  Object.entries(FILES).map(([path, load]) => [path.slice(path.lastIndexOf('/') + 1, -'.json'.length), load]),
);

/** The languages that the console has texts in, by their tags. */
export const LOCALES: readonly string[] = [...LOADERS.keys()];

const loaded = new Map<string, Promise<Translate>>();

/** The texts of a language. They are loaded once; a load that failed is tried again the next time. */
export function loadTexts(locale: string): Promise<Translate> {
  const known = loaded.get(locale);
  if (known) {
    return known;
  }
  const texts = load(locale);
  loaded.set(locale, texts);
  texts.catch(() => loaded.delete(locale));
  return texts;
}

async function load(locale: string): Promise<Translate> {
  const catalogue = await LOADERS.get(locale)?.();
  return translatorOf(locale, catalogue ?? {});
}
