import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { TestApp } from '../support/app/app.js';
import { consoleCatalogueOf, englishTexts } from '../support/source/catalogue.js';

/** What makes a sentence hard to read for people whose first language is not English. */
type Rule = readonly [reason: string, pattern: RegExp];

const RULES: readonly Rule[] = [
  ['Name the noun: user, member, caller', /\b(?:nobody|somebody|anybody|everybody|whoever|whomever|whatever)\b/gi],
  ['Name the noun before it', /(?:^|[.:;(] |\b(?:and|as|but|by|for|from|is|of|one|or|than|to|when|with) )who\b/gi],
  ['Name the noun before it', /(?:^|[.:;(] )whose\b/gi],
  ['Write “they”, or repeat the noun', /\b(?:he|him|his|himself|she|her|hers|herself)\b/gi],
  ['Use a word of today', /\b(?:anew|as ever|at hand|be it|by and by|for ever|meanwhile|once more|wherein|whom)\b/gi],
  ['Use the verb of the meaning: notify, show, be', /\b(?:tells?|told|telling|stands?|stood|standing)\b/gi],
  ['Use the verb of the meaning: contain, name, mean', /\b(?:says?|said|saying|speaks?|spoken)\b/gi],
  ['Use the verb of the meaning: end, be deleted', /\b(?:dead|dies|died|gone|goes with|mends?)\b/gi],
];

/** A comment may begin with “What”, as in “What a role permits.” A sentence that is served begins with its subject. */
const SERVED_RULES: readonly Rule[] = [...RULES, ['Name the noun', /(?:^|[.:;(] )what\b/gi]];

interface Text {
  readonly place: string;
  readonly text: string;
}

/** The text without its code, whose names are not prose, and without the signs of a comment. */
function proseOf(text: string): string {
  return text
    .replace(/^\s*(?:\/\*\*?|\*\/|\*|\/\/)/gm, '')
    .replace(/```[\s\S]*?```|`[^`]*`|\{@link [^}]*\}/g, '…')
    .replace(/\s+/g, ' ')
    .trim();
}

function violationsIn(texts: readonly Text[], rules: readonly Rule[]): string[] {
  return texts.flatMap(({ place, text }) =>
    rules.flatMap(([reason, pattern]) =>
      (proseOf(text).match(pattern) ?? []).map((found) => `${place}: “${found.trim()}”. ${reason}.`),
    ),
  );
}

/** The texts of an OpenAPI document, each with its path in it. */
function textsOfDocument(value: unknown, place: string): Text[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    ['description', 'summary', 'title'].includes(key) && typeof inner === 'string'
      ? [{ place: `${place}/${key}`, text: inner }]
      : textsOfDocument(inner, `${place}/${key}`),
  );
}

/** Where the comments of a source text are. The tokens of the parser know what is a comment and what is in a string. */
function commentRanges(source: ts.SourceFile): ts.TextRange[] {
  const ranges = new Map<number, ts.TextRange>();
  const visit = (node: ts.Node): void => {
    const leading = ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? [];
    const trailing = ts.getTrailingCommentRanges(source.text, node.getEnd()) ?? [];
    [...leading, ...trailing].forEach((range) => ranges.set(range.pos, range));
    node.getChildren(source).forEach(visit);
  };
  visit(source);
  return [...ranges.values()].sort((one, other) => one.pos - other.pos);
}

/** The comments of a source text. Comments with only blank space between them are one, so that a sentence stays whole. */
function commentsOf(file: string, text: string): Text[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const joined: ts.TextRange[] = [];
  for (const { pos, end } of commentRanges(source)) {
    const last = joined.at(-1);
    if (last && text.slice(last.end, pos).trim() === '') {
      joined.splice(-1, 1, { pos: last.pos, end });
    } else {
      joined.push({ pos, end });
    }
  }
  return joined.map(({ pos, end }) => ({
    place: `${file}:${String(source.getLineAndCharacterOfPosition(pos).line + 1)}`,
    text: text.slice(pos, end),
  }));
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`);
}

const SOURCES = [...filesOf('src'), ...filesOf('console/src')].filter(
  (file) => /\.tsx?$/.test(file) && !file.includes('/generated/'),
);

const PAGES = ['README.md', 'CONTRIBUTING.md', 'bench/README.md', 'console/README.md', '.env.example'].concat(
  [...filesOf('docs'), ...filesOf('prisma/schema')].filter((file) => /\.(?:md|prisma)$/.test(file)),
);

describe('Plain English', () => {
  it.each([
    'Nobody is notified.',
    'Ends the session of whoever calls.',
    'Who is invited is notified.',
    'The role of who calls.',
    'Whose key it is.',
    'The caller and his roles.',
    'A line of a comment\n// goes on: the others\n// wait for ever.',
    'The user is told by mail.',
    'What is not sent is unchanged.',
  ])('refuses %j', (text) => {
    expect(violationsIn([{ place: 'text', text }], SERVED_RULES)).toHaveLength(1);
  });

  it.each([
    'A user who is invited is notified.',
    'The key whose owner calls.',
    'Callers can change their own password.',
    'Returns the user, who has proved the address.',
    'Compare what you sent.',
    'The statement is `planned: "anew"`, as {@link MailsService.tell} does.',
  ])('accepts %j', (text) => {
    expect(violationsIn([{ place: 'text', text }], SERVED_RULES)).toEqual([]);
  });

  it('is what comments are checked for, but not strings', () => {
    const source = `const url = 'https://example.com/nobody'; // Nobody reads it.\nconst own = /he/; /** His. */`;
    expect(violationsIn(commentsOf('file.ts', source), RULES)).toEqual([
      'file.ts:1: “Nobody”. Name the noun: user, member, caller.',
      'file.ts:2: “His”. Write “they”, or repeat the noun.',
    ]);
  });

  it('is the language of the texts that readers get', () => {
    const texts = Object.entries({ ...englishTexts(), ...consoleCatalogueOf('en') }).map(([place, text]) => ({
      place,
      text,
    }));
    expect(violationsIn(texts, SERVED_RULES)).toEqual([]);
  });

  it('is the language of the comments of the application', () => {
    const comments = SOURCES.flatMap((file) => commentsOf(file, readFileSync(file, 'utf8')));
    expect(comments.length).toBeGreaterThan(1000);
    expect(violationsIn(comments, RULES)).toEqual([]);
  });

  it('is the language of the pages and the schema of the project', () => {
    const texts = PAGES.map((place) => ({ place, text: readFileSync(place, 'utf8') }));
    expect(violationsIn(texts, RULES)).toEqual([]);
  });
});

describe('The OpenAPI document', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
  });

  afterAll(() => app.stop());

  it('is in plain English', async () => {
    const document: unknown = await (await fetch(`${app.baseUrl}/openapi.json`)).json();
    const texts = textsOfDocument(document, 'openapi.json');
    expect(texts.length).toBeGreaterThan(500);
    expect(violationsIn(texts, SERVED_RULES)).toEqual([]);
  });
});
