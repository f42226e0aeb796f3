import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DIRECTORY_PREFIX } from '../runner/names.js';
import { type Catalogue, catalogueOf, problemTexts } from '../support/source/catalogue.js';

const ENGLISH = {
  'input.array': 'Must be an array.',
  'input.columns': 'Must have {columns, plural, one {{columns} cell} other {{columns} cells}}.',
  'page.problems': 'Problems',
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), DIRECTORY_PREFIX));
  write('en', ENGLISH);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(locale: string, texts: Catalogue): void {
  writeFileSync(join(folder, `${locale}.json`), JSON.stringify(texts));
}

function read(locale: string): Catalogue {
  return JSON.parse(readFileSync(join(folder, `${locale}.json`), 'utf8')) as Catalogue;
}

async function node(...parameters: string[]): Promise<{ code: number; lines: string[] }> {
  const done = promisify(execFile)(process.execPath, parameters).then(({ stdout }) => ({ code: 0, stdout }));
  const { code, stdout } = await done.catch((error: unknown) => error as { code: number; stdout: string });
  return { code, lines: stdout.trim().split('\n') };
}

/** Runs the command on the folder. */
const locales = (...options: string[]): Promise<{ code: number; lines: string[] }> =>
  node('tools/locales.js', ...options, folder);

/** Prints texts in Polish as the application reads them from a catalogue with a marked and a missing text. */
const SERVE = `
  import fs from 'node:fs';
  import { register, syncBuiltinESMExports } from 'node:module';
  import { pathToFileURL } from 'node:url';
  const polish = { 'input.array': '[en] Is an old text.', 'page.problems': 'Problemy' };
  const { readFileSync } = fs;
  fs.readFileSync = (file, ...rest) =>
    String(file).endsWith('/locales/pl.json') ? JSON.stringify(polish) : readFileSync(file, ...rest);
  syncBuiltinESMExports();
  register('./test/runner/typescript.js', pathToFileURL('./'));
  const { say, translation } = await import('./src/core/i18n/texts.ts');
  const keys = ['input.array', 'input.boolean', 'page.problems'];
  keys.forEach((key) => console.log(say('pl', { key })));
  console.log(translation('pl', 'input.array'));
`;

describe('npm run locales', () => {
  const COMPLETE = ['input.array', 'input.columns', 'page.problems', ...Object.keys(problemTexts())];

  beforeEach(async () => {
    write('de', { 'page.problems': 'Probleme', 'input.gone': 'Weg.', 'input.array': '[en] Is an array.' });
    expect((await locales()).code).toBe(0);
  });

  it('brings a catalogue in line with the English texts', async () => {
    const german = read('de');
    // In the order of the English file, then by the codes of the problems. What English lacks is removed.
    expect(Object.keys(german)).toEqual(COMPLETE);
    expect(german).toMatchObject({
      'input.array': '[en] Must be an array.',
      'input.columns': `[en] ${ENGLISH['input.columns']}`,
      'page.problems': 'Probleme',
      'problem.not_found.title': `[en] ${problemTexts()['problem.not_found.title'] ?? ''}`,
    });
    expect(read('en')).toEqual(ENGLISH);
    await locales();
    expect(read('de')).toEqual(german);
  });
});

describe('npm run locales -- --check', () => {
  it('refuses marked texts, names them, and writes nothing', async () => {
    write('de', { 'input.array': '[en] Must be an array.', 'page.problems': 'Probleme' });
    const { code, lines } = await locales('--check');
    expect({ code, lines }).toEqual({
      code: 1,
      lines: [`${join(folder, 'de.json')}: input.array`, 'Texts that are not translated: 1'],
    });
    expect(Object.keys(read('de'))).toEqual(['input.array', 'page.problems']);
  });

  it('accepts catalogues without marks', async () => {
    write('de', { 'input.array': 'Muss ein Array sein.' });
    expect((await locales('--check')).code).toBe(0);
  });
});

describe('A text that is not translated', () => {
  it('is served as the English text of today, without the mark', async () => {
    const { lines } = await node('--input-type=module', '-e', SERVE);
    const { 'input.array': array, 'input.boolean': boolean } = catalogueOf('en');
    expect(lines).toEqual([array, boolean, 'Problemy', 'undefined']);
  });
});
