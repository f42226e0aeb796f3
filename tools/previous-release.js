// Runs the code of the previous release on a database of today's migrations: node tools/previous-release.js
//
// During a rolling upgrade both serve one database. The previous release is the newest tag before this commit that looks like v1.2.3.
// While there is none, it is the commit in .ci/previous-release. The build of today must be there (npm run build).
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const START_SECONDS = 120;

/** The tests of the previous release that are run: the main files of each contract. */
const TESTS = 'test/contracts/(account|app|context|directory|profile)(-changes|-sign-in|-users)?\\.test\\.ts';

const place = mkdtempSync(join(tmpdir(), 'atrium-previous-'));
const previous = join(place, 'code');
const dataDir = join(place, 'data');

const git = (...words) => execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

function succeeds(...words) {
  try {
    git(...words);
    return true;
  } catch {
    return false;
  }
}

/** The tag of the previous release, or the recorded commit. */
function previousRelease() {
  const tags = ['describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*', 'HEAD^'];
  return succeeds(...tags) ? git(...tags) : readFileSync('.ci/previous-release', 'utf8').trim();
}

/** A shallow clone may lack the commit, which proves nothing about the change. Any other clone must have it. */
function requireCommit(revision) {
  if (succeeds('cat-file', '-e', `${revision}^{commit}`)) {
    return;
  }
  if (succeeds('rev-parse', '--git-dir') && git('rev-parse', '--is-shallow-repository') === 'true') {
    console.log(
      `NOT CHECKED: this clone is shallow and lacks ${revision}. Get it: git fetch --depth 1 origin ${revision}`,
    );
    process.exit(0);
  }
  throw new Error(`The commit of the previous release is not in this repository: ${revision}`);
}

function run(command, words, options = {}) {
  console.log(`${command} ${words.join(' ')}`);
  execFileSync(command, words, { cwd: previous, stdio: 'inherit', ...options });
}

/** Unpacks the release, and gives it the migrations of today and the database that today's code made with them. */
function unpack(revision) {
  mkdirSync(previous);
  execFileSync('tar', ['-x', '-C', previous], {
    input: execFileSync('git', ['archive', revision], { maxBuffer: 1024 ** 3 }),
  });
  const [ours, theirs] = [resolve('prisma/migrations'), join(previous, 'prisma/migrations')];
  const scriptOf = (folder, name) => readFileSync(join(folder, name, 'migration.sql'), 'utf8');
  const released = readdirSync(theirs).filter((name) => existsSync(join(theirs, name, 'migration.sql')));
  for (const name of released) {
    if (!existsSync(join(ours, name)) || scriptOf(ours, name) !== scriptOf(theirs, name)) {
      throw new Error(`The migration ${name} was published, and is another one or missing now`);
    }
  }
  cpSync(ours, theirs, { recursive: true });
  cpSync('prisma/snapshots', join(previous, 'prisma/snapshots'), { recursive: true });
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** Starts the code in the folder on the database, does the work, and expects that SIGTERM ends it with 0. */
async function whileStarted(folder, work) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, [join(folder, 'dist/main.js')], { cwd: place, env, stdio: 'inherit' });
  const closed = once(child, 'close');
  try {
    await ready(origin, child);
    await work(origin);
    child.kill('SIGTERM');
    const [code] = await closed;
    if (code !== 0) {
      throw new Error(`${folder} ended with ${code}`);
    }
  } finally {
    child.kill('SIGKILL');
  }
}

async function ready(origin, child) {
  const deadline = Date.now() + START_SECONDS * 1000;
  while (!(await fetch(`${origin}/health/ready`).catch(() => undefined))?.ok) {
    if (child.exitCode !== null || Date.now() > deadline) {
      throw new Error('It did not become ready');
    }
    await setTimeout(250);
  }
}

/** Signs in with what today's code stored, reads and writes. */
async function signInAndWrite(origin) {
  const { users, password } = JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8'));
  const [{ email, organization }] = users;
  const { token } = await answered(origin, 'POST', '/api/v1/auth/login', {}, { email, password });
  const headers = { authorization: `Bearer ${token}`, 'x-org': organization };
  await answered(origin, 'GET', '/api/v1/org/users?limit=5', headers);
  await answered(origin, 'POST', '/api/v1/org/teams', headers, { name: 'A team of the previous release' });
  await answered(origin, 'PATCH', '/api/v1/user', headers, { displayName: 'A name of the previous release' });
}

async function answered(origin, method, path, headers, body) {
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${method} ${path} was answered with ${response.status}: ${await response.text()}`);
  }
  return response.json();
}

try {
  const revision = previousRelease();
  requireCommit(revision);
  console.log(`The previous release is ${revision}`);
  unpack(revision);
  run('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline']);
  run('npm', ['run', 'build']);
  // The demo of today's code, which the previous release finds there.
  mkdirSync(dataDir);
  await whileStarted(resolve('.'), async () => undefined);
  await whileStarted(previous, signInAndWrite);
  run('npx', ['jest', TESTS]);
} finally {
  rmSync(place, { recursive: true, force: true });
}
