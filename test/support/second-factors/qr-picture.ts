import { create } from 'qrcode';

/** The dark modules of a QR code, a row a line. */
export type Modules = readonly string[];

/** What the QR code of a text looks like. */
export function modulesOf(text: string): Modules {
  const { modules } = create(text);
  return rows(modules.size, (x, y) => modules.get(y, x) !== 0);
}

/**
 * Reads the picture as a scanner does: which modules its dark strokes cover.
 *
 * @param svg whose one black path draws horizontal strokes of the height 1
 * @throws Error when it is no such picture
 */
export function modulesIn(svg: string): Modules {
  const [, side = ''] = /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 (\d+) \1"[^<>]*>/.exec(svg) ?? [];
  const [, path = ''] = /<path stroke="#000000" d="([^"]+)"\/><\/svg>\s*$/.exec(svg) ?? [];
  const dark = new Set<string>();
  let [x, y] = [0, 0];
  for (const [, command, first = '', second = ''] of path.matchAll(/([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?/g)) {
    const [a, b] = [Number(first), Number(second)];
    if (command === 'h') {
      Array.from({ length: a }, (_, i) => dark.add(`${x + i}/${y}`));
      x += a;
    } else {
      [x, y] = command === 'M' ? [a, Math.floor(b)] : [x + a, y + b];
    }
  }
  // Around the code is a quiet zone of four modules.
  return rows(Number(side) - 8, (column, row) => dark.has(`${column + 4}/${row + 4}`));
}

function rows(size: number, isDark: (x: number, y: number) => boolean): Modules {
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (__, x) => (isDark(x, y) ? '#' : '.')).join(''),
  );
}
