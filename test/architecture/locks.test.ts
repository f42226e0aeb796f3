import { readdirSync, readFileSync } from 'node:fs';

/** Locks beside `locks.ts` and the `*.queries.ts` files: one process migrates. */
const MIGRATOR = 'src/core/prisma/migrator.ts';

it('locks rows and names in locks.ts alone, or in a statement of a *.queries.ts file that does more', () => {
  const locking = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name}`)
    .filter((file) => file.endsWith('.ts') && !file.includes('/generated/') && !file.endsWith('.queries.ts'))
    .filter((file) => /FOR (NO KEY )?UPDATE|FOR (KEY )?SHARE|pg_(try_)?advisory/.test(code(file)));
  expect(locking.sort()).toEqual(['src/core/prisma/locks.ts', MIGRATOR]);
});

/** The file without its comments. */
function code(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*\*[\s\S]*?\*\/|^ *\/\/.*$/gm, '');
}
