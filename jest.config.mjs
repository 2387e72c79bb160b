import { existsSync } from 'node:fs';

/** Native ES modules: NestJS 12 ships nothing else. Compiled by swc, which knows decorators and their metadata. */
const long = process.env.VINHDANH_TEST_LONG === '1';

export default {
  testEnvironment: 'node',
  roots: ['test', 'libs', 'apps', 'workflows', 'activities']
    .filter((folder) => existsSync(new URL(folder, import.meta.url)))
    .map((folder) => `<rootDir>/${folder}`),
  testMatch: [long ? '<rootDir>/test/long/**/*.spec.ts' : '<rootDir>/test/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...(long ? [] : ['<rootDir>/test/long/'])],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  extensionsToTreatAsEsm: ['.ts'],
  // 'js' first: in packages that ship x.js beside x.ts or x.mjs the mapper below must not pick the wrong one.
  moduleFileExtensions: ['js', 'ts', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  testSequencer: '<rootDir>/test/support/sequencer.mjs',
  // A patience, not a claim: a loaded machine is slow, and nothing here may fail for it.
  testTimeout: 900_000,
  maxWorkers: 2,
  // A worker keeps something of every file it ran. At the end of a long run it had nothing open, but took more than a second
  // to give its memory back, and Jest, which waits half a second, called that a leak: it starts afresh before that.
  workerIdleMemoryLimit: '256MB',
  watchman: false,
};
