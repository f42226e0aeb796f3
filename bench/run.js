// Measures Atrium against the bare server, in turn, and prints one table. README.md says how to read it.
import { parseArgs } from 'node:util';
import { withClient, withDatabase } from './database.js';
import { compare, median, ROUNDS } from './load.js';
import { seed } from './seed.js';
import { jwtSecret, startAtrium, startBare } from './servers.js';

const CONNECTIONS = 32;

/** A hash takes a core: more at a time would only wait for each other. */
const SIGN_IN_CONNECTIONS = 8;

/** @typedef {import('./seed.js').SignedIn} SignedIn */
/** @typedef {import('./load.js').Request} Request */

/**
 * A line of the table: what each server is asked for, by everyone who is signed in, and the ratio Atrium must reach.
 *
 * @typedef {object} Row
 * @property {string} name
 * @property {(caller: SignedIn) => Request} bare
 * @property {(caller: SignedIn, slug: string) => Request} atrium
 * @property {number} target
 * @property {number} [connections]
 */

/** @type {Row[]} */
const ROWS = [
  {
    name: 'who am I: GET /api/v1/auth/me',
    bare: bareGet('/me'),
    atrium: ({ token }) => ({ path: '/api/v1/auth/me', headers: bearer(token) }),
    target: 0.6,
  },
  {
    name: 'who am I: GET /api/v1/app/me',
    bare: bareGet('/me'),
    atrium: ({ token }, slug) => ({ path: '/api/v1/app/me', headers: { ...bearer(token), 'x-org': slug } }),
    target: 0.6,
  },
  {
    name: 'list: GET /api/v1/app/user',
    bare: bareGet('/list'),
    atrium: ({ token }, slug) => ({
      path: '/api/v1/app/user?page=1&page_size=20',
      headers: { ...bearer(token), 'x-org': slug },
    }),
    target: 0.6,
  },
  {
    name: 'update own name: PATCH /api/v1/user',
    bare: ({ session }) => rename('/name', session, (name) => ({ name })),
    atrium: ({ token }) => rename('/api/v1/user', token, (displayName) => ({ displayName })),
    target: 0.5,
  },
  {
    name: 'sign in: POST /api/v1/auth/login',
    bare: signIn('/login'),
    atrium: signIn('/api/v1/auth/login'),
    target: 0.95,
    connections: SIGN_IN_CONNECTIONS,
  },
];

function bareGet(path) {
  return ({ session }) => ({ path, headers: bearer(session) });
}

function signIn(path) {
  return ({ credentials, device }) => ({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json', cookie: `device=${device}` },
    body: JSON.stringify(credentials),
  });
}

let renamings = 0;

/** Another name each time: one that is there already is not written. */
function rename(path, credential, bodyWith) {
  return {
    method: 'PATCH',
    path,
    headers: { ...bearer(credential), 'content-type': 'application/json' },
    setupRequest: (request) => ({ ...request, body: JSON.stringify(bodyWith(`Name ${renamings++}`)) }),
  };
}

function bearer(credential) {
  return { authorization: `Bearer ${credential}` };
}

/** @returns {Promise<number>} the median of some starts, in milliseconds */
async function timeStarts(url) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const atrium = await startAtrium(url);
    times.push(atrium.readyAfter);
    await atrium.stop();
  }
  return median(times);
}

function measure({ bare, atrium, connections = CONNECTIONS }, servers, { slug, signedIn }, seconds) {
  const contestants = [
    { origin: servers.bare.origin, requests: signedIn.map(bare) },
    { origin: servers.atrium.origin, requests: signedIn.map((caller) => atrium(caller, slug)) },
  ];
  return compare(contestants, { connections, seconds });
}

function columns({ target }, [bare, atrium]) {
  return {
    'bare/s': Math.round(bare.rate),
    'bare p99 ms': bare.p99,
    'Atrium/s': Math.round(atrium.rate),
    'Atrium p99 ms': atrium.p99,
    ratio: Number((atrium.rate / bare.rate).toFixed(2)),
    target,
  };
}

async function run(url, { members, seconds }) {
  // The first start migrates the empty database.
  await (await startAtrium(url)).stop();
  const organization = await withClient(url, (client) => seed(client, { number: 0, members, jwtSecret }));
  const readyAfter = await timeStarts(url);
  const servers = { bare: await startBare(url), atrium: await startAtrium(url) };
  try {
    const table = {};
    for (const row of ROWS) {
      table[row.name] = columns(row, await measure(row, servers, organization, seconds));
    }
    console.table(table);
    console.log(`start to ready on an existing database: ${Math.round(readyAfter)} ms (target: under 2000)`);
    console.log(`resident after load: ${Math.round(servers.atrium.residentMegabytes())} MB (target: 200)`);
  } finally {
    await Promise.all([servers.bare.stop(), servers.atrium.stop()]);
  }
}

const { values } = parseArgs({
  options: { members: { type: 'string', default: '10000' }, seconds: { type: 'string', default: '4' } },
});
await withDatabase((url) => run(url, { members: Number(values.members), seconds: Number(values.seconds) }));
