import { packagesAt } from './tests/server/packages.mjs'

const shared = {
  // Jest would list, and read for what they import, whatever else lies here: built pages too, for each suite anew.
  roots: ['<rootDir>/tests'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // Not 'import': on Node 20 Lexical's import build waits for itself and never settles.
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', 'production'] },
  moduleNameMapper: {
    ...packagesAt,
    '^@payload-config$': '<rootDir>/payload.config.ts',
    '^@/(.*)$': '<rootDir>/src/$1',
  },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/'],
}

const suite = (name, more = {}) => ({
  ...shared,
  displayName: name,
  testMatch: [`<rootDir>/tests/${name}/**/*.spec.ts`],
  ...more,
})

const served = {
  globalSetup: '<rootDir>/tests/server/globalSetup.mjs',
  globalTeardown: '<rootDir>/tests/server/globalTeardown.mjs',
}

const bundled = { globalSetup: '<rootDir>/tests/server/bundle.mjs' }

/** Those that start servers of their own, to kill them: nobody else is in their city. */
const alone = '**/tests/int/*.alone.int.spec.ts'

const config = {
  testTimeout: 180_000,
  projects: [
    suite('unit', bundled),
    suite('contract', bundled),
    suite('int', { ...served, testMatch: ['<rootDir>/tests/int/**/*.spec.ts', `!${alone}`] }),
    suite('alone', { ...served, testMatch: [alone] }),
    suite('model', served),
    suite('e2e', {
      ...served,
      testEnvironment: '<rootDir>/tests/e2e/environment.mjs',
      setupFilesAfterEnv: ['<rootDir>/tests/e2e/setup.ts'],
    }),
  ],
}

export default config
