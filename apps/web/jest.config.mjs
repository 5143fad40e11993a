// Components run in jsdom, zoneless, compiled one file at a time; types are the business of `nx typecheck web`.
import angular from 'jest-preset-angular/presets/index.js';
import { moduleNameMapper, root } from '../../apps/dev/settings/jest.node.mjs';

export default {
  ...angular.createCjsPreset({ tsconfig: `${root}/apps/web/tsconfig.spec.json` }),
  displayName: 'web',
  rootDir: `${root}/apps/web`,
  testMatch: ['**/*.spec.ts'],
  // A crowded machine is slow, not wrong.
  testTimeout: 30_000,
  moduleNameMapper,
  // Angular's .mjs, the number words of documents and the QR code are ES modules; Jest runs CommonJS.
  transformIgnorePatterns: ['/node_modules/(?!(?:.*\\.mjs$|n2words/|qr/))'],
  setupFilesAfterEnv: ['<rootDir>/setup-jest.ts'],
};
