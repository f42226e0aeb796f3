// What the decorators of every file write to; a file of tests may begin with one that does not bring it.
import 'reflect-metadata';
import hooks from 'node:async_hooks';
import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import circus from 'jest-circus/runner';
import { files } from './files.js';

const require = createRequire(import.meta.url);

register('./typescript.js', import.meta.url);
// Jest gives a worker half a second to end by itself, when it takes away its listener. To stop an application takes longer, and
// what it leaves is taken away after the run.
process.on('removeListener', (event) => event === 'message' && process.exit());
// Opening the embedded database costs a tenth less without, and ten thousand statements cost the same.
setFlagsFromString('--no-wasm-tier-up');
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
    requireInternalModule: { value: (path) => withoutContexts(() => requireAnew(path)) },
    setGlobalsForRuntime: { value: (globals) => Object.assign(globalThis, globals) },
    unstable_shouldLoadAsEsm: { value: () => true },
    unstable_importModule: { value: (path) => import(pathToFileURL(path).href) },
  });
  files.emit('begin');
  try {
    return await circus.default(globalConfig, config, environment, native, testPath, sendMessageToJest);
  } finally {
    forgetTests();
    files.emit('end');
  }
}

let runningTest;

/** Tells which test runs now. They run one after another, so that what one has begun need not remember it. */
class RunningTest {
  run(store, work) {
    runningTest = store;
    return work();
  }

  getStore() {
    return runningTest;
  }
}

/**
 * Loads what would keep an asynchronous context of its own for every file: Node looks at all of them whenever anything begins
 * (a tenth of the time of a whole run), and what lives on, such as sockets, keeps the test it began in, and so its application.
 */
function withoutContexts(load) {
  // From Node 22 on, the property is an accessor without a setter.
  const original = Object.getOwnPropertyDescriptor(hooks, 'AsyncLocalStorage');
  Object.defineProperty(hooks, 'AsyncLocalStorage', { value: RunningTest, configurable: true });
  try {
    return load();
  } finally {
    Object.defineProperty(hooks, 'AsyncLocalStorage', original);
  }
}

/** They would keep the applications of all files in memory. Circus has them under global symbols. */
function forgetTests() {
  runningTest = undefined;
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
