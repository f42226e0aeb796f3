// Proves that the tests pass on a busy machine: node tools/stress-tests.js [--suites 5] [--files 20] [--repeats 10] [--loops 4]
//
// Runs the whole suite several times while busy loops take the processors, then each of the slowest files several times. With
// TEST_DATABASE_URL set, everything runs on that PostgreSQL server, else on the embedded database. Needs a build: npm run build.
// A run that fails keeps its report and its output in reports/stress/. The exit code is 1 when any run fails.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const REPORTS = 'reports/stress';

const { values } = parseArgs({
  options: {
    suites: { type: 'string', default: '5' },
    files: { type: 'string', default: '20' },
    repeats: { type: 'string', default: '10' },
    loops: { type: 'string', default: '4' },
  },
});
const suites = count('suites', 1);
const files = count('files', 0);
const repeats = count('repeats', 1);
const loops = count('loops', 0);

let failures = 0;

function count(name, least) {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < least) {
    console.error(`--${name} must be a whole number of at least ${least}`);
    process.exit(2);
  }
  return number;
}

/** Runs Jest. @returns its report, or undefined when it left none */
async function jest(name, ...paths) {
  const report = `${REPORTS}/${name}.json`;
  const bin = resolve('node_modules/jest/bin/jest.js');
  const child = spawn(process.execPath, [bin, '--json', `--outputFile=${report}`, ...paths], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => (output += chunk));
  }
  const started = Date.now();
  const code = await new Promise((done) => child.on('close', done));
  const result = read(report);
  const passed = code === 0 && result?.numPassedTests > 0;
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name}  ${result?.numPassedTests ?? 0} tests  ${seconds} s`);
  if (!passed) {
    failures += 1;
    writeFileSync(`${REPORTS}/${name}.txt`, output);
    namesOfFailures(result).forEach((title) => console.log(`        ${title}`));
  }
  return result;
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return undefined;
  }
}

function namesOfFailures(result) {
  const tests = (result?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults);
  return tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
}

/** The test files of a report that took longest, with the slowest first. */
function slowest(result) {
  const timed = result.testResults.map(({ name, startTime, endTime }) => ({ name, took: endTime - startTime }));
  return timed
    .sort((a, b) => b.took - a.took)
    .slice(0, files)
    .map(({ name }) => relative('.', name));
}

const busy = Array.from({ length: loops }, () => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
process.on('exit', () => busy.forEach((loop) => loop.kill('SIGKILL')));
process.on('SIGINT', () => process.exit(130)).on('SIGTERM', () => process.exit(143));

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
console.log(process.env.TEST_DATABASE_URL ? 'On PostgreSQL' : 'On the embedded database', `with ${loops} busy loops`);

let last;
for (let run = 1; run <= suites; run += 1) {
  last = (await jest(`suite-${run}`)) ?? last;
}
for (const file of last ? slowest(last) : []) {
  for (let run = 1; run <= repeats; run += 1) {
    await jest(`${file.replaceAll(/[^\w-]+/g, '-')}-${run}`, '--runTestsByPath', file);
  }
}
console.log(`${failures} runs failed`);
process.exit(failures > 0 ? 1 : 0);
