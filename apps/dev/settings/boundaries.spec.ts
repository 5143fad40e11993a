import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../../..');

const edge = '@nx/enforce-module-boundaries';
const path = '@typescript-eslint/no-restricted-imports';
const syntax = 'no-restricted-syntax';

type Planted = readonly [filePath: string, text: string, rule: string];

const use = (from: string) => `import * as thing from '${from}';\nexport const used = thing;\n`;
const useType = (from: string) => `import type * as thing from '${from}';\nexport type Used = typeof thing;\n`;

/** One per direction that is closed. */
const violations: readonly Planted[] = [
  ['libs/domain/src/planted.ts', use('@zit/contracts'), edge],
  ['libs/domain/src/planted.ts', use('@zit/documents'), edge],
  ['libs/domain/src/planted.ts', use('@zit/sample'), edge],
  ['libs/domain/src/planted.ts', use('@zit/migrations'), edge],
  ['libs/domain/src/planted.ts', use('class-validator'), edge],
  ['libs/domain/src/planted.ts', use('node:fs'), path],
  ['libs/domain/src/planted.ts', use('../../contracts/src/index'), edge],
  ['libs/domain/src/planted.ts', 'export const now = () => Date.now();\n', syntax],
  ['libs/domain/src/planted.ts', 'export const now = () => new Date();\n', syntax],
  ['libs/domain/src/planted.ts', 'export const chance = () => Math.random();\n', syntax],
  ['libs/domain/src/planted.ts', 'export const ticks = () => performance.now();\n', 'no-restricted-globals'],
  ['libs/contracts/src/planted.ts', use('@zit/documents'), edge],
  ['libs/contracts/src/planted.ts', use('@zit/sample'), edge],
  ['libs/contracts/src/planted.ts', use('typeorm'), edge],
  ['libs/documents/src/planted.ts', use('@zit/migrations'), edge],
  ['libs/documents/src/planted.ts', use('@zit/sample'), edge],
  ['libs/documents/src/planted.ts', use('@nestjs/common'), edge],
  ['libs/documents/src/planted.ts', 'export const now = () => Date.now();\n', syntax],
  ['libs/sample/src/planted.ts', use('@zit/documents'), edge],
  ['migrations/planted.ts', use('@zit/domain'), edge],
  ['migrations/planted.ts', use('pg'), edge],
  ['apps/api/src/consortium/planted.ts', use('@zit/sample'), edge],
  ['apps/api/src/consortium/planted.ts', use('@zit/test-database'), edge],
  ['apps/api/src/consortium/planted.ts', use('@angular/core'), edge],
  ['apps/api/src/consortium/planted.ts', use('../../../web/src/app/app'), edge],
  ['apps/api/src/consortium/planted.ts', use('../organisation/organisation.controller'), path],
  ['apps/api/src/consortium/planted.ts', "import { DataSource } from 'typeorm';\nexport { DataSource };\n", path],
  ['apps/api/src/consortium/planted.ts', "export type { DataSource } from 'typeorm';\n", path],
  ['apps/api/src/consortium/planted.ts', use('pg'), path],
  ['apps/web/src/app/planted.ts', use('@nestjs/common'), edge],
  ['apps/web/src/app/planted.ts', use('typeorm'), edge],
  ['apps/web/src/app/planted.ts', use('pg'), edge],
  ['apps/web/src/app/planted.ts', use('@zit/migrations'), edge],
  ['apps/web/src/app/planted.ts', use('@zit/sample'), edge],
  ['apps/web/src/app/planted.ts', use('@zit/contracts'), path],
  // Papers are drawn when asked for, so that nobody waits for pdfmake before signing in.
  ['apps/web/src/app/planted.ts', use('@zit/documents'), edge],
  ['apps/web/src/app/planted.ts', use('../../../api/src/main'), edge],
  [
    'apps/web/src/app/planted.ts',
    'export const trust = (s: { bypassSecurityTrustHtml(x: string): string }) => s.bypassSecurityTrustHtml("");\n',
    syntax,
  ],
  ['apps/web/src/app/planted.html', '<img src="a.png">\n', '@angular-eslint/template/alt-text'],
  ['libs/domain/src/planted.ts', 'export const loose = (x: any) => x;\n', '@typescript-eslint/no-explicit-any'],
  ['apps/api/src/planted.ts', 'console.log(1);\n', 'no-console'],
  ['apps/api/src/planted.ts', '// eslint-disable-next-line no-console\nconsole.log(1);\n', 'no-console'],
];

/** The open directions, so that the rule is not simply always red. */
const allowed: readonly (readonly [filePath: string, text: string])[] = [
  ['libs/domain/src/planted.ts', use('./money/grosze')],
  [
    'libs/domain/src/planted.spec.ts',
    use('@zit/sample') + use('fast-check').replaceAll('thing', 'other').replace('used', 'more'),
  ],
  ['libs/contracts/src/planted.ts', use('@zit/domain')],
  ['libs/contracts/src/planted.ts', use('class-validator')],
  ['libs/documents/src/planted.ts', use('@zit/domain')],
  ['libs/documents/src/planted.ts', use('pdfmake')],
  ['libs/documents/src/planted.spec.ts', use('@zit/sample')],
  ['libs/sample/src/planted.ts', use('@zit/domain')],
  ['migrations/planted.ts', use('typeorm')],
  ['apps/api/src/planted.ts', use('@zit/domain')],
  ['apps/api/src/planted.ts', use('@zit/contracts')],
  ['apps/api/src/planted.ts', use('@zit/documents')],
  ['apps/api/src/planted.ts', use('@zit/migrations')],
  ['apps/api/src/consortium/planted.ts', use('../organisation/organisation.service')],
  ['apps/api/src/consortium/planted.spec.ts', use('@zit/sample')],
  ['apps/api/src/consortium/planted.spec.ts', use('@zit/test-database')],
  ['apps/api/src/seed/planted.ts', use('@zit/sample')],
  ['apps/api/src/consortium/planted.ts', "export type { EntityManager } from 'typeorm';\n"],
  ['apps/api/src/database/planted.ts', "import { DataSource } from 'typeorm';\nexport { DataSource };\n"],
  ['apps/web/src/app/planted.ts', use('@zit/domain')],
  ['apps/web/src/app/planted.ts', "export const load = () => import('@zit/documents');\n"],
  ['apps/web/src/app/planted.ts', useType('@zit/contracts')],
  ['apps/web/src/app/planted.spec.ts', use('@zit/sample')],
  ['apps/web-e2e/src/planted.ts', use('@zit/sample')],
  ['apps/web-e2e/src/planted.ts', use('@zit/test-database')],
];

let found: string[][];
beforeAll(() => {
  const planted = [...violations, ...allowed].map(([filePath, text]) => ({ filePath, text }));
  // Without Nx's picture of the projects, which a fresh clone does not have, the rule about their boundaries is skipped.
  said(['node_modules/nx/dist/bin/nx.js', 'show', 'projects', '--json']);
  found = JSON.parse(said(['apps/dev/settings/plant.mjs'], JSON.stringify(planted))) as string[][];
}, 120_000);

/** What one of our programs says; a program that fails is an error. */
function said(command: string[], input = ''): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, command, {
    cwd: root,
    input,
    env: { ...process.env, NX_DAEMON: 'false' },
    maxBuffer: 10_000_000,
  });
  if (status !== 0) throw new Error(stderr.toString());
  return stdout.toString();
}

describe('a planted violation', () => {
  it.each(violations.map((violation, index) => [...violation, index] as const))(
    'in %s is found: %j → %s',
    (_file, _text, rule, index) => {
      expect(found[index]).toContain(rule);
    },
  );
});

describe('an open direction', () => {
  it.each(allowed.map((each, index) => [...each, violations.length + index] as const))(
    'from %s passes: %j',
    (_file, _text, index) => {
      expect(found[index]).toEqual([]);
    },
  );
});
