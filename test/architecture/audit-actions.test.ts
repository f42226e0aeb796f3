import { readdirSync, readFileSync } from 'node:fs';
import { AUDIT_ACTIONS } from '../../src/modules/audit/actions.js';

it('declares exactly the audit actions that the code records', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'modules/audit/actions.ts' && !/generated|\/http\//.test(name))
    .map((name) => readFileSync(`src/${name}`, 'utf8'));
  const recorded = Object.keys(AUDIT_ACTIONS).filter((action) =>
    sources.some((source) => source.includes(`'${action}'`)),
  );
  expect(recorded).toEqual(Object.keys(AUDIT_ACTIONS));
});
