import { MIGRATIONS_DIRECTORY, readMigrations } from '../../src/core/prisma/migration-files.js';

/** From here on, migrations run while the previous release serves requests. */
const FIRST = '20261128190000';

const migrations = (await readMigrations(MIGRATIONS_DIRECTORY)).filter(({ name }) => name >= FIRST);

/** What keeps writes out for as long as it reads or writes the whole table, or breaks the code of the previous release. */
const REFUSED: [string, RegExp][] = [
  ['an index made while writes wait', /\bCREATE (UNIQUE )?INDEX (?!CONCURRENTLY)/i],
  [
    'a constraint checked while writes wait',
    /\bADD CONSTRAINT (?![^;]*\bNOT VALID\b)[^;]*\b(CHECK|FOREIGN KEY|UNIQUE)\b/i,
  ],
  ['a column of another type', /\bALTER COLUMN "?\w+"? (SET DATA )?TYPE\b/i],
  ['a column that no longer takes nulls', /\bSET NOT NULL\b/i],
  ['a new column that must be given', /\bADD COLUMN (?![^;,]*\bDEFAULT\b)[^;,]*\bNOT NULL\b/i],
  ['a thing that the previous release uses', /\b(DROP (COLUMN|TABLE|TYPE)|RENAME)\b/i],
  ['a change of all rows', /^\s*(UPDATE|DELETE)\b(?![^;]*\bWHERE\b)/im],
];

/** The statements about tables that the script itself makes are harmless: nobody uses them yet. */
function aboutOlderTables(script: string): string {
  const made = [...script.matchAll(/CREATE TABLE "(\w+)"/g)].map(([, table = '']) => table);
  const statements = script.replace(/--.*$/gm, '').split(';');
  return statements
    .filter((text) => !made.some((table) => text.includes(`ON "${table}"`) || text.includes(`TABLE "${table}"`)))
    .join(';');
}

function faults(script: string): string[] {
  return REFUSED.filter(([, pattern]) => pattern.test(aboutOlderTables(script))).map(([fault]) => fault);
}

describe('A migration', () => {
  it.each(migrations.map(({ name, script }) => [name, script]))('%s runs beside the previous release', (_, script) => {
    expect(faults(script)).toEqual([]);
  });

  it.each(migrations.map(({ name, script }) => [name, script]))('%s makes an index concurrently alone', (_, script) => {
    const statements = script.split(';').filter((text) => text.trim() !== '');
    expect(!script.includes('CONCURRENTLY') || statements.length === 1).toBe(true);
  });

  it.each([
    ['CREATE UNIQUE INDEX "a" ON "User"("id");', ['an index made while writes wait']],
    ['CREATE INDEX CONCURRENTLY "a" ON "User"("id");', []],
    ['CREATE TABLE "New" (id uuid); CREATE INDEX "a" ON "New"("id");', []],
    ['ALTER TABLE "User" ADD CONSTRAINT "c" CHECK (true);', ['a constraint checked while writes wait']],
    ['ALTER TABLE "User" ADD CONSTRAINT "c" CHECK (true) NOT VALID;', []],
    ['ALTER TABLE "User" ALTER COLUMN "bio" TYPE text;', ['a column of another type']],
    ['ALTER TABLE "User" ALTER COLUMN "bio" SET NOT NULL;', ['a column that no longer takes nulls']],
    ['ALTER TABLE "User" ADD COLUMN "a" text NOT NULL;', ['a new column that must be given']],
    [`ALTER TABLE "User" ADD COLUMN "a" text NOT NULL DEFAULT '';`, []],
    ['ALTER TABLE "User" DROP COLUMN "bio";', ['a thing that the previous release uses']],
    ['ALTER TABLE "User" RENAME TO "Person";', ['a thing that the previous release uses']],
    [`UPDATE "User" SET "bio" = '';`, ['a change of all rows']],
  ])('like %j has these faults: %j', (script, expected) => {
    expect(faults(script)).toEqual(expected);
  });
});
