import {
  CALL_FORM,
  inWarsaw,
  typedText,
  type FieldKind,
  type FieldKinds,
  type FormWords,
  type SheetForm,
  type SheetOf,
  type SheetValue,
} from '@zit/domain';
import { callFormWords } from '@zit/words.pl/call-form';
import { callDeskWords } from '@zit/words.pl/call-page';
import type { Locator } from 'playwright-core';
import { idOf } from './partner';
import { Typist } from './typist';

const FORM: SheetForm = CALL_FORM;
const WORDS: FormWords = callFormWords;

type Item = Readonly<Record<string, SheetValue>>;

/** Writes a call on its page, without a mouse. */
export class CallHands extends Typist {
  /** Which of the ways to write days and hours is this browser's; the first is tried first. */
  private way = 0;

  get title(): Locator {
    return this.page.locator('#call-section-title');
  }

  titleOf(section: string): string {
    return WORDS.sections[section]?.title ?? section;
  }

  /** By the link at the end of the section before. */
  async goesOn(section: string): Promise<void> {
    await this.hands.presses(this.page.getByRole('link', { name: callDeskWords.next(this.titleOf(section)) }));
    await this.arrives(section);
  }

  /** By the task list, which is folded where the screen is narrow. */
  async goes(section: string): Promise<void> {
    const tasks = this.page.getByRole('navigation', { name: callDeskWords.tasks });
    const fold = tasks.getByRole('button');
    if (await fold.isVisible()) await this.hands.presses(fold);
    await this.hands.presses(tasks.getByRole('link', { name: this.titleOf(section) }));
    await this.arrives(section);
  }

  /** What the section has in a call, field by field; a second item of each list goes up and back down. */
  async writes(section: string, call: SheetOf<typeof CALL_FORM>): Promise<void> {
    const says = call[section as keyof typeof call] as unknown as Readonly<Record<string, SheetValue | Item[]>>;
    const { fields, lists } = FORM.sections[section] ?? { fields: {}, lists: {} };
    await this.putsAll(section, fields, says as Item);
    for (const [list, of] of Object.entries(lists)) {
      const items = says[list] as Item[];
      for (const item of items) await this.putsAll(await this.adds(section, list), of.fields, item);
      if (items.length > 1) await this.moves(section, list, items.length);
    }
  }

  /** Day and hour, each in the browser's own field. @param id of the day */
  async putsMoment(id: string, instant: string): Promise<void> {
    const { date, time } = inWarsaw(instant);
    const day = this.page.locator(`#${id}`);
    await this.types(day, date, this.daysTyped(date));
    const hour = this.page.locator('fieldset', { has: day }).locator('input[type=time]');
    const [hours = '', minutes = ''] = time.split(':');
    const half = `${String(Number(hours) % 12 || 12).padStart(2, '0')}${minutes}${Number(hours) < 12 ? 'A' : 'P'}`;
    await this.types(hour, `${hours}:${minutes}`, [`${hours}${minutes}`, half]);
  }

  private async arrives(section: string): Promise<void> {
    await this.title.filter({ hasText: this.titleOf(section) }).waitFor();
    await this.hands.standsAt(this.title, `going to „${this.titleOf(section)}”`);
  }

  private async putsAll(at: string, fields: FieldKinds, says: Item): Promise<void> {
    for (const [name, kind] of Object.entries(fields)) {
      const value = says[name] ?? null;
      // Which criteria were adopted is said by a button.
      if (value !== null && value !== false && name !== 'adopted') await this.puts(`${at}.${name}`, kind, value);
    }
  }

  private async puts(path: string, kind: FieldKind, value: SheetValue): Promise<void> {
    const field = this.page.locator(`#${idOf(path)}`);
    if (kind.is === 'moment') return this.putsMoment(idOf(path), String(value));
    if (kind.is === 'choices') return this.ticks(field, kind.of, value as readonly string[]);
    await this.hands.reaches(field);
    if (kind.is === 'yes') await this.hands.key('Space');
    else if (kind.is === 'date') await this.types(field, String(value), this.daysTyped(String(value)));
    else if (await field.evaluate((element) => element instanceof HTMLSelectElement)) await this.picks(field, value);
    else await this.hands.types(typedText(kind, value));
  }

  /** Of another item of the call the first one, of everything else what is meant. */
  private async picks(field: Locator, value: SheetValue): Promise<void> {
    const values = await field.evaluate((list) => [...(list as HTMLSelectElement).options].map((each) => each.value));
    const at = values.indexOf(String(value));
    await this.hands.key('Home');
    for (let step = 0; step < (at < 0 ? 1 : at); step += 1) await this.hands.key('ArrowDown');
  }

  private async ticks(field: Locator, of: readonly string[], chosen: readonly string[]): Promise<void> {
    for (const [at, each] of of.entries()) {
      if (chosen.includes(each)) await this.hands.presses(field.locator('input').nth(at), 'Space');
    }
  }

  /** The browser's language decides which of day and month comes first. */
  private daysTyped(date: string): string[] {
    const [year = '', month = '', day = ''] = date.split('-');
    return [`${day}${month}${year}`, `${month}${day}${year}`];
  }

  /** Into a field of several parts: empties it and writes it again when the browser read something else. */
  private async types(field: Locator, wanted: string, ways: readonly string[]): Promise<void> {
    await this.hands.reaches(field);
    for (const [at, way] of ways.entries()) {
      if (at < this.way) continue;
      for (const key of way) await this.strikes(key);
      if ((await field.inputValue()) === wanted) {
        this.way = at;
        return;
      }
      for (let part = 0; part < 3; part += 1) for (const key of ['Backspace', 'ArrowLeft']) await this.hands.key(key);
    }
    throw new Error(`${String(field)} holds ${await field.inputValue()}, not ${wanted}`);
  }

  /** No faster than the page draws what was typed before: a date that is half written may be one, too. */
  private async strikes(key: string): Promise<void> {
    await this.hands.key(key);
    await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
  }

  /** The path of the new item, in whose first field the keyboard stands. */
  private async adds(section: string, list: string): Promise<string> {
    const before = await this.itemsOf(section, list).count();
    const name = WORDS.sections[section]?.lists[list]?.add ?? '';
    await this.hands.presses(this.page.getByRole('button', { name, exact: true }));
    const item = this.itemsOf(section, list).nth(before);
    await item.waitFor();
    await this.hands.standsAt(item.locator('input, select, textarea').first(), `adding to ${section}.${list}`);
    const id = (await item.getAttribute('id')) ?? '';
    return `${section}.${list}.${id.slice(idOf(`${section}.${list}`).length + 1)}`;
  }

  private async moves(section: string, list: string, count: number): Promise<void> {
    const last = this.itemsOf(section, list).nth(count - 1);
    const item = this.page.locator(`#${(await last.getAttribute('id')) ?? ''}`);
    await this.hands.presses(item.locator('.up'), 'Enter', 'Shift+Tab');
    await this.hands.standsAt(item.locator('.up'), `moving up an item of ${section}.${list}`);
    await this.hands.presses(item.locator('.down'));
    await this.hands.standsAt(item.locator('.down'), `moving down an item of ${section}.${list}`);
  }

  private itemsOf(section: string, list: string): Locator {
    return this.page.locator(`li[id^=${idOf(`${section}.${list}`)}-]`);
  }
}
