// Lints an OpenAPI document: node tools/lint-openapi.js <file or URL>
import { readFile } from 'node:fs/promises';

import { createConfig, lintFromString } from '@redocly/openapi-core';

import { violationsOf } from './openapi-rules.js';

const rules = {
  // Generated clients name their functions after these.
  'operation-operationId': 'error',
  'operation-operationId-unique': 'error',
  // A tag without a description is a group without a heading, a component nobody refers to is noise.
  'operation-tag-defined': 'error',
  'no-unused-components': 'error',
  'operation-4xx-problem-details-rfc7807': 'error',
  // The contracts fix paths such as /orgs/my beside /orgs/{slug}; the more literal one wins.
  'no-ambiguous-paths': 'off',
  // The licence is named by its SPDX expression; the server is wherever the application runs.
  'info-license-strict': 'off',
  'no-server-example.com': 'off',
};

async function read(source) {
  if (!/^https?:/.test(source)) return readFile(source, 'utf8');
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source} answered ${response.status}`);
  return response.text();
}

async function lint(source) {
  const text = await read(source);
  const violations = violationsOf(JSON.parse(text)); // The linter would take YAML too; what is served is JSON.
  const config = await createConfig({ extends: ['recommended'], rules });
  return { violations, findings: await lintFromString({ source: text, absoluteRef: source, config }) };
}

const [source] = process.argv.slice(2);
if (source === undefined) {
  console.error('usage: node tools/lint-openapi.js <file or URL>');
  process.exit(2);
}

const { violations, findings } = await lint(source);
for (const violation of violations) {
  console.log('error', 'atrium', violation);
}
for (const { severity, ruleId, location, message } of findings) {
  console.log(severity, ruleId, location[0]?.pointer ?? '#/', message.replaceAll(/\s+/g, ' '));
}
const faults = findings.filter(({ severity }) => severity === 'error').length;
const errors = violations.length + faults;
console.log(`${errors} errors, ${findings.length - faults} warnings in ${source}`);
process.exitCode = errors > 0 ? 1 : 0;
