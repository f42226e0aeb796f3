// Brings the catalogues in line with the English texts: node tools/locales.js [--check] [<folder>]
//
// There are two catalogues, that of the server and that of the console. A folder is one of the server’s kind.
//
// Each catalogue gets the keys of the English texts in their order. A text that it lacks is filled in with the English one, marked
// as not translated. With --check, nothing is written, and the exit code is 1 when a marked text is left.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

register('../test/runner/typescript.js', import.meta.url);

const { isTranslated, UNTRANSLATED } = await import('../src/core/i18n/texts.ts');

const { values, positionals } = parseArgs({ options: { check: { type: 'boolean' } }, allowPositionals: true });

const CONSOLE = 'console/locales';
const folders = positionals.length > 0 ? positionals : ['src/locales', CONSOLE];

const filesIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'en.json')
    .map((name) => join(folder, name));

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** English texts are in `en.json`, and those of problems where the problems are declared. */
async function englishTexts(folder) {
  const own = read(join(folder, 'en.json'));
  if (folder === CONSOLE) {
    return own;
  }
  const { problemTexts } = await import('../test/support/source/catalogue.ts');
  return { ...own, ...problemTexts() };
}

function fill(file, english) {
  const own = read(file);
  // A marked text is written again: the English one may have changed since.
  const texts = Object.entries(english).map(([key, text]) => {
    const isKept = key in own && isTranslated(own[key]);
    return [key, isKept ? own[key] : `${UNTRANSLATED}${text}`];
  });
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(texts), null, 2)}\n`);
}

if (!values.check) {
  for (const folder of folders) {
    const english = await englishTexts(folder);
    filesIn(folder).forEach((file) => fill(file, english));
  }
}

const marked = folders
  .flatMap(filesIn)
  .flatMap((file) =>
    Object.entries(read(file)).flatMap(([key, text]) => (isTranslated(text) ? [] : [`${file}: ${key}`])),
  );
marked.forEach((place) => console.log(place));
console.log(`Texts that are not translated: ${marked.length}`);
process.exitCode = values.check && marked.length > 0 ? 1 : 0;
