// The laws of the house that a machine can read. Run with -c from the top folder; words in a message say the way out.
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';
import { externalsOfWeb, rooms, specRooms } from './rooms.mjs';

/** Files that tell the story a second time: they may use the sample metropolis and a throw-away database. */
const specs = [
  '**/*.spec.ts',
  '**/*.bench.ts',
  '**/*.bench.mjs',
  '{apps,libs}/*/test/**',
  'apps/web/src/testing/**',
  'apps/api/src/seed/**',
  'apps/web-e2e/**',
  'apps/dev/**',
  'libs/sample/**',
];

const pure = ['libs/domain/src/**/*.ts', 'libs/contracts/src/**/*.ts', 'libs/documents/src/**/*.ts'];

const clockAndChance = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is an argument.' },
  { selector: "CallExpression[callee.name='Date']", message: 'Time is an argument.' },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Time is an argument.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Chance is an argument.' },
];

const plainWays = [
  {
    selector: 'MemberExpression[property.name=/^bypassSecurityTrust/]',
    message: 'Angular sanitises; we do not go round.',
  },
  {
    selector: 'AssignmentExpression > MemberExpression[property.name=/^(inner|outer)HTML$/]',
    message: 'Use a template.',
  },
];

const noNodeModules = {
  group: ['node:*', 'fs', 'path', 'crypto', 'os', 'child_process'],
  message: 'Runs in a browser too.',
};
const noForeignController = {
  group: ['../**/*.controller', '../**/*.controller.ts'],
  message: "A feature uses another feature's entity type and service, never its controller.",
};

/** Rows are seen by whom the door names; a connection of one's own would see them all, or none. */
const pastTheDoor = [
  {
    name: 'typeorm',
    importNames: ['DataSource'],
    allowTypeImports: false,
    message: 'Ask the Door (database/door.ts).',
  },
  { name: 'pg', message: 'Ask the Door (database/door.ts).' },
];

/** @param {Record<string, object>} table of rooms.mjs */
const boundaries = (table) => ({
  '@nx/enforce-module-boundaries': [
    'error',
    {
      enforceBuildableLibDependency: false,
      allowCircularSelfDependency: true,
      // The version is said once, in package.json.
      allow: ['../../../../package.json'],
      // Specs of a room read the sample, and the sample is made of the room's types.
      ignoredCircularDependencies: [
        ['domain', 'sample'],
        ['contracts', 'sample'],
        ['documents', 'sample'],
        ['dev', 'sample'],
      ],
      depConstraints: Object.entries(table).map(([room, constraint]) => ({ sourceTag: `room:${room}`, ...constraint })),
    },
  ],
});

export default tseslint.config(
  { ignores: ['**/node_modules/**', 'dist/**', '.nx/**', '.angular/**', '.portal/**', '**/*.d.mts', '**/*.d.ts'] },
  // A rule that a comment can switch off is a suggestion.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.mjs'],
    extends: [...tseslint.configs.recommended, ...tseslint.configs.stylistic, prettier],
    plugins: { '@nx': nx },
    rules: {
      ...boundaries(rooms),
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-debugger': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', ...plainWays],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // An index signature and a record say the same; so do an interface and a type.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/class-literal-property-style': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    files: pure,
    ignores: specs,
    rules: { 'no-restricted-syntax': ['error', ...plainWays, ...clockAndChance] },
  },
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: specs,
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'performance',
        'crypto',
        'fetch',
        'setTimeout',
        'setInterval',
        'window',
      ],
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [noNodeModules] }],
    },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [noForeignController] }] },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: [...specs, 'apps/api/src/database/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [noForeignController], paths: pastTheDoor }],
    },
  },
  {
    files: ['apps/web/src/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
  },
  {
    files: ['apps/web/src/**/*.ts'],
    ignores: specs,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            noNodeModules,
            {
              group: ['@zit/contracts', '@zit/contracts/*'],
              message: 'The web reads contracts as types: import type.',
              allowTypeImports: true,
            },
            { group: [...externalsOfWeb], message: 'A package of the server.' },
          ],
        },
      ],
    },
  },
  {
    files: ['apps/web/src/**/*.html', '**/*.component.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  { files: specs, rules: boundaries(specRooms) },
  // Settings of Jest are plain files that know each other by path.
  { files: ['**/jest.config.mjs'], rules: { '@nx/enforce-module-boundaries': 'off' } },
  { files: ['apps/dev/**', 'apps/api/src/cli/**'], rules: { 'no-console': 'off' } },
);
