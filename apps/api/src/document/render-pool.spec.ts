import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sopotFacts, sopotRuleSet } from '@zit/sample';
import type { ProblemError } from '../http/problem-error';
import { draftFacts } from './frozen-facts';
import { RenderPool } from './render-pool';

describe('the pool that renders papers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zit-pool-'));
  const worker = (name: string, code: string) => {
    const file = join(folder, `${name}.mjs`);
    writeFileSync(file, code);
    return { file };
  };
  const facts = draftFacts(
    {
      kind: 'LETTER_OF_INTENT',
      memberId: null,
      date: '2015-03-05',
      place: 'Sopot',
      copies: 5,
      validUntil: null,
      note: null,
    },
    { ...sopotFacts(), ruleSet: sopotRuleSet(), members: [], lines: [] } as never,
  );
  afterAll(() => rmSync(folder, { recursive: true }));

  it('answers 503 with Retry-After when its queue is full, and loses nothing that waits', async () => {
    const slow = worker(
      'slow',
      `export default () => new Promise((done) => setTimeout(() => done({ html: 'x' }), 150));`,
    );
    const pool = new RenderPool(slow);
    // Two threads work, 16 wait, the others are turned away.
    const asked = await Promise.allSettled(Array.from({ length: 22 }, () => pool.render(facts)));
    const refused = asked.filter((one) => one.status === 'rejected').map((one) => one.reason as ProblemError);
    expect(asked.filter((one) => one.status === 'fulfilled')).toHaveLength(18);
    expect(refused.map((one) => [one.getStatus(), one.problem.code, one.headers['Retry-After']])).toEqual(
      Array.from({ length: 4 }, () => [503, 'BUSY', '5']),
    );
    await pool.onApplicationShutdown();
  }, 20_000);

  it('renders beside this thread, which goes on', async () => {
    const word = join(folder, 'word');
    const busyLoop = worker(
      'loop',
      `import { existsSync } from 'node:fs';
       export default () => { while (!existsSync(${JSON.stringify(word)})); return { html: 'x' }; }`,
    );
    const pool = new RenderPool(busyLoop);
    const rendered = pool.render(facts);
    for (let tick = 0; tick < 10; tick++) await pause(10);
    // The worker is at it until this thread says the word.
    writeFileSync(word, '');
    expect(await rendered).toEqual({ html: 'x' });
    await pool.onApplicationShutdown();
  });

  it('tells what went wrong inside the worker', async () => {
    const pool = new RenderPool(worker('broken', `export default () => { throw new Error('no font'); }`));
    await expect(pool.render(facts)).rejects.toThrow('no font');
    await pool.onApplicationShutdown();
  });
});
