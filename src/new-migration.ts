import { parseArgs } from 'node:util';
import { embeddedPool } from './core/prisma/database.js';
import { EmbeddedDatabase } from './core/prisma/embedded.js';
import { newMigration } from './core/prisma/new-migration.js';
import { reason } from './core/prisma/prepare-database.js';

const USAGE = 'Usage: npm run migrate:new -- <name> [--empty]';

async function main(): Promise<string> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { empty: { type: 'boolean' } } });
  const [name, ...rest] = positionals;
  if (name === undefined || rest.length > 0) {
    throw new Error(USAGE);
  }
  return create(name, values.empty);
}

async function create(name: string, empty = false): Promise<string> {
  const shadow = new EmbeddedDatabase('memory');
  const pool = embeddedPool(shadow);
  try {
    const file = await newMigration(name, pool, { empty });
    return file === undefined ? 'The migrations lead to prisma/schema already: nothing written' : `Wrote ${file}`;
  } finally {
    await pool.end();
    await shadow.close();
  }
}

// A tool of developers: it writes into the source.
main().then(
  (done) => process.stdout.write(`${done}\n`),
  (error: unknown) => {
    process.stderr.write(`${reason(error)}\n`);
    process.exitCode = 1;
  },
);
