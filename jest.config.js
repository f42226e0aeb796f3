/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/runner/begin.js',
  globalTeardown: '<rootDir>/test/runner/end.js',
  testRunner: '<rootDir>/test/runner/native.js',
  roots: ['<rootDir>/test'],
  // What is in test/browser/ needs a browser, which npm does not bring: npm run test:browser.
  testMatch: ['<rootDir>/test/!(browser)/**/*.test.ts'],
  transform: {},
  // Both cores: Jest would leave one to itself.
  maxWorkers: '100%',
  // Only what hangs takes so long, also on a machine that is busy with other things.
  testTimeout: 120_000,
};
