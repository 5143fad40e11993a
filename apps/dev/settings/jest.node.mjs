// Jest for everything that runs in Node: swc to CommonJS, the same path map as tsconfig.base.json.
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** ESM-only packages that have to be compiled to run in Jest's CommonJS. */
export const esmPackages = ['@nestjs', 'n2words', 'unpdf', 'yaml', 'fast-check', 'pure-rand'];

export const moduleNameMapper = {
  '^@zit/domain$': `${root}/libs/domain/src/index.ts`,
  '^@zit/domain/(.*)$': `${root}/libs/domain/src/$1`,
  '^@zit/words.pl/(.*)$': `${root}/libs/domain/src/words.pl/$1`,
  '^@zit/contracts$': `${root}/libs/contracts/src/index.ts`,
  '^@zit/contracts/(.*)$': `${root}/libs/contracts/src/$1`,
  '^@zit/documents$': `${root}/libs/documents/src/index.ts`,
  '^@zit/documents/(.*)$': `${root}/libs/documents/src/$1`,
  '^@zit/sample$': `${root}/libs/sample/src/index.ts`,
  '^@zit/migrations$': `${root}/migrations/index.ts`,
  '^@zit/test-database$': `${root}/apps/dev/postgres/test-database.ts`,
};

export const nodeProject = (name, dir, more = {}) => ({
  displayName: name,
  rootDir: `${root}/${dir}`,
  testEnvironment: 'node',
  testMatch: ['**/*.spec.ts'],
  // A crowded machine is slow, not wrong; figures belong in benches.
  testTimeout: 30_000,
  moduleNameMapper,
  transform: {
    '^.+\\.(ts|mts|js|mjs)$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  ...more,
});

/** Add to a project whose specs clone databases (`cloneDatabase` of @zit/test-database). */
export const withPostgres = {
  globalSetup: `${root}/apps/dev/postgres/jest-server.mjs`,
  globalTeardown: `${root}/apps/dev/postgres/jest-server-stop.mjs`,
};
