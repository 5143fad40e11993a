import { esmPackages, nodeProject, root, withPostgres } from '../dev/settings/jest.node.mjs';

/** @fastify/cookie loads the ESM-only `cookie` by a dynamic import, which Jest's CommonJS needs compiled. */
const cookies = ['@fastify/cookie', 'cookie'];
/** One-time codes and OpenID Connect come as ESM only. */
const identity = ['@otplib', '@noble/hashes', '@scure/base', 'openid-client', 'oauth4webapi', 'jose'];
/** So does what tells files by their bytes. */
const files = ['file-type', 'strtok3', 'token-types', 'uint8array-extras', '@tokenizer', '@borewit'];
const compiled = [...esmPackages, ...cookies, ...identity, ...files].join('|');

export default nodeProject('api', 'apps/api', {
  ...withPostgres,
  testSequencer: `${root}/apps/api/test/longest-first.mjs`,
  setupFiles: ['reflect-metadata'],
  transformIgnorePatterns: [`${root}/node_modules/(?!(${compiled})/)`],
});
