// Measures how long hostile bodies stop the event loop: nothing else is answered while it stands. README.md says how to read it.
import { performance } from 'node:perf_hooks';
import { withDatabase } from './database.js';
import { HOSTILE_BODIES } from './hostile-json.js';
import { startAtrium } from './servers.js';

const ROUNDS = 5;
const LONGEST_STALL = 20;
const LONGEST_ANSWER = 100;

async function send(origin, body) {
  const response = await fetch(`${origin}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return response.json();
}

async function measure({ origin, sinceLast }, body, code) {
  await sinceLast();
  const began = performance.now();
  const problem = await send(origin, body);
  const answered = performance.now() - began;
  const got = problem.errors?.[0].code ?? problem.code;
  if (got !== code) {
    throw new Error(`Expected ${code}, not ${JSON.stringify(problem).slice(0, 500)}`);
  }
  return { ...(await sinceLast()), answered };
}

async function run(url) {
  const atrium = await startAtrium(url, { probed: true });
  try {
    await send(atrium.origin, '{"email":"nobody@example.com","password":"nothing"}');
    const table = {};
    for (const [name, code, body] of HOSTILE_BODIES) {
      const bytes = Buffer.from(body());
      const rounds = [];
      for (let round = 0; round < ROUNDS; round++) {
        rounds.push(await measure(atrium, bytes, code));
      }
      const worst = (column) => Math.round(Math.max(...rounds.map((round) => round[column])));
      table[name] = {
        KiB: Math.round(bytes.length / 1024),
        'stall ms': worst('stall'),
        'processor ms': worst('processor'),
        'answer ms': worst('answered'),
      };
    }
    console.table(table);
    console.log(`targets: every stall under ${LONGEST_STALL} ms, every answer under ${LONGEST_ANSWER} ms`);
  } finally {
    await atrium.stop();
  }
}

await withDatabase(run);
