// Generates clients from an OpenAPI document with generators that users have, and compiles them strictly:
// node tools/check-generators.js <file of the document>. The clients are left in reports/generators/.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { createClient } from '@hey-api/openapi-ts';
import { generate } from 'orval';
import { generateApi } from 'swagger-typescript-api';

const FOLDER = resolve('reports/generators');

const COMPILER = {
  target: 'es2022',
  lib: ['es2022', 'dom', 'dom.iterable'],
  module: 'esnext',
  moduleResolution: 'bundler',
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
};

/** Each writes a client to a folder, and names a file that it writes there. */
const GENERATORS = {
  'hey-api': {
    file: 'sdk.gen.ts',
    run: (input, path) =>
      createClient({ input, output: path, plugins: ['@hey-api/client-fetch'], logs: { level: 'error' } }),
  },
  orval: {
    file: 'client.ts',
    run: (target, path) =>
      generate({ input: { target }, output: { target: join(path, 'client.ts'), client: 'fetch', mode: 'single' } }),
  },
  'swagger-typescript-api': {
    file: 'client.ts',
    run: (input, output) =>
      generateApi({ input, output, fileName: 'client.ts', httpClientType: 'fetch', silent: true, cleanOutput: false }),
  },
};

function compile(path) {
  writeFileSync(join(path, 'tsconfig.json'), JSON.stringify({ compilerOptions: COMPILER, include: ['**/*.ts'] }));
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', path], { stdio: 'inherit' });
}

const [source] = process.argv.slice(2);
if (source === undefined) {
  console.error('usage: node tools/check-generators.js <file>');
  process.exit(2);
}

for (const [name, { file, run }] of Object.entries(GENERATORS)) {
  const path = join(FOLDER, name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  try {
    await run(resolve(source), path);
    if (!existsSync(join(path, file))) {
      throw new Error(`${file} was not written`);
    }
    compile(path);
    console.log(`${name}: compiles`);
  } catch (error) {
    console.error(`${name}: ${error.message}`);
    process.exitCode = 1;
  }
}
