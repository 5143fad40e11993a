import fc from 'fast-check';
import { Editor, faultsOf, type Rights, Server, type Written } from '../../test/many-editors';
import type { SheetForm, SheetValue } from '../sheet/form';
import type { FieldEdit } from '../sheet/merge';
import { OFFER_FORM } from './offer-form';
import { type OfferLoanFact, refusedChanges } from './ownership';

const FORM: SheetForm = OFFER_FORM;
const id = (no: number): string => `00000000-0000-4000-8000-${String(no).padStart(12, '0')}`;
/** Members by number; 0 leads. */
const member = (no: number): string => id(900_000 + no);
const FIELDS = Object.entries(FORM.sections).flatMap(([name, { fields }]) =>
  Object.keys(fields).map((field) => `${name}.${field}`),
);
const LISTS = Object.entries(FORM.sections).flatMap(([name, { lists }]) =>
  Object.entries(lists).map(([list, of]) => ({ section: name, at: `${name}.${list}`, ...of })),
);
const pick = <Item>(items: readonly Item[], no: number): Item => items[no % items.length] as Item;
const fieldsAt = (place: string): string[] =>
  Object.keys(LISTS.find(({ at }) => place.startsWith(`${at}.`))?.fields ?? {});

const ACTS = [
  ...['common', 'common', 'own', 'own', 'item', 'item', 'add', 'addFor', 'addNone', 'hand', 'move'],
  ...['remove', 'restore', 'read', 'read', 'save', 'save', 'save', 'lost', 'lend', 'takeBack', 'offline'],
] as const;
interface Step {
  who: number;
  act: string;
  what: number;
  to: number;
}
const step = fc.record({ who: fc.nat(9), act: fc.constantFrom(...ACTS), what: fc.nat(200), to: fc.nat(6) });
const people = fc.record({
  persons: fc.integer({ min: 2, max: 5 }),
  members: fc.integer({ min: 2, max: 5 }),
  /** Which of them have a second tab. */
  tabs: fc.array(fc.nat(4), { maxLength: 3 }),
  /** Somebody who may only read; 9: nobody. */
  reader: fc.constantFrom(9, 9, 1, 2, 3),
  /** Where in the form they work, so that they meet. */
  where: fc.nat(FIELDS.length),
});

interface People {
  persons: number;
  members: number;
  tabs: readonly number[];
  reader: number;
  where: number;
}

/** An offer in which members write: who is of which member, what is lent, and who has no connection now. */
class Offer {
  readonly loans: OfferLoanFact[] = [];
  readonly server: Server;
  readonly editors: Editor[];
  private readonly offline = new Map<Editor, number>();
  private last = 1_000;

  constructor(
    private readonly who: People,
    refuse: typeof refusedChanges,
  ) {
    const rights: Rights = {
      refused: (person, changes, standing) =>
        refuse(changes, this.writer(person), this.loans, Object.fromEntries(valuesOf(standing)), this.members),
      isForeign: (...asked) => this.isForeign(...asked),
    };
    this.server = new Server(FORM, undefined, rights);
    this.begin();
    const owners = [...Array.from({ length: who.persons }, (_, no) => no), ...who.tabs.map((no) => no % who.persons)];
    this.editors = owners.map((no, tab) => new Editor(this.server, no, tab, () => this.fresh()));
  }

  readonly fresh = (): number => (this.last += 1);

  get members(): string[] {
    return Array.from({ length: this.who.members }, (_, no) => member(no));
  }

  play({ who, act, what, to }: Step): void {
    const editor = pick(this.editors, who);
    const gap = this.offline.get(editor) ?? 0;
    this.offline.set(editor, Math.max(0, gap - 1));
    if (act === 'offline') this.offline.set(editor, to);
    else if (act === 'lend') this.loans.push({ part: this.partOf(editor, what), member: pick(this.members, to) });
    else if (act === 'takeBack') this.loans.splice(0, 1);
    else if (act === 'read' || act === 'save' || act === 'lost') {
      if (gap > 0) return;
      if (act === 'read') editor.read();
      else editor.save(act === 'save');
    } else this.type(editor, { act, what, to });
  }

  private type(editor: Editor, { act, what, to }: Omit<Step, 'who'>): void {
    const mine = this.writer(editor.no).member;
    const place = editor.anyItem(what);
    if (act === 'common') editor.type(pick(FIELDS, this.who.where + (what % 3)));
    else if (act === 'own') {
      const { at, fields } = pick(
        LISTS.filter(({ of }) => of === 'EACH_MEMBER'),
        what,
      );
      editor.type(`${at}.${mine}.${pick(Object.keys(fields), to % 2)}`);
    } else if (act === 'add') this.add(editor, what, mine);
    else if (act === 'addFor') this.add(editor, what, pick(this.members, to));
    else if (act === 'addNone') this.add(editor, what, null);
    else if (act === 'restore') editor.restore(what);
    else if (!place) return;
    else if (act === 'hand' && fieldsAt(place).includes('member'))
      editor.type(`${place}.member`, pick([...this.members, id(1)], to));
    else if (act === 'move') editor.type(place);
    else if (act === 'remove') editor.remove(place);
    else if (act === 'item')
      editor.type(
        `${place}.${pick(
          fieldsAt(place).filter((name) => name !== 'member'),
          to,
        )}`,
      );
  }

  private add(editor: Editor, what: number, owner: string | null): void {
    const { at, of, fields } = pick(
      LISTS.filter((list) => list.of !== 'EACH_MEMBER'),
      what,
    );
    const place = `${at}.${id(this.fresh())}`;
    editor.type(place);
    if (of === 'MEMBER' && owner !== null) editor.type(`${place}.member`, owner);
    editor.type(
      `${place}.${pick(
        Object.keys(fields).filter((name) => name !== 'member'),
        what,
      )}`,
    );
  }

  /** What somebody may lend: the leader a section, a member what is its own. */
  private partOf(editor: Editor, what: number): string {
    const { member: mine, leads } = this.writer(editor.no);
    return leads && what % 2 === 0 ? pick(Object.keys(FORM.sections), what) : mine;
  }

  private writer(person: number): { member: string; leads: boolean; edits: boolean } {
    const no = person % this.who.members;
    return { member: member(no), leads: no === 0, edits: person !== this.who.reader };
  }

  /** Found out from what stands, in other words than those of `refusedChanges`. */
  private isForeign(
    person: number,
    path: string,
    changes: readonly FieldEdit[],
    standing: ReadonlyMap<string, Written>,
  ): boolean {
    const [section = '', list = '', item = '', field] = path.split('.');
    const { member: mine, leads, edits } = this.writer(person);
    const current = (value: SheetValue | undefined): string =>
      typeof value === 'string' && this.members.includes(value) ? value : 'leader';
    const may = (owner: string): boolean =>
      edits &&
      (owner === mine ||
        (owner === 'leader' && leads) ||
        this.loans.some((loan) => loan.member === mine && loan.part === (owner === 'leader' ? section : owner)));
    const of = LISTS.find(({ at }) => at === `${section}.${list}`)?.of;
    if (of === undefined) return !may('leader');
    if (of === 'EACH_MEMBER') return !may(item);
    const place = `${section}.${list}.${item}`;
    const [stood, owned] = [standing.get(place), standing.get(`${place}.member`)];
    const named = changes.filter((change) => change.path === `${place}.member`).at(-1)?.value;
    if ((stood?.value ?? null) === null && (owned?.value ?? null) === null) {
      return !(edits && leads) && !may(current(named));
    }
    if (!may(current(owned?.value))) return true;
    return field === 'member' && !leads && !may(current(named));
  }

  /** As `beginOffer` does: one item for each member. */
  private begin(): void {
    this.server.rev = 1;
    for (const { at, of } of LISTS) {
      if (of !== 'EACH_MEMBER') continue;
      for (const [index, no] of this.members.entries())
        this.server.fields.set(`${at}.${no}`, { value: index + 1, rev: 1, by: -1, tab: -1 });
    }
  }
}

const valuesOf = (standing: ReadonlyMap<string, Written>): [string, SheetValue][] =>
  [...standing].map(([path, { value }]) => [path, value]);

function playOut(who: People, steps: readonly Step[], refuse: typeof refusedChanges = refusedChanges): Offer {
  const offer = new Offer(who, refuse);
  for (const one of steps) offer.play(one);
  expect(faultsOf(offer.server, offer.editors)).toEqual([]);
  return offer;
}

describe('members write one offer', () => {
  const steps = fc.array(step, { minLength: 20, maxLength: 45, size: 'max' });

  it('no value is lost, nobody collides without need, and nobody writes what is another member’s', () => {
    const met = { CHANGED: 0, NOT_YOURS: 0, other: 0, written: 0, tabs: 0 };
    const law = fc.property(people, steps, (who, all) => {
      const { server } = playOut(who, all);
      for (const because of server.collisions)
        met[because === 'CHANGED' || because === 'NOT_YOURS' ? because : 'other'] += 1;
      met.written += server.written.size;
      met.tabs += who.tabs.length;
    });
    fc.assert(law, { numRuns: 2_000 });
    // The law would be empty if nobody ever met, or nobody tried what is not his.
    expect(met.CHANGED).toBeGreaterThan(150);
    expect(met.NOT_YOURS).toBeGreaterThan(1_000);
    expect(met.other).toBeGreaterThan(20);
    expect(met.written).toBeGreaterThan(5_000);
    expect(met.tabs).toBeGreaterThan(500);
  }, 180_000);

  it('the law finds rights that refuse nothing, that forget loans, and that look only at who is named', () => {
    const lax: typeof refusedChanges = () => new Set();
    const stingy: typeof refusedChanges = (changes, writer, _, ...more) => refusedChanges(changes, writer, [], ...more);
    const naive: typeof refusedChanges = (changes, writer, loans, stored, members) => {
      const named = changes.filter(({ path }) => path.endsWith('.member')).map(({ path, value }) => [path, value]);
      const said = Object.fromEntries(named) as Record<string, SheetValue>;
      return refusedChanges(changes, writer, loans, { ...stored, ...said }, members);
    };
    for (const broken of [lax, stingy, naive]) {
      const law = fc.property(people, steps, (who, all) => void playOut(who, all, broken));
      expect(fc.check(law, { numRuns: 500 }).failed).toBe(true);
    }
  }, 180_000);
});
