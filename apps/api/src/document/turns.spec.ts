import { Turns } from './turns';

const later = <T>(value: T, ms: number): Promise<T> => new Promise((done) => setTimeout(() => done(value), ms));

describe('turns', () => {
  it('lets one pass at a time under a key, in the order of asking, others beside it', async () => {
    const turns = new Turns(10);
    const seen: string[] = [];
    const work = (key: string, name: string, ms: number) =>
      turns.take(key, async () => {
        seen.push(`${name} begins`);
        await later(null, ms);
        seen.push(`${name} ends`);
        return name;
      });
    const all = [work('UP', 'first', 30), work('UP', 'second', 1), work('LI', 'other', 5)];
    expect(await Promise.all(all)).toEqual(['first', 'second', 'other']);
    expect(seen).toEqual(['first begins', 'other begins', 'other ends', 'first ends', 'second begins', 'second ends']);
  });

  it('goes on after work that failed', async () => {
    const turns = new Turns(10);
    const failed = turns.take('UP', () => Promise.reject(new Error('paper jam')));
    const next = turns.take('UP', () => Promise.resolve('printed'));
    await expect(failed).rejects.toThrow('paper jam');
    await expect(next).resolves.toBe('printed');
  });

  it('turns away what comes when too many wait, and takes again when they are done', async () => {
    const turns = new Turns(2);
    const waiting = [1, 2].map((n) => turns.take('UP', () => later(n, 5)));
    expect(turns.take('UP', () => later(3, 5))).toBeNull();
    await Promise.all(waiting);
    await expect(turns.take('UP', () => later(4, 1))).resolves.toBe(4);
  });
});
