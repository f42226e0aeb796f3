import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A file of a web application, with the encodings in which the build has also written it. */
export interface StaticFile {
  readonly path: string;
  /** Content codings (RFC 9110, section 8.4.1), the smallest first. */
  readonly encodings: readonly Encoding[];
}

export type Encoding = 'br' | 'gzip';

/** How the name of a file ends that has the content of another file in the encoding. */
const SUFFIXES: readonly (readonly [Encoding, string])[] = [
  ['br', '.br'],
  ['gzip', '.gz'],
];

/**
 * The files below a folder by their path in it, as in `assets/main.js`. Only these names are served, so a path of a request
 * never reaches the file system. Names with a dot in front are not for browsers. Without the folder, there are none.
 */
export function staticFilesIn(folder: string): ReadonlyMap<string, StaticFile> {
  if (!existsSync(folder)) {
    return new Map();
  }
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length)
        .replace(/^[/\\]+/, '')
        .replaceAll('\\', '/'),
    );
  const known = new Set(names);
  return new Map(
    names
      .filter((name) => !name.startsWith('.') && !SUFFIXES.some(([, suffix]) => name.endsWith(suffix)))
      .map((name) => [name, { path: join(folder, name), encodings: encodingsOf(name, known) }]),
  );
}

function encodingsOf(name: string, known: ReadonlySet<string>): Encoding[] {
  return SUFFIXES.filter(([, suffix]) => known.has(name + suffix)).map(([encoding]) => encoding);
}

/** The path of the file's content in an encoding. */
export function encodedPath({ path }: StaticFile, encoding: Encoding): string {
  return path + (SUFFIXES.find(([name]) => name === encoding)?.[1] ?? '');
}
