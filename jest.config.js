import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  // What is in test/browser/ needs a browser, which npm does not bring: npm run test:browser.
  testMatch: ['<rootDir>/test/!(browser)/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  // Both cores: Jest would leave one to itself.
  maxWorkers: '100%',
  testTimeout: 30_000,
};
