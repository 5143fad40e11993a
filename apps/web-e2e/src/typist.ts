import { parseTyped, type FieldKind, type SheetValue } from '@zit/domain';
import type { Locator, Page } from 'playwright-core';
import type { KeyboardAlone } from './keyboard-alone';
import { idOf } from './partner';

/** What somebody types into fields of their kinds, texts apart; of a choice it is told which one, from 1. */
const TYPED: Readonly<Partial<Record<FieldKind['is'], string>>> = {
  whole: '12',
  hundredths: '2,50',
  grosze: '1500,00',
  // Whichever of day and month the browser's language puts first.
  date: '2016-03-03',
  choice: '2',
  member: '1',
  item: '1',
};

/** Fills fields of a sheet by the keyboard alone, and remembers what each must hold then. */
export class Typist {
  readonly typed = new Map<string, SheetValue>();

  constructor(protected readonly hands: KeyboardAlone) {}

  protected get page(): Page {
    return this.hands.page;
  }

  async fills(path: string, kind: FieldKind, text?: string): Promise<void> {
    const field = this.page.locator(`#${idOf(path)}`);
    if (kind.is === 'choices') return this.ticksEnds(path, kind.of);
    await this.hands.reaches(field);
    if (kind.is === 'yes') {
      await this.hands.key('Space');
      this.typed.set(path, true);
    } else if (await field.evaluate((element) => element instanceof HTMLSelectElement)) {
      this.typed.set(path, await this.chooses(field, Number(TYPED[kind.is] ?? 1)));
    } else {
      const says = text ?? TYPED[kind.is] ?? `Żółw ${this.typed.size}`;
      // The browser's own field of a date goes from day to month to year by itself.
      if (kind.is === 'date') await this.page.keyboard.type(says.split('-').reverse().join(''));
      else await this.hands.types(says);
      this.typed.set(path, parseTyped(kind, says));
    }
  }

  /** Waits until the field holds what was typed into it. */
  async holds(path: string): Promise<void> {
    await this.page.waitForFunction(
      ([id = '', text]) => (document.getElementById(id) as HTMLTextAreaElement | null)?.value === text,
      [idOf(path), String(this.typed.get(path))],
    );
  }

  /** Arrows go through the closed list, past its end and back. Answers the value of what is chosen then. */
  private async chooses(field: Locator, which: number): Promise<SheetValue> {
    const values = await field.evaluate((list) => [...(list as HTMLSelectElement).options].map(({ value }) => value));
    for (const key of ['End', 'Home']) await this.hands.key(key);
    for (let step = 0; step < which; step += 1) await this.hands.key('ArrowDown');
    return values[which] ?? null;
  }

  /** The first and the last of several. */
  private async ticksEnds(path: string, of: readonly string[]): Promise<void> {
    const boxes = this.page.locator(`#${idOf(path)} input`);
    for (const box of [boxes.first(), boxes.last()]) await this.hands.presses(box, 'Space');
    this.typed.set(path, [of[0] ?? '', of.at(-1) ?? '']);
  }
}
