import { readdirSync, readFileSync } from 'node:fs';

const RAW_SQL =
  /Prisma\.(?:sql|raw|join|empty)\b|\$(?:query|execute)Raw|`\s*(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH)\s/;

it('writes raw SQL in *.queries.ts files alone, beside the database itself', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name}`)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.queries.ts') && !file.startsWith('src/core/prisma/'));
  expect(files.filter((file) => RAW_SQL.test(readFileSync(file, 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '')))).toEqual(
    [],
  );
});
