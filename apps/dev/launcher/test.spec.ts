import { Workspace } from './testing/workspace';

jest.setTimeout(60_000);

/** Counts per project, and what a broken one says. */
interface Told {
  passed?: number;
  failed?: number;
  pending?: number;
  broken?: number;
}

/** A stand-in for Jest: answers what the file told.json says about the project. */
const fakeJest = `
  import { readFileSync, writeFileSync } from 'node:fs';
  const args = process.argv.slice(2);
  const project = args[args.indexOf('-c') + 1].replace('/jest.config.mjs', '');
  const { passed = 0, failed = 0, pending = 0, broken = 0 } = JSON.parse(readFileSync('told.json', 'utf8'))[project] ?? {};
  writeFileSync(args[args.indexOf('--outputFile') + 1], JSON.stringify({
    numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, numTodoTests: 0,
    numRuntimeErrorTestSuites: broken, testResults: [{ message: failed + broken > 0 ? 'broken in ' + project : '' }],
  }));
  process.exitCode = failed + broken > 0 ? 1 : 0;
`;

const fakeEslint = `
  import { writeFileSync } from 'node:fs';
  const args = process.argv.slice(2);
  writeFileSync(args[args.indexOf('-o') + 1], JSON.stringify([{ filePath: process.cwd() + '/libs/domain/a.ts', messages: [] }]));
`;

let space: Workspace;
beforeEach(() => {
  space = new Workspace(['nx', 'jest', 'eslint', 'typescript']);
  space.fake('package.json', '{"type":"module"}');
  space.fake('node_modules/jest/bin/jest.js', fakeJest);
  space.fake('node_modules/eslint/bin/eslint.js', fakeEslint);
  space.fake('node_modules/typescript/bin/tsc', '');
  for (const name of ['jest', 'eslint', 'typescript', 'nx'])
    space.fake(`node_modules/${name}/package.json`, '{"type":"module"}');
});
afterEach(() => space.remove());

const good: Record<string, Told> = {
  'libs/domain': { passed: 5 },
  'libs/contracts': { passed: 1 },
  'libs/documents': { passed: 2 },
  'apps/api': { passed: 3 },
  'apps/web': { passed: 4 },
  'apps/dev': { passed: 6 },
  'apps/web-e2e': { passed: 1 },
};

async function npmTest(told: Record<string, Told>, parts: string[] = []) {
  space.fake('told.json', JSON.stringify(told));
  const run = space.launch('test', parts, { CI: 'true' });
  run.child.stdin?.end();
  const code = await run.exit;
  return { code, text: run.said(), lastLine: run.said().trimEnd().split('\n').at(-1) };
}

describe('npm test', () => {
  it('adds up every part and says so alone on the last line', async () => {
    const { code, text, lastLine } = await npmTest(good);
    // 22 tests, 9 projects linted, 9 type-checked, 2 programs built.
    expect(lastLine).toBe('42 passed, 0 failed');
    expect(code).toBe(0);
    expect(text).toMatch(/domain: reguły +5 +0/);
  });

  it('fails on one failed test and says where', async () => {
    const { code, text, lastLine } = await npmTest({ ...good, 'apps/api': { passed: 2, failed: 1 } });
    expect(lastLine).toBe('41 passed, 1 failed');
    expect(code).toBe(1);
    expect(text).toContain('broken in apps/api');
  });

  it('fails on a part without tests, on a skipped test, on a file that does not load', async () => {
    const { code, lastLine } = await npmTest({
      ...good,
      'libs/contracts': {},
      'apps/web': { passed: 4, pending: 1 },
      'apps/dev': { passed: 6, broken: 1 },
    });
    expect(lastLine).toBe('41 passed, 3 failed');
    expect(code).toBe(1);
  });

  it('does not take for clean what it could not compare with the projects’ boundaries', async () => {
    space.fake('node_modules/nx/dist/bin/nx.js', 'console.error("no picture"); process.exitCode = 1;');
    const { code, lastLine, text } = await npmTest(good, ['lint']);
    expect([code, lastLine]).toEqual([1, '0 passed, 9 failed']);
    expect(text).toContain('no picture');
  });

  it('runs the parts it is asked for, and knows no others', async () => {
    expect((await npmTest(good, ['domain', 'documents'])).lastLine).toBe('7 passed, 0 failed');
    const { code, text } = await npmTest(good, ['dmain']);
    expect(code).toBe(1);
    expect(text).toContain('Nie ma części „dmain”.');
  });
});

describe('npm run portal', () => {
  it('passes words, standard streams, the caller’s folder and the exit code through', async () => {
    space.fake(
      'dist/apps/api/portal.mjs',
      'console.log(process.argv.slice(2).join("|"), process.cwd()); process.exitCode = 2;',
    );
    const env = { npm_lifecycle_event: 'portal', INIT_CWD: '/usr' };
    const run = space.launch('portal', ['rules', 'check', 'A B.json'], env);
    expect(await run.exit).toBe(2);
    expect(run.stdout()).toBe('rules|check|A B.json /usr\n');
  });

  it('builds what is missing and keeps stdout for the program', async () => {
    space.fake(
      'apps/dev/build/api.mjs',
      `import { writeFileSync } from 'node:fs'; console.log('noise'); writeFileSync('dist/apps/api/portal.mjs', 'console.log("{}")');`,
    );
    const run = space.launch('portal', []);
    expect(await run.exit).toBe(0);
    expect(run.stdout()).toBe('{}\n');
    expect(run.said()).toContain('Budowanie portalu');
  });
});
