import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const OUTPUT = '../dist/console';

/** The server that `npm run dev -w @atrium/console` calls. */
const SERVER = process.env.ATRIUM_URL ?? 'http://localhost:3000';

const COMPRESSED = /\.(?:css|js|svg)$/;

/** Bytes below which an answer is not made smaller for a browser. */
const SMALLEST = 1024;

/** Writes `<file>.br` and `<file>.gz` beside each file, so that the server never compresses. */
function precompress() {
  return {
    name: 'precompress',
    apply: 'build',
    async closeBundle() {
      const folder = join(import.meta.dirname, OUTPUT);
      const files = readdirSync(folder, { recursive: true }).filter((name) => COMPRESSED.test(name));
      await Promise.all(files.map((name) => compress(join(folder, name))));
    },
  };
}

async function compress(file) {
  const content = readFileSync(file);
  if (content.length >= SMALLEST) {
    const quality = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    const [br, gz] = await Promise.all([
      promisify(brotliCompress)(content, { params: quality }),
      promisify(gzip)(content, { level: 9 }),
    ]);
    writeFileSync(`${file}.br`, br);
    writeFileSync(`${file}.gz`, gz);
  }
}

export default defineConfig(({ command }) => ({
  root: import.meta.dirname,
  // Relative: the path of the public URL is known when the server answers. A page's addresses are relative to its <base>.
  base: command === 'build' ? './' : '/console/',
  plugins: [react(), precompress()],
  build: {
    outDir: OUTPUT,
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    // As data: addresses they would be part of the first load, and the policy of the page refuses scripts of that kind.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  server: {
    proxy: Object.fromEntries(['/api', '/avatars', '/logos', '/docs', '/problems'].map((path) => [path, SERVER])),
  },
}));
