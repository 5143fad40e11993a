import fc from 'fast-check';
import { Editor, faultsOf, Server } from '../../test/many-editors';
import type { SheetForm } from './form';
import { mergeSave } from './merge';

const whole = { is: 'whole', min: 0, max: 1_000_000 } as const;
const FORM: SheetForm = {
  version: 'small/1',
  sections: {
    a: { fields: { x: whole, y: whole }, lists: {} },
    b: { fields: { z: whole }, lists: { l: { max: 3, fields: { f: whole, g: whole } } } },
  },
};
const item = (no: number): string => `b.l.00000000-0000-4000-8000-${String(no).padStart(12, '0')}`;

const acts = ['x', 'y', 'z', 'f', 'g', 'add', 'move', 'remove', 'restore', 'read', 'save', 'save', 'lost'] as const;
const step = fc.record({ who: fc.nat(4), act: fc.constantFrom(...acts), no: fc.nat(5) });

function play(editors: readonly Editor[], { who, act, no }: { who: number; act: (typeof acts)[number]; no: number }) {
  const editor = editors[who % editors.length];
  if (!editor) return;
  const place = editor.anyItem(no);
  if (act === 'x' || act === 'y') editor.type(`a.${act}`);
  else if (act === 'z') editor.type('b.z');
  else if (act === 'add') add(editor);
  else if (act === 'save' || act === 'lost') editor.save(act === 'save');
  else if (act === 'restore') editor.restore(no);
  else if (act === 'read') editor.read();
  else if (!place) return;
  else if (act === 'remove') editor.remove(place);
  else editor.type(act === 'move' ? place : `${place}.${act}`);
}

let added = 1_000;
function add(editor: Editor): void {
  const place = item((added += 1));
  editor.type(place);
  editor.type(`${place}.f`);
}

function session(server: Server, count: number): Editor[] {
  let last = 100;
  return Array.from({ length: count }, (_, no) => new Editor(server, no, no, () => (last += 1)));
}

function playOut(server: Server, count: number, steps: Parameters<typeof play>[1][]): void {
  const editors = session(server, count);
  for (const one of steps) play(editors, one);
  expect(faultsOf(server, editors)).toEqual([]);
}

describe('many editors', () => {
  const count = fc.integer({ min: 2, max: 5 });
  const steps = fc.array(step, { minLength: 20, maxLength: 40, size: 'max' });

  it('nothing that was typed is lost: it is written, or shown as a collision to who typed it', () => {
    let collisions = 0;
    const law = fc.property(count, steps, (editors, all) => {
      const server = new Server(FORM);
      playOut(server, editors, all);
      collisions += server.collisions.length;
    });
    fc.assert(law, { numRuns: 2_000 });
    // The law would be empty if nobody ever met.
    expect(collisions).toBeGreaterThan(2_000);
  });

  it('the law finds a merge that asks nobody, and one that forgets what it set aside', () => {
    const careless: typeof mergeSave = (form, standing, changes) =>
      mergeSave(
        form,
        standing,
        changes.map((change) => ({ ...change, base: standing.get(change.path)?.rev ?? 0 })),
      );
    const forgetful: typeof mergeSave = (...save) => ({ ...mergeSave(...save), collisions: [] });
    for (const broken of [careless, forgetful]) {
      const law = fc.property(count, steps, (editors, all) => playOut(new Server(FORM, broken), editors, all));
      expect(fc.check(law, { numRuns: 200 }).failed).toBe(true);
    }
  });

  it('who touches other things never collides', () => {
    const own = fc.record({
      who: fc.nat(2),
      act: fc.constantFrom('f', 'g', 'move', 'read', 'save', 'lost'),
      no: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(own, { maxLength: 40, size: 'max' }), (all) => {
        const server = new Server(FORM);
        const editors = session(server, 3);
        for (const editor of editors) editor.type(item(editor.no));
        for (const editor of editors) editor.save(true);
        for (const { who, act, no } of all) {
          const editor = editors[who];
          if (act === 'f' || act === 'g') editor?.type(`${item(who)}.${act}`);
          else if (act === 'move') editor?.type(item(who), no);
          else if (act === 'read') editor?.read();
          else editor?.save(act === 'save');
        }
        expect(faultsOf(server, editors)).toEqual([]);
        expect(server.collisions).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
