import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    const busyLoop = worker(
      'loop',
      `export default () => { const end = Date.now() + 300; while (Date.now() < end); return { html: 'x' }; }`,
    );
    const pool = new RenderPool(busyLoop);
    let ticks = 0;
    const timer = setInterval(() => ticks++, 10);
    await pool.render(facts);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(5);
    await pool.onApplicationShutdown();
  });

  it('tells what went wrong inside the worker', async () => {
    const pool = new RenderPool(worker('broken', `export default () => { throw new Error('no font'); }`));
    await expect(pool.render(facts)).rejects.toThrow('no font');
    await pool.onApplicationShutdown();
  });
});
