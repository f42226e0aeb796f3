// Proves that one process at a time opens an embedded database: node tools/race-for-lock.js [--rounds 1000] [--processes 6]
//
// In each round all processes meet the lock of a process that is gone, and try to take it at the same moment. Needs a build:
// npm run build. The exit code is 1 when in any round not exactly one got it.
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** Milliseconds from the call to the start, so that all have got the call. */
const AHEAD = 5;

if (process.send) {
  await take();
} else {
  process.exitCode = await race();
}

/** One process: takes the lock when it is told to, says whether it got it, and gives it back when it is told to. */
async function take() {
  const { lockDirectory } = await import('../dist/core/prisma/directory-lock.js');
  let unlock;
  process.on('message', async ({ directory, at }) => {
    if (directory) {
      while (Date.now() < at);
      unlock = await lockDirectory(directory).catch(() => undefined);
      process.send({ owns: unlock !== undefined });
    } else {
      await unlock?.();
      process.send({});
    }
  });
  process.send({});
}

async function race() {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '1000' }, processes: { type: 'string', default: '6' } },
  });
  const rounds = Number(values.rounds);
  const parent = mkdtempSync(join(tmpdir(), 'atrium-test-lock-'));
  const directory = join(parent, 'db');
  const racers = Array.from({ length: Number(values.processes) }, () => fork(import.meta.filename));
  const answers = () => Promise.all(racers.map(async (racer) => (await once(racer, 'message'))[0]));
  const tell = (message) => {
    const answered = answers();
    racers.forEach((racer) => racer.send(message));
    return answered;
  };
  const gone = spawnSync(process.execPath, ['--version']).pid;
  const owners = [];
  try {
    await answers();
    for (let round = 0; round < rounds; round++) {
      writeFileSync(`${directory}.pid`, String(gone));
      const results = await tell({ directory, at: Date.now() + AHEAD });
      owners.push(results.filter(({ owns }) => owns).length);
      await tell({});
    }
  } finally {
    racers.forEach((racer) => racer.kill());
    rmSync(parent, { recursive: true });
  }
  const [one, several, none] = [(n) => n === 1, (n) => n > 1, (n) => n === 0].map((is) => owners.filter(is).length);
  console.log(
    `${rounds} rounds of ${racers.length} processes: ${one} with one owner, ${several} with several, ${none} with none`,
  );
  return one === rounds ? 0 : 1;
}
