// Runs the steps of the Dockerfile in an empty folder, without Docker, and starts the result: node tools/check-image.js
// It needs the tools of the image (Node, npm), and no root. It fails when a step fails, when the packages are too large, or when the
// application, its health check or its migrations do not work on what the image contains.
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

const MOST_MEBIBYTES = 100;
const START_SECONDS = 120;

const place = mkdtempSync(join(tmpdir(), 'atrium-image-'));
const context = join(place, 'context');

/** The instructions of a Dockerfile: a keyword and its text each. Lines that end in a backslash go on. */
function instructionsOf(text) {
  const lines = text.replace(/^#.*\n/gm, '').replace(/\\\n\s*/g, ' ');
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => /^([A-Z]+) +(.*)$/.exec(line).slice(1));
}

/** Copies the files of the repository that .dockerignore lets through: it names what is sent, then what is not. */
function makeContext() {
  const rules = readFileSync('.dockerignore', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && line !== '*' && !line.startsWith('#'));
  const fits = (file) => (rule) => file === rule || (rule.endsWith('/') && file.startsWith(rule));
  const sent = rules.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1));
  const ignored = rules.filter((rule) => !rule.startsWith('!'));
  const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n');
  for (const file of files.filter((name) => sent.some(fits(name)) && !ignored.some(fits(name)))) {
    mkdirSync(join(context, dirname(file)), { recursive: true });
    cpSync(file, join(context, file));
  }
}

/** Builds the stages in folders of their own. @returns the last one */
function build(instructions) {
  const stages = new Map();
  let stage;
  for (const [keyword, text] of instructions) {
    if (keyword === 'FROM') {
      const name = / AS (\w+)$/.exec(text)?.[1] ?? 'image';
      stage = { root: join(place, name), workdir: '/', env: {} };
      stages.set(name, stage);
    } else if (keyword === 'WORKDIR') {
      stage.workdir = text;
      mkdirSync(join(stage.root, text), { recursive: true });
    } else if (keyword === 'COPY') {
      copy(text, stage, stages);
    } else if (keyword === 'RUN') {
      console.log(`RUN ${text}`);
      execFileSync('sh', ['-ec', text], { cwd: join(stage.root, stage.workdir), stdio: 'inherit' });
    } else if (keyword === 'ENV') {
      Object.assign(stage.env, Object.fromEntries(text.split(' ').map((pair) => pair.split('='))));
    } else if (keyword === 'CMD') {
      stage.command = JSON.parse(text);
    } else if (keyword === 'HEALTHCHECK') {
      stage.healthCheck = JSON.parse(/CMD (\[.*\])$/.exec(text)[1]);
    } else if (keyword === 'USER') {
      stage.user = text;
    }
  }
  return stage;
}

function copy(text, stage, stages) {
  const words = text.split(' ');
  const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
  const paths = words.filter((word) => !word.startsWith('--'));
  const target = paths.pop();
  const source = from === undefined ? context : stages.get(from).root;
  const absolute = join(stage.root, target.startsWith('/') ? target : join(stage.workdir, target));
  for (const path of paths) {
    cpSync(join(source, path), paths.length > 1 ? join(absolute, path) : absolute, { recursive: true });
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return String(port);
}

/** Runs a command of the image. Only the tools of this machine are taken from outside. */
function run([program, ...parameters], image, variables) {
  const env = { PATH: process.env.PATH, ...image.env, DATA_DIR: join(image.root, image.env.DATA_DIR), ...variables };
  return spawn(program, parameters, { cwd: join(image.root, image.workdir), env, stdio: 'inherit' });
}

async function succeed(command, image, variables) {
  const [code] = await once(run(command, image, variables), 'exit');
  return code === 0;
}

/** Every file below the folder, with its size on disk and the time of its last change. */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const { blocks, mtimeMs } = statSync(join(parentPath, name));
      return { path: join(parentPath, name), bytes: blocks * 512, mtimeMs };
    });
}

function expect(holds, failure) {
  if (!holds) {
    throw new Error(failure);
  }
}

async function checkStart(image) {
  const port = await freePort();
  const variables = {
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    JWT_SECRET: randomBytes(48).toString('base64'),
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  };
  const application = join(image.root, image.workdir);
  const before = filesIn(application);
  const running = run(image.command, image, variables);
  const ended = once(running, 'exit');
  try {
    await isReady(port, running);
    expect(await succeed(image.healthCheck, image, variables), 'The health check fails while the application runs');
  } finally {
    running.kill('SIGTERM');
  }
  const [code] = await ended;
  expect(code === 0, `The application ended with ${code} after SIGTERM`);
  expect(!(await succeed(image.healthCheck, image, variables)), 'The health check succeeds without the application');
  expect(await succeed(['node', 'dist/cli.js', 'migrate'], image, variables), 'The migrations fail');
  expect(
    isDeepStrictEqual(filesIn(application), before),
    'The application writes to its own folder, which is read-only in production',
  );
}

async function isReady(port, running) {
  const deadline = Date.now() + START_SECONDS * 1000;
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) {
      return;
    }
    expect(running.exitCode === null && Date.now() < deadline, 'The application does not become ready');
    await setTimeout(500);
  }
}

try {
  makeContext();
  const image = build(instructionsOf(readFileSync('Dockerfile', 'utf8')));
  expect(image.user !== undefined && image.user !== 'root', 'The image runs as root');
  const packages = join(image.root, image.workdir, 'node_modules');
  const mebibytes = Math.round(filesIn(packages).reduce((sum, { bytes }) => sum + bytes, 0) / 1024 ** 2);
  console.log(`node_modules has ${mebibytes} MiB`);
  expect(mebibytes < MOST_MEBIBYTES, `node_modules must be smaller than ${MOST_MEBIBYTES} MiB`);
  await checkStart(image);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(place, { recursive: true, force: true });
}
