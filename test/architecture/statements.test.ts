import { readdirSync, readFileSync } from 'node:fs';
import { writtenTests } from '../support/source/tests.js';

const SPEC = 'test/contracts/spec';

const read = (file: string): string => readFileSync(file, 'utf8');
const statements = readdirSync(SPEC)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .flatMap((name) => numbers(read(`${SPEC}/${name}`), /^\| (\d+) \|/gm));
const tests = writtenTests();
const covered = tests.flatMap((test) => test.statements);

function numbers(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].flatMap(([, list = '']) => list.split(',').map(Number));
}

describe('The statements of the contracts', () => {
  it('are numbered from 1 without a gap', () => {
    expect(statements.toSorted((a, b) => a - b)).toEqual(statements.map((_, index) => index + 1));
  });

  it('are each covered by a test', () => {
    expect(statements.filter((number) => !covered.includes(number))).toEqual([]);
  });

  it('include every number that a test covers', () => {
    expect(covered.filter((number) => !statements.includes(number))).toEqual([]);
  });

  it('are named at the beginning of a test, where they are read', () => {
    const called = [...new Set(tests.map(({ file }) => file))].flatMap((file) =>
      numbers(read(file), /^ *covers\((.*)\);$/gm),
    );
    expect(called.toSorted()).toEqual(covered.toSorted());
  });
});
