// Makes dist/ of src/: few files instead of the 2,000 modules of the application and its libraries, because loading them is most of a start.
// Libraries in `dependencies` stay outside, since they load files of their own. All others are built in, so they are in `devDependencies`.
import { readFileSync } from 'node:fs';
import { transform } from '@swc/core';
import { defineConfig } from 'rolldown';
import license from 'rollup-plugin-license';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

/** What processes are started from. */
const PROCESSES = ['cli', 'main', 'make-snapshot', 'new-migration'];

/** What `bench/` and `tools/` import. */
const EXAMINED = [
  'api-document',
  'bootstrap',
  'core/config/config',
  'core/prisma/directory-lock',
  'modules/users/members/members.queries',
];

/** What a library asks for and works without. */
const OPTIONAL = [
  /^@nestjs\/(microservices|websockets)(\/|$)/,
  /^@fastify\/static$/,
  /^class-transformer\/storage$/,
  /^pg-native$/,
];

/** Compiles as the tests do: by `.swcrc`. */
const typescript = {
  name: 'typescript',
  transform: {
    filter: { id: /\/src\/.*\.ts$/ },
    handler: (code, filename) => transform(code, { filename, sourceMaps: false }),
  },
};

export default defineConfig({
  input: Object.fromEntries([...PROCESSES, ...EXAMINED].map((name) => [name, `src/${name}.ts`])),
  platform: 'node',
  external: [/^node:/, ...OPTIONAL, new RegExp(`^(${Object.keys(dependencies).join('|')})(/|$)`)],
  resolve: {
    extensionAlias: { '.js': ['.ts', '.js'] },
    // class-validator requires the largest set of phone numbers. It serves both.
    alias: { 'libphonenumber-js': 'libphonenumber-js/max' },
  },
  plugins: [typescript, license({ thirdParty: { output: 'dist/LICENSES.txt' } })],
  output: {
    dir: 'dist',
    cleanDir: true,
    chunkFileNames: 'chunks/[name]-[hash].js',
    keepNames: true,
    // reflect-metadata comes before what uses it, whatever the files that they are in.
    strictExecutionOrder: true,
  },
  onLog(level, log, handler) {
    handler(log.code === 'UNRESOLVED_IMPORT' ? 'error' : level, log);
  },
});
