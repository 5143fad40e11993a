import { esmPackages, nodeProject, root, withPostgres } from '../dev/settings/jest.node.mjs';

/** @fastify/cookie loads the ESM-only `cookie` by a dynamic import, which Jest's CommonJS needs compiled. */
const compiled = [...esmPackages, '@fastify/cookie', 'cookie'].join('|');

export default nodeProject('api', 'apps/api', {
  ...withPostgres,
  setupFiles: ['reflect-metadata'],
  transformIgnorePatterns: [`${root}/node_modules/(?!(${compiled})/)`],
});
