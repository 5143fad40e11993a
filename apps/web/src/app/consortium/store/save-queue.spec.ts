import { ProblemError, problemOfStatus } from '../../ui/problem';
import { AUTOSAVE_MS, SaveQueue, type SaveQueuePort, type Settled } from './save-queue';

interface Typed {
  field: string;
  text: string;
}

const refusal = (status: number, code = 'VALIDATION') =>
  new ProblemError({ ...problemOfStatus(status), status, code, detail: 'Popraw nazwę.' });

function queueWith(send: (act: Typed) => Promise<void>, settle?: (act: Typed) => Promise<Settled<Typed>>) {
  const sent: string[] = [];
  const port: SaveQueuePort<Typed> = {
    send: (act) => {
      sent.push(`${act.field}=${act.text}`);
      return send(act);
    },
    fold: (earlier, later) => (earlier.field === later.field ? later : null),
    isEmpty: (act) => act.text === '',
    settle: settle ?? (() => Promise.resolve({ is: 'done' })),
  };
  return { queue: new SaveQueue<Typed>(port), sent };
}

const type = (text: string, field = 'title'): Typed => ({ field, text });
const ms = (time: number) => jest.advanceTimersByTimeAsync(time);

describe('the queue of acts', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('saves one word 800 ms after its last letter', async () => {
    const { queue, sent } = queueWith(() => Promise.resolve());
    queue.later(type('K'));
    await ms(AUTOSAVE_MS - 1);
    queue.later(type('Ko'));
    await ms(AUTOSAVE_MS - 1);
    expect(sent).toEqual([]);
    expect(queue.state()).toEqual({ is: 'typing' });
    await ms(1);
    expect(sent).toEqual(['title=Ko']);
    expect(queue.state()).toEqual({ is: 'idle' });
    expect(queue.lastSavedAt()).toBeInstanceOf(Date);
  });

  it('saves at once on blur', async () => {
    const { queue, sent } = queueWith(() => Promise.resolve());
    queue.later(type('Kompas'));
    queue.flush();
    await ms(0);
    expect(sent).toEqual(['title=Kompas']);
  });

  it('keeps the order of acts and never has two under way', async () => {
    let free: () => void = () => undefined;
    const { queue, sent } = queueWith(() => new Promise((resolve) => (free = resolve)));
    queue.later(type('A'));
    queue.flush();
    await ms(0);
    queue.later(type('B'));
    queue.later(type('5', 'votes'));
    await ms(5_000);
    expect(sent).toEqual(['title=A']);
    expect(queue.waiting()).toHaveLength(3);
    free();
    await ms(0);
    free();
    await ms(0);
    free();
    await ms(0);
    expect(sent).toEqual(['title=A', 'title=B', 'votes=5']);
    expect(queue.waiting()).toEqual([]);
  });

  it('without a connection it waits, tries again ever more rarely, and loses nothing', async () => {
    let online = false;
    const { queue, sent } = queueWith(() =>
      online ? Promise.resolve() : Promise.reject(new ProblemError(problemOfStatus(0))),
    );
    queue.later(type('A'));
    await ms(AUTOSAVE_MS);
    expect(queue.state().is).toBe('unreachable');
    await ms(1_000);
    await ms(2_000);
    expect(sent).toHaveLength(3);
    queue.later(type('5', 'votes'));
    expect(queue.waiting()).toHaveLength(2);
    online = true;
    queue.flush();
    await ms(0);
    expect(sent.slice(-2)).toEqual(['title=A', 'votes=5']);
    expect(queue.state()).toEqual({ is: 'idle' });
  });

  it('does not change an act whose answer may have been lost: what is typed next follows it', async () => {
    const { queue, sent } = queueWith(() => Promise.reject(new ProblemError(problemOfStatus(0))));
    queue.later(type('A'));
    await ms(AUTOSAVE_MS);
    queue.later(type('AB'));
    expect(queue.waiting()).toEqual([type('A'), type('AB')]);
    expect(sent).toEqual(['title=A']);
  });

  it('sets aside what the server refuses, saves the rest, and takes the mended act', async () => {
    const { queue, sent } = queueWith((act) => (act.text === 'x' ? Promise.reject(refusal(422)) : Promise.resolve()));
    queue.later(type('x'));
    queue.later(type('5', 'votes'));
    await ms(AUTOSAVE_MS);
    expect(sent).toEqual(['title=x', 'votes=5']);
    expect(queue.state()).toMatchObject({ is: 'refused', problem: { detail: 'Popraw nazwę.' } });
    expect(queue.waiting()).toEqual([type('x')]);
    queue.later(type('Kompas'));
    await ms(AUTOSAVE_MS);
    expect(sent.at(-1)).toBe('title=Kompas');
    expect(queue.state()).toEqual({ is: 'idle' });
  });

  it('drops a refused act when the person gives it up', async () => {
    const { queue } = queueWith(() => Promise.reject(refusal(422)));
    queue.later(type('x'));
    await ms(AUTOSAVE_MS);
    queue.dropRefused();
    expect(queue.waiting()).toEqual([]);
    expect(queue.state()).toEqual({ is: 'idle' });
  });

  it('tells a waiting dialog about a refusal and goes on', async () => {
    const { queue } = queueWith(() => Promise.reject(refusal(409, 'DUPLICATE')));
    const outcome = queue.soon(type('member')).catch((thrown: unknown) => thrown);
    await ms(0);
    expect(await outcome).toBeInstanceOf(ProblemError);
    expect(queue.state()).toEqual({ is: 'idle' });
  });

  it('sends what two people settled', async () => {
    let stale = true;
    const { queue, sent } = queueWith(
      () => {
        if (!stale) return Promise.resolve();
        stale = false;
        return Promise.reject(refusal(409, 'STALE'));
      },
      () => Promise.resolve({ is: 'mended', act: type('settled') }),
    );
    queue.later(type('mine'));
    await ms(AUTOSAVE_MS);
    expect(sent).toEqual(['title=mine', 'title=settled']);
    expect(queue.state()).toEqual({ is: 'idle' });
  });

  it('keeps a conflict that the person puts off, and asks again on demand', async () => {
    const settle = jest.fn(() => Promise.resolve<Settled<Typed>>({ is: 'putOff' }));
    const { queue } = queueWith(() => Promise.reject(refusal(409, 'STALE')), settle);
    queue.later(type('mine'));
    await ms(AUTOSAVE_MS);
    expect(queue.state().is).toBe('refused');
    expect(queue.waiting()).toEqual([type('mine')]);
    queue.retry();
    await ms(0);
    expect(settle).toHaveBeenCalledTimes(2);
  });

  it('stands still without a session until the person comes back', async () => {
    let signedIn = false;
    const { queue, sent } = queueWith(() =>
      signedIn ? Promise.resolve() : Promise.reject(refusal(401, 'UNAUTHENTICATED')),
    );
    queue.later(type('A'));
    await ms(AUTOSAVE_MS);
    await ms(120_000);
    expect(sent).toHaveLength(1);
    signedIn = true;
    queue.flush();
    await ms(0);
    expect(queue.waiting()).toEqual([]);
  });

  it.each([0, 1, 2, 3, 4, 5])('takes along what comes in %i moments after an act is saved', async (moments) => {
    const { queue, sent } = queueWith(() => Promise.resolve());
    const goOn = async () => {
      await queue.soon(type('member', 'add'));
      for (let moment = 0; moment < moments; moment += 1) await Promise.resolve();
      queue.later(type('5', 'votes'));
      queue.flush();
    };
    void goOn();
    await ms(1);
    expect(sent).toEqual(['add=member', 'votes=5']);
    expect(queue.state()).toEqual({ is: 'idle' });
  });

  it('drains before leaving', async () => {
    const { queue, sent } = queueWith(() => Promise.resolve());
    queue.later(type('A'));
    await queue.drain();
    expect(sent).toEqual(['title=A']);
  });
});
