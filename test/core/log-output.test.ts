import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countDroppedLines, LogOutput } from '../../src/core/logging/log-output.js';
import { DIRECTORY_PREFIX } from '../runner/names.js';
import { eventually } from '../support/time/eventually.js';

/** Of a kibibyte, numbered. */
const line = (number: number): string => `${JSON.stringify({ number, text: 'é'.repeat(512) })}\n`;

let directory: string;
let pipe: number;
let text: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), DIRECTORY_PREFIX));
  execFileSync('mkfifo', [join(directory, 'pipe')]);
  pipe = openSync(join(directory, 'pipe'), constants.O_RDWR | constants.O_NONBLOCK);
  text = '';
});

afterEach(() => {
  closeSync(pipe);
  rmSync(directory, { recursive: true });
});

/** Reads all that is in the pipe. */
function read(): Record<string, unknown>[] {
  const bytes = Buffer.alloc(1024 * 1024);
  try {
    for (;;) {
      text += bytes.toString('latin1', 0, readSync(pipe, bytes));
    }
  } catch {
    // The pipe is empty.
  }
  const lines = Buffer.from(text, 'latin1').toString().split('\n').slice(0, -1);
  return lines.map((it) => JSON.parse(it) as Record<string, unknown>);
}

describe('A log whose reader pauses', () => {
  it('keeps lines, in their order', async () => {
    const output = new LogOutput(pipe);
    for (let number = 0; number < 500; number++) {
      output.write(line(number));
    }
    await eventually(() => read().length === 500);
    expect(read().map(({ number }) => number)).toEqual(Array.from({ length: 500 }, (_, index) => index));
  });

  it('drops what is too much, and states how much that was', async () => {
    const before = countDroppedLines();
    const output = new LogOutput(pipe);
    for (let number = 0; number < 3000; number++) {
      output.write(line(number));
    }
    await eventually(() => read().at(-1)?.context === 'Log');
    const kept = read().length - 1;
    expect(kept).toBeGreaterThan(900);
    expect(read().at(-1)).toMatchObject({
      level: 40,
      levelName: 'warn',
      msg: `Log lines dropped because standard output could not be written (EAGAIN): ${String(3000 - kept)}`,
    });
    expect(countDroppedLines() - before).toBe(3000 - kept);
    output.write(line(3000));
    await eventually(() => read().at(-1)?.number === 3000);
  });
});

describe('A log on a full disk', () => {
  it('throws no error', () => {
    // It stays open: the log tries again, and must not write to another file of this number.
    const output = new LogOutput(openSync('/dev/full', 'w'));
    for (let number = 0; number < 3000; number++) {
      output.write(line(number));
    }
  });
});
