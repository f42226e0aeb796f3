import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { ClientBase } from 'pg';
import { SchemaEngineAdapter } from './schema-engine-adapter.js';

/** The part of the global `WebAssembly` used here: only the browser's types declare it. */
declare const WebAssembly: {
  instantiate(code: Uint8Array, imports: object): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
};

let loading: Promise<void> | undefined;

/**
 * Runs `work` with Prisma's schema engine on one connection. The engine is WebAssembly from the npm registry, because
 * the Prisma CLI would download its own from elsewhere.
 *
 * @throws the driver's own error when the database refused something, else the engine's
 */
export async function withSchemaEngine<T>(
  client: ClientBase,
  work: (engine: glue.SchemaEngine) => Promise<T>,
): Promise<T> {
  await (loading ??= load());
  const adapter = new SchemaEngineAdapter(client);
  const connect = (): Promise<SchemaEngineAdapter> => Promise.resolve(adapter);
  const { provider, adapterName } = adapter;
  const factory = bindMigrationAwareSqlAdapterFactory({ provider, adapterName, connect, connectToShadowDb: connect });
  let engine: glue.SchemaEngine | undefined;
  try {
    engine = await glue.SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
    return await work(engine);
  } catch (error) {
    throw adapter.failure ?? error;
  } finally {
    engine?.free();
  }
}

/** The package's own entry imports the .wasm file as a module, which Node.js does not do without a flag. */
async function load(): Promise<void> {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const code = await readFile(script.replace(/js$/, 'wasm'));
  const { instance } = await WebAssembly.instantiate(code, { './schema_engine_bg.js': imports() });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

/** The engine waits ten seconds for its lock and never clears that timer: it must not keep the process alive. */
function imports(): object {
  const unref = (callback: () => void, delay: number): NodeJS.Timeout => setTimeout(callback, delay).unref();
  const timers = Object.keys(glue).filter((name) => name.startsWith('__wbg_setTimeout'));
  return { ...glue, ...Object.fromEntries(timers.map((name) => [name, unref])) };
}
