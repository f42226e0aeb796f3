import { defineConfig } from 'prisma-cli/config';

// `generate` has no use for the schema engine, yet the CLI downloads one unless it is shown a file that exists.
if (process.argv.includes('generate')) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
