import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const FOLDER = new URL('../../dist/console/', import.meta.url);

/** Bytes of all that a browser loads before the first page, compressed by gzip. */
const LARGEST_FIRST_LOAD = 250_000;

/** Bytes of a page’s own script, compressed by gzip. */
const LARGEST_PAGE = 30_000;

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', FOLDER), 'utf8')) as Record<string, Chunk>;

/** The chunks with those that they import at once, each one time. */
function withImports(names: readonly string[], seen = new Set<string>()): Set<string> {
  names
    .filter((name) => !seen.has(name))
    .forEach((name) => {
      seen.add(name);
      withImports(manifest[name]?.imports ?? [], seen);
    });
  return seen;
}

function bytesOf(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, FOLDER))).length, 0);
}

const filesOf = (name: string): string[] => [manifest[name]?.file ?? '', ...(manifest[name]?.css ?? [])];

describe('The console', () => {
  const entries = Object.keys(manifest).filter((name) => manifest[name]?.isEntry);
  const first = withImports(entries);

  it('loads less than 250 kB before the first page', () => {
    expect(entries).toHaveLength(1);
    expect(bytesOf(['index.html', ...[...first].flatMap(filesOf)])).toBeLessThan(LARGEST_FIRST_LOAD);
  });

  it('has a chunk for each page, of less than 30 kB', () => {
    const pages = Object.keys(manifest).filter((name) => /^src\/pages\/.+-page\.tsx$/.test(name));
    expect(pages.length).toBeGreaterThan(5);
    const sizes = pages.map((page) => ({ page, bytes: bytesOf(filesOf(page)) }));
    expect(sizes.filter(({ bytes }) => bytes > LARGEST_PAGE)).toEqual([]);
    expect(pages.filter((page) => first.has(page))).toEqual([]);
  });
});
