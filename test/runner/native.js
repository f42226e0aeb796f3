// What the decorators of every file write to; a file of tests may begin with one that does not bring it.
import 'reflect-metadata';
import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';
import circus from 'jest-circus/runner';

const require = createRequire(import.meta.url);

register('./typescript.js', import.meta.url);
process.setSourceMapsEnabled(true);

/**
 * Jest's own runner of a test file, which loads the file into Node itself instead of into a sandbox. Sandboxed, every file
 * loads Nest, Prisma and all the others anew, which takes longer than its tests; here a worker does so once, and what is
 * tested runs as it does in production. Files share the modules they import, so none may leave anything behind in them.
 *
 * @type {typeof circus.default}
 */
export default async function run(globalConfig, config, environment, runtime, testPath, sendMessageToJest) {
  // Node maps the places in a stack to the TypeScript by itself; Jest's mapping knows only what Jest compiled.
  Error.prepareStackTrace = undefined;
  const native = Object.create(runtime, {
    // What collects a file's tests has its state in its module.
    requireInternalModule: { value: requireAnew },
    setGlobalsForRuntime: { value: (globals) => Object.assign(globalThis, globals) },
    unstable_shouldLoadAsEsm: { value: () => true },
    unstable_importModule: { value: (path) => import(pathToFileURL(path).href) },
  });
  try {
    return await circus.default(globalConfig, config, environment, native, testPath, sendMessageToJest);
  } finally {
    forgetTests();
  }
}

/** Circus keeps them under global symbols. They would keep the applications of all files in memory. */
function forgetTests() {
  for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
    if (symbol.description === 'JEST_STATE_SYMBOL' || symbol.description === 'EVENT_HANDLERS') {
      Reflect.deleteProperty(globalThis, symbol);
    }
  }
}

function requireAnew(path) {
  const resolved = require.resolve(path);
  Reflect.deleteProperty(require.cache, resolved);
  return require(resolved);
}
