import { readdirSync, readFileSync } from 'node:fs';
import { type MessageFormatElement, parse as parseMessage, TYPE } from '@formatjs/icu-messageformat-parser';
import { APP_LOCALES, type AppLocale, directionOf } from '../../src/core/i18n/locales.js';
import { isTranslated, UNTRANSLATED } from '../../src/core/i18n/texts.js';
import { directionOf as consoleDirectionOf } from '../../console/src/i18n/locales.js';
import { type Catalogue, catalogueOf, consoleCatalogueOf, englishTexts } from '../support/source/catalogue.js';

const SOURCES = new URL('../../src/', import.meta.url);
const CONSOLE = new URL('../../console/', import.meta.url);

/** The texts that belong together. */
interface Texts {
  readonly folder: URL;
  readonly english: Catalogue;
  readonly of: (locale: AppLocale) => Catalogue;
}

const SERVER_TEXTS: Texts = { folder: new URL('locales/', SOURCES), english: englishTexts(), of: catalogueOf };
const CONSOLE_TEXTS: Texts = {
  folder: new URL('locales/', CONSOLE),
  english: consoleCatalogueOf('en'),
  of: consoleCatalogueOf,
};

const CATALOGUES = APP_LOCALES.flatMap((locale): [of: string, locale: AppLocale, texts: Texts][] => [
  ['server', locale, SERVER_TEXTS],
  ['console', locale, CONSOLE_TEXTS],
]);

const OTHERS = CATALOGUES.filter(([, locale]) => locale !== 'en');

/** Texts that some languages share with English word for word, besides single words. */
const SHARED = ['import.send_mail', 'mail.new_device.browser', 'my_keys.prefix', 'my_keys.scopes', 'page.status'];

const SINGLE_WORD = /^\p{L}+$/u;

interface Argument {
  readonly name: string;
  readonly kind: 'plural' | 'value' | 'other';
  readonly choices: readonly string[];
}

/** @throws SyntaxError when the text is not valid */
function parse(text: string): MessageFormatElement[] {
  return parseMessage(text, { ignoreTag: true });
}

/** What stands for the values of a text, at every depth. */
function argumentsOf(elements: readonly MessageFormatElement[]): Argument[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.argument:
        return [{ name: element.value, kind: 'value', choices: [] }];
      case TYPE.plural: {
        const inner = Object.values(element.options).flatMap(({ value }) => argumentsOf(value));
        return [{ name: element.value, kind: 'plural', choices: Object.keys(element.options) }, ...inner];
      }
      default:
        return [{ name: element.value, kind: 'other', choices: [] }];
    }
  });
}

/** The texts in the language itself, without those that are not translated yet, each with the English one. */
function textsOf(locale: AppLocale, { english, of }: Texts): [key: string, text: string, english: string][] {
  const texts = locale === 'en' ? english : of(locale);
  return Object.entries(texts)
    .filter(([, text]) => isTranslated(text))
    .map(([key, text]) => [key, text, english[key] ?? '']);
}

/** What has to stay letter for letter: what is between backticks, numbers, and names of standards and roles. */
function fixedIn(text: string): string[] {
  return (text.match(/`[^`]*`|\b(?:RFC \d+|E\.164|UUID|x-org)\b|[A-Z]\w*(?:Admin|Member)(?=s?\b)|\d+/g) ?? []).sort();
}

function namesOf(text: string): string[] {
  return [...new Set(argumentsOf(parse(text)).map(({ name }) => name))].sort();
}

function sourcesIn(folder: URL): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('generated'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));
}

describe('The English texts', () => {
  const { english } = SERVER_TEXTS;
  const literals = sourcesIn(SOURCES).flatMap((source) =>
    [...source.matchAll(/'((?:input|detail|mail|page)\.[a-z0-9_.]+)'/g)].map(([, key = '']) => key),
  );

  it('are all used, and none is missing', () => {
    expect(Object.keys(catalogueOf('en')).filter((key) => !literals.includes(key))).toEqual([]);
    expect(literals.filter((key) => !(key in english))).toEqual([]);
  });

  it('of the console are all used', () => {
    const sources = sourcesIn(new URL('src/', CONSOLE)).join('\n');
    expect(Object.keys(CONSOLE_TEXTS.english).filter((key) => !sources.includes(`'${key}'`))).toEqual([]);
  });

  it('of problems stand where they are declared, not in the catalogue', () => {
    expect(Object.keys(catalogueOf('en')).filter((key) => key.startsWith('problem.'))).toEqual([]);
  });
});

describe('The catalogues', () => {
  it.each([SERVER_TEXTS, CONSOLE_TEXTS])('are those of the languages there are: $folder', ({ folder }) => {
    const files = readdirSync(folder);
    expect(files.sort()).toEqual(APP_LOCALES.map((locale) => `${locale}.json`).sort());
  });

  it.each(APP_LOCALES)('have the direction of the server in the console: %s', (locale) => {
    expect(consoleDirectionOf(locale)).toBe(directionOf(locale));
  });

  it.each(CATALOGUES)('say each text once: %s, %s', (_, locale, { folder }) => {
    const source = readFileSync(new URL(`${locale}.json`, folder), 'utf8');
    const keys = [...source.matchAll(/^ {2}"([^"]+)":/gm)].map(([, key]) => key);
    expect(keys).toEqual(Object.keys(JSON.parse(source) as object));
  });
});

describe.each(CATALOGUES)('The catalogue of the %s in %s', (_, locale, texts) => {
  it('is valid, and empty nowhere', () => {
    for (const [key, text] of textsOf(locale, texts)) {
      expect({ key, text }).toEqual({ key, text: expect.stringMatching(/^\S(.*\S)?$/) });
      expect(() => parse(text)).not.toThrow();
    }
  });

  it('has every form that its grammar has for a number, and no other', () => {
    const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.sort();
    for (const [key, text] of textsOf(locale, texts)) {
      const plurals = argumentsOf(parse(text)).filter(({ kind }) => kind === 'plural');
      for (const { choices } of plurals) {
        expect([key, choices.filter((choice) => !choice.startsWith('=')).sort()]).toEqual([key, categories]);
      }
    }
  });
});

describe.each(OTHERS)('The catalogue of the %s in %s', (_, locale, texts) => {
  const { english } = texts;

  it('has every text that English has, and no other', () => {
    const own = texts.of(locale);
    expect({
      missing: Object.keys(english).filter((key) => !(key in own)),
      unknown: Object.keys(own).filter((key) => !(key in english)),
    }).toEqual({ missing: [], unknown: [] });
  });

  it('takes the values that the English text takes, and counts only what that counts', () => {
    for (const [key, text, original] of textsOf(locale, texts)) {
      expect([key, namesOf(text)]).toEqual([key, namesOf(original)]);
      const counted = argumentsOf(parse(original)).flatMap(({ kind, name }) => (kind === 'plural' ? [name] : []));
      for (const { kind, name } of argumentsOf(parse(text))) {
        expect([key, kind]).toEqual([key, kind === 'plural' && counted.includes(name) ? 'plural' : 'value']);
      }
    }
  });

  it('leaves names of the interface, of roles and of standards as they are', () => {
    for (const [key, text, original] of textsOf(locale, texts)) {
      expect([key, fixedIn(text)]).toEqual([key, fixedIn(original)]);
    }
  });

  it('has the English text of today where a text is not translated yet', () => {
    const unlike = Object.entries(texts.of(locale)).filter(
      ([key, text]) => !isTranslated(text) && text !== `${UNTRANSLATED}${english[key] ?? ''}`,
    );
    expect(unlike.map(([key]) => key)).toEqual([]);
  });

  it('is not English', () => {
    const same = textsOf(locale, texts).filter(([, text, original]) => text === original && !SINGLE_WORD.test(text));
    expect(same.map(([key]) => key).filter((key) => !SHARED.includes(key))).toEqual([]);
  });
});
