// Prints "<passed> <failed>" for a report of Jest's: node tools/count-tests.js <report> <exit status of the run>
import { readFileSync } from 'node:fs';

const [file, status] = process.argv.slice(2);

/** A run that left no report has proved nothing: it counts as one failure. */
function read() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1 };
  }
}

const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = read();
// Suites that could not be loaded have no tests to count.
const failures = numFailedTests + numRuntimeErrorTestSuites;
// A run may fail beside its tests, or run none at all.
const silent = failures === 0 && (status !== '0' || numPassedTests === 0);
console.log(numPassedTests, silent ? 1 : failures);
