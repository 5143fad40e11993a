import { OFFER_FORM, type FieldKinds, type FormWords, type SheetForm, type SheetValue } from '@zit/domain';
import { budgetWords, shortArea, shortSource } from '@zit/words.pl/budget';
import { offerBudgetWords } from '@zit/words.pl/offer-budget';
import { offerFormWords } from '@zit/words.pl/offer-form';
import { offerDeskWords } from '@zit/words.pl/offer-page';
import type { Locator } from 'playwright-core';
import type { KeyboardAlone } from './keyboard-alone';
import { idOf } from './partner';
import { Typist } from './typist';

const FORM: SheetForm = OFFER_FORM;
const WORDS: FormWords = offerFormWords;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
/** The grid does not tell the id of its line; it is the only one. */
export const NEW_LINE = 'budget.lines.*';

/** A line of the budget, cell by cell from left to right, and what is kept of each. */
const lineOf = (member: string): readonly [field: string, types: string, kept: SheetValue][] => [
  ['category', 'C2', 'C2'],
  ['area', shortArea.LABOUR_MARKET, 'LABOUR_MARKET'],
  ['item', 'Warsztat żółty', 'Warsztat żółty'],
  ['member', 'M1', member],
  ['source', shortSource.ZIT, 'ZIT'],
  ['unit', 'godzina', 'godzina'],
  ['quantity', '2,5', 2_500],
  ['unitPriceGrosze', '100', 10_000],
  ['amountGrosze', '250', 25_000],
  ['valuation', 'Cennik', 'Cennik'],
  ['justification', 'Jedna wycena', 'Jedna wycena'],
];

/** Writes an offer on its page, without a mouse. */
export class OfferHands extends Typist {
  /** Paths of the items that were written, by `section.list`. */
  readonly items = new Map<string, string>();

  constructor(
    hands: KeyboardAlone,
    /** What somebody would type where any text would not do, by path without ids. */
    private readonly texts: Readonly<Record<string, string>>,
  ) {
    super(hands);
  }

  get title(): Locator {
    return this.page.locator('#offer-section-title');
  }

  titleOf(section: string): string {
    return WORDS.sections[section]?.title ?? section;
  }

  /** By the task list, which is folded where the screen is narrow. */
  async goes(title: string): Promise<void> {
    const tasks = this.page.getByRole('navigation', { name: offerDeskWords.tasks });
    const fold = tasks.getByRole('button');
    if (await fold.isVisible()) await this.hands.presses(fold);
    await this.hands.presses(tasks.getByRole('link', { name: title }));
    await this.title.filter({ hasText: title }).waitFor();
    await this.hands.standsAt(this.title, `going to „${title}”`);
  }

  /** All of a section that is the leader's, and what is this member's own. */
  async writes(section: string, member: string): Promise<void> {
    const { fields, lists } = FORM.sections[section] ?? { fields: {}, lists: {} };
    await this.fillsAll(section, fields);
    for (const [list, of] of Object.entries(lists)) {
      if (of.of === 'EACH_MEMBER') await this.fillsAll(`${section}.${list}.${member}`, of.fields);
      else if (section === 'budget') await this.fillsLine(member);
      else await this.fillsList(section, list, of.fields);
    }
  }

  private async fillsAll(at: string, fields: FieldKinds): Promise<void> {
    for (const [name, kind] of Object.entries(fields)) {
      await this.fills(`${at}.${name}`, kind, this.texts[`${at.replace(UUID, '').replace(/\.$/, '')}.${name}`]);
    }
  }

  /** A line is added to the grid and written cell by cell. */
  private async fillsLine(member: string): Promise<void> {
    const grid = this.page.getByRole('grid', { name: offerBudgetWords.sheetName });
    const add = this.page.getByRole('button', { name: budgetWords.addLine, exact: true }).first();
    await this.hands.presses(add, 'Enter', 'Shift+Tab');
    await this.hands.standsAt(grid.locator('[data-row="0"][data-column="3"]'), 'adding a line');
    for (const key of ['Home', 'ArrowRight']) await this.hands.key(key);
    for (const [field, types, kept] of lineOf(member)) {
      await this.page.keyboard.type(types);
      await this.hands.key('Tab');
      this.typed.set(`${NEW_LINE}.${field}`, kept);
    }
    await this.hands.key('Escape');
    this.items.set('budget.lines', NEW_LINE);
  }

  /** One item is written; another is added, goes up past it, and is removed. */
  private async fillsList(section: string, list: string, fields: FieldKinds): Promise<void> {
    const item = await this.adds(section, list);
    this.items.set(`${section}.${list}`, item);
    await this.fillsAll(item, fields);
    const second = this.page.locator(`#${idOf(await this.adds(section, list))}`);
    await this.hands.presses(second.locator('.up'), 'Enter', 'Shift+Tab');
    await this.hands.standsAt(second.locator('.up'), `moving up an item of ${section}.${list}`);
    await this.hands.presses(second.locator('.remove'));
    await second.waitFor({ state: 'detached' });
    await this.hands.standsAt(this.page.locator(`#${idOf(item)} .remove`), `removing an item of ${section}.${list}`);
  }

  /** The path of the new item, in whose first field the keyboard stands. */
  private async adds(section: string, list: string): Promise<string> {
    const name = WORDS.sections[section]?.lists[list]?.add ?? '';
    await this.hands.presses(this.page.getByRole('button', { name, exact: true }));
    const first = this.page.locator(`li[id^=${idOf(`${section}.${list}`)}] :is(input, select, textarea):focus`);
    await first.waitFor();
    return `${section}.${list}.${UUID.exec((await first.getAttribute('id')) ?? '')?.[0]}`;
  }
}
