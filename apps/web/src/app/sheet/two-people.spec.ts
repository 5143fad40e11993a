import { Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { SaveSheet, SheetCollision, SheetField, SheetResponse, SheetSaved } from '@zit/contracts';
import { acceptValue, kindAt, mergeSave, sameValue, type SheetValue } from '@zit/domain';
import { TINY } from '../../testing/tiny-sheet';
import { ProblemError, problemOfStatus } from '../ui/problem';
import { isItem } from './place';
import { SheetHttp } from './sheet-http';
import { SheetStore } from './sheet-store';
import { WATCH_MS } from './sheet-watch';

/** The rules of the server in memory, behind a line that loses requests and answers. */
class Server {
  readonly fields = new Map<string, SheetField>();
  /** Every value that anybody sent, taken or set aside. */
  readonly kept: { path: string; value: SheetValue }[] = [];
  private readonly answers = new Map<string, { body: string; answer: SheetSaved }>();
  private readonly writers = new Map<string, number>();
  private rev = 0;

  save({ save, changes }: SaveSheet, who: number): SheetSaved {
    const body = JSON.stringify(changes);
    const before = this.answers.get(save);
    if (before) {
      // One id never stands for two different saves.
      expect(body).toBe(before.body);
      return before.answer;
    }
    const edits = changes.map(({ path, base, value }) => {
      const kind = kindAt(TINY.form, path);
      const accepted = kind ? acceptValue(kind, value) : undefined;
      if (accepted === undefined) throw new Error(`The server would refuse ${path}`);
      return { path, base, value: accepted };
    });
    edits.forEach(({ path, value }) => this.kept.push({ path, value }));
    const from = this.rev;
    const standing = new Map(this.fields);
    const { writes, agreed, collisions } = mergeSave(TINY.form, standing, edits);
    if (writes.length > 0) this.rev += 1;
    for (const { path, after } of writes) {
      this.fields.set(path, { path, value: after, rev: this.rev });
      this.writers.set(path, who);
    }
    // Nobody is ever asked to choose between two versions of their own.
    const own = collisions.filter(({ path, because }) => because === 'CHANGED' && this.writers.get(path) === who);
    expect(own).toEqual([]);
    const answer: SheetSaved = {
      from,
      rev: this.rev,
      taken: [...writes.map(({ path }) => path), ...agreed].map((path) => this.at(path)),
      collisions: collisions.map(({ path, because }): SheetCollision => {
        const { value: theirs, rev } = this.at(path);
        const mine = edits.findLast((edit) => edit.path === path)?.value ?? null;
        return { path, because, base: null, theirs, rev, mine, by: null, at: '2026-11-22T07:00:00.000Z' };
      }),
      savedAt: '2026-11-22T07:00:00.000Z',
    };
    this.answers.set(save, { body, answer });
    return answer;
  }

  after(rev: number): SheetResponse {
    const fields = [...this.fields.values()].filter((field) => field.rev > rev);
    return copied({ form: 'tiny/1', rev: this.rev, closed: false, fields });
  }

  private at(path: string): SheetField {
    return this.fields.get(path) ?? { path, value: null, rev: 0 };
  }
}

/** The same chances for the same seed (mulberry32). */
const chances = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};

const ms = (time: number) => jest.advanceTimersByTimeAsync(time);

describe('two people at one sheet over a bad line', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
  });

  const openFor = async (who: number, server: Server, chance: () => number, line: { bad: boolean }) => {
    const travel = async <T>(act: () => T): Promise<T> => {
      const lost = () => line.bad && chance() < 0.2;
      await new Promise((done) => setTimeout(done, 1 + Math.floor(chance() * 400)));
      if (lost()) throw new ProblemError(problemOfStatus(0));
      const answer = act();
      await new Promise((done) => setTimeout(done, 1 + Math.floor(chance() * 400)));
      if (lost()) throw new ProblemError(problemOfStatus(0));
      return answer;
    };
    const http = {
      read: () => Promise.resolve(server.after(0)),
      news: (_url: string, after: number) => travel(() => server.after(after)),
      save: (_url: string, body: SaveSheet) => {
        const sent = copied(body);
        return travel(() => server.save(sent, who));
      },
    };
    const providers = [SheetStore, { provide: SheetHttp, useValue: http }];
    const store = Injector.create({ providers, parent: TestBed.inject(Injector) }).get(SheetStore);
    await store.open('/sheet', TINY);
    return store;
  };

  /** Something a person might do; answers the path typed into, or that something was taken back. */
  const act = (store: SheetStore, chance: () => number, word: string): string | null => {
    const items = store.items('card', 'rows');
    const item = items[Math.floor(chance() * items.length)];
    const which = Math.floor(chance() * 8);
    if (which === 0) store.addItem('card', 'rows', { name: word });
    else if (which === 1 && item) store.removeItem(item);
    else if (which === 2 && item) store.moveItem(item, chance() < 0.5 ? -1 : 1);
    else if (which === 3) store.undo();
    if (which === 3) return 'UNDO';
    if (which < 3) return null;
    const path = item && which >= 6 ? `${item}.name` : ['card.title', 'card.story'][which % 2]!;
    store.set(path, word);
    return path;
  };

  it.each(Array.from({ length: 6 }, (_, seed) => seed))(
    'loses nothing and ends with the same sheet for both (%i)',
    async (seed) => {
      const chance = chances(seed);
      const [server, line] = [new Server(), { bad: true }];
      const stores = [await openFor(0, server, chance, line), await openFor(1, server, chance, line)];
      /** What each person typed last into each field and did not take back themselves. */
      const last = stores.map(() => new Map<string, SheetValue>());
      const tookBack = (who: number) => {
        last[who]!.forEach((value, path) => sameValue(stores[who]!.value(path), value) || last[who]!.delete(path));
      };
      for (let step = 0; step < 60; step += 1) {
        const who = Math.floor(chance() * 2);
        const store = stores[who]!;
        const acted = act(store, chance, `słowo ${step}`);
        if (acted === 'UNDO') tookBack(who);
        else if (acted) last[who]!.set(acted, store.value(acted));
        await ms(Math.floor(chance() * 2_500));
        const [one] = store.collisions();
        if (one && chance() < 0.5) {
          if (chance() < 0.5) store.keepMine(one.path);
          else store.keepTheirs(one.path);
          tookBack(who);
        }
      }
      line.bad = false;
      for (let round = 0; round < 8; round += 1) {
        for (const store of stores) {
          for (const { path } of store.collisions()) {
            if (isItem(path) || store.isRemoved(path)) store.keepTheirs(path);
            else store.keepMine(path);
          }
          store.saveNow();
        }
        await ms(8 * WATCH_MS);
      }
      const standing = [...server.fields.values()].map(({ path, value }) => [path, value] as const);
      for (const [who, store] of stores.entries()) {
        expect(store.collisions()).toEqual([]);
        expect(store.waiting()).toBe(0);
        expect(filled(store.values())).toEqual(filled(standing));
        const lost = [...last[who]!].filter(
          ([path, value]) => !server.kept.some((one) => one.path === path && sameValue(one.value, value)),
        );
        expect(lost).toEqual([]);
      }
      expect(server.kept.length).toBeGreaterThan(20);
    },
  );
});

const filled = (values: Iterable<readonly [string, SheetValue]>) =>
  Object.fromEntries([...values].filter(([, value]) => value !== null).sort(([a], [b]) => (a < b ? -1 : 1)));

const copied = <Thing>(thing: Thing): Thing => JSON.parse(JSON.stringify(thing)) as Thing;
