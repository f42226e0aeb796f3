import own from '../../jest.config.js';

/**
 * The suite by Jest's own runner, which loads each file into a sandbox: `npm run test:plain`.
 *
 * @type {import('jest').Config}
 */
export default {
  ...own,
  rootDir: '../..',
  testRunner: 'jest-circus/runner',
  extensionsToTreatAsEsm: ['.ts'],
  // An import names the .js file that the build makes of the .ts file.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  setupFiles: ['reflect-metadata'],
  // An application that waits for the next file of its process never gets one here: each file has modules of its own.
  forceExit: true,
  workerIdleMemoryLimit: '1GB',
  transform: { '\\.ts$': '<rootDir>/test/runner/plain.js' },
};
