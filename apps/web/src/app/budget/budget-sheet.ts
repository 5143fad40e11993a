import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { MAX_LINES, groupThousands, type BudgetArea } from '@zit/domain';
import { sheetWords } from '@zit/words.pl/budget';
import { UnsavedWork } from '../shell/unsaved-work';
import { blockOf, type Block, type Place } from './block';
import { BudgetHome, ConsortiumBudget, type HomeLine } from './budget-home';
import { formatBlock, parseBlock } from './clipboard';
import { done, modelOf, rebased, redo, undo, type GridModel } from './grid-model';
import { newId } from '../ui/new-id';
import { paste } from './paste';
import { COLUMNS, faultCount, lineNumbers, type Lines, type LineStart } from './sheet';
import { changesBetween, outsideChange } from './sheet-changes';
import * as edits from './sheet-edits';
import { guarded, ownCopies, type LineRights } from './sheet-guard';
import { listsOf } from './sheet-lists';
import { SheetMemory } from './sheet-memory';
import { nextFault, textRows, wholeTable } from './sheet-table';

type Act = keyof typeof sheetWords.acts;

/**
 * The open sheet: lines with their undo, the cursor, and the way of every act to where the budget is kept.
 * The grid and the toolbar only show it and ask it to act.
 */
@Injectable()
export class BudgetSheet {
  private readonly home = inject(BudgetHome, { optional: true }) ?? new ConsortiumBudget();
  private readonly memory = inject(SheetMemory);
  private readonly model = signal<GridModel>(modelOf([]));
  readonly name = this.home.name;
  /** The lines of the home as the sheet last saw or made them. */
  private known: readonly HomeLine[] = [];
  private openId: string | null = null;

  private readonly categories = computed(() =>
    [...new Set(this.lines().map((line) => line.category))].sort().join('\n'),
  );
  readonly lines = computed(() => this.model().lines);
  readonly numbers = computed(() => lineNumbers(this.lines()));
  readonly lists = computed(() => {
    return listsOf({
      members: this.home.members(),
      catalogueAdditions: this.home.additions(),
      categories: this.categories().split('\n').filter(Boolean),
    });
  });
  readonly mayEdit = computed(() => this.home.mayEdit() && this.home.members().length > 0);
  readonly hasMembers = computed(() => this.home.members().length > 0);
  readonly canUndo = computed(() => this.model().past.length > 0);
  readonly canRedo = computed(() => this.model().future.length > 0);
  readonly faults = computed(() => this.lines().reduce((sum, line) => sum + faultCount(line), 0));
  readonly held = computed(() => this.lines().filter((line) => line.held).length);

  readonly cursor = signal<Place>({ row: 0, column: 1 });
  readonly anchor = signal<Place>({ row: 0, column: 1 });
  readonly block = computed<Block>(() => blockOf(this.anchor(), this.cursor()));
  /** What the last act did, for people and screen readers. */
  readonly message = signal('');
  private readonly start = computed<LineStart>(() => ({
    category: this.lists().category.choices[0]?.value ?? '',
    area: 'CROSS',
    member: this.home.own() ?? (this.home.members().find(isLeader) ?? this.home.members()[0])?.id ?? '',
    source: 'ZIT',
    only: new Set(this.home.members().flatMap(({ id }) => (this.home.foreign(id) === null ? [id] : []))),
  }));
  private readonly rights: LineRights = {
    closed: (id) => this.home.closed(id),
    foreign: (member) => this.home.foreign(member),
    labelOf: (member) => this.lists().member.labelOf(member),
  };

  constructor() {
    effect(() => {
      this.home.lines();
      untracked(() => this.sync());
    });
    const release = inject(UnsavedWork).hold(computed(() => this.faults() > 0));
    inject(DestroyRef).onDestroy(() => {
      release();
      this.remember();
      this.home.saveNow();
    });
  }

  type(place: Place, typed: string): void {
    const key = COLUMNS[place.column];
    if (key && key !== 'no') {
      this.act('type', edits.typeInto(this.current(), place.row, key, typed, this.lists()));
    }
  }

  pasteText(text: string): void {
    const cells = parseBlock(text);
    if (cells.length === 0) return this.say(sheetWords.emptyClipboard);
    const lines = this.current();
    const block =
      lines.length === 0 ? { top: 0, left: this.block().left, bottom: 0, right: this.block().left } : this.block();
    const result = paste(cells, { lines, block, lists: this.lists(), start: this.start(), newId });
    if (!result.ok) return this.say(sheetWords.tooManyLines(groupThousands(MAX_LINES), groupThousands(result.over)));
    const refused = this.act('paste', result.lines);
    this.anchor.set({ row: result.block.top, column: result.block.left });
    this.cursor.set({ row: result.block.bottom, column: result.block.right });
    const ignored = result.ignored.length > 0 ? sheetWords.ignoredColumns(quoted(result.ignored)) : '';
    this.say(refused + sheetWords.pasted(result.rows, result.faults) + ignored);
  }

  /** Lines of a table with heads as they would come into the sheet; nothing is written yet. Null: too many. */
  readTable(cells: string[][]): { lines: Lines; ignored: string[] } | null {
    const block = { top: 0, left: 0, bottom: 0, right: 0 };
    const result = paste(cells, { lines: [], block, lists: this.lists(), start: this.start(), newId });
    if (!result.ok) return null;
    return { lines: guarded([], result.lines, this.rights).lines, ignored: result.ignored };
  }

  /** Puts lines below all others, or in the place of those that the person may write. False: too many. */
  takeTable(lines: Lines, replace: boolean): boolean {
    const now = this.current();
    const kept = replace ? now.filter(({ id }) => this.home.closed(id) !== null) : now;
    if (kept.length + lines.length > MAX_LINES) return false;
    this.act('import', [...kept, ...lines]);
    this.put({ row: Math.max(0, kept.length), column: 1 });
    this.say(sheetWords.imported(lines.length));
    return true;
  }

  /** All lines as texts under their heads, for a file. */
  table(): string[][] {
    return wholeTable(this.lines(), this.numbers(), this.lists());
  }

  copy(): string {
    const { top, bottom, left, right } = this.block();
    const [lines, numbers] = [this.lines().slice(top, bottom + 1), this.numbers().slice(top, bottom + 1)];
    const rows = textRows(lines, numbers, COLUMNS.slice(left, right + 1), this.lists());
    this.say(sheetWords.copied(rows.length, right - left + 1));
    return formatBlock(rows);
  }

  clear(): void {
    const block = this.block();
    const refused = this.act('clear', edits.clearBlock(this.current(), block));
    const cells = (block.bottom - block.top + 1) * edits.fieldsIn(block).length;
    if (refused) return this.say(refused);
    this.say(edits.holdsListCells(block) ? sheetWords.listCellsStay : sheetWords.cleared(cells));
  }

  fillDown(): void {
    const block = this.block();
    const refused = this.act('fill', edits.fillDown(this.current(), block));
    this.say(refused || sheetWords.filled(Math.max(1, block.bottom - block.top)));
  }

  /** A new line under the selection; `area`: not the one of the line above. */
  addLine(area?: BudgetArea): void {
    const lines = this.current();
    if (lines.length >= MAX_LINES) return this.say(sheetWords.tooManyLines(groupThousands(MAX_LINES), '1'));
    const below = lines.length === 0 ? -1 : this.block().bottom;
    const added = edits.addLine(lines, below, newId(), this.start());
    this.act('add', area ? added.map((line, i) => (i === below + 1 ? { ...line, area } : line)) : added);
    this.put({ row: Math.min(below + 1, lines.length), column: COLUMNS.indexOf('item') });
    this.say(sheetWords.added(1));
  }

  duplicate(): void {
    const { top, bottom } = this.block();
    const count = bottom - top + 1;
    const lines = this.current();
    if (lines.length + count > MAX_LINES) {
      return this.say(sheetWords.tooManyLines(groupThousands(MAX_LINES), String(lines.length + count - MAX_LINES)));
    }
    const copied = edits.duplicate(lines, top, bottom, newId);
    this.act('duplicate', ownCopies(lines, copied, this.start().member, this.rights));
    this.shift(count);
    this.say(sheetWords.duplicated(count));
  }

  remove(): void {
    const { top, bottom, left } = this.block();
    const count = this.lines().length;
    const refused = this.act('remove', edits.removeLines(this.current(), top, bottom));
    this.put({ row: Math.max(0, Math.min(top, this.lines().length - 1)), column: left });
    const gone = count - this.lines().length;
    this.say(refused + (gone > 0 ? sheetWords.deleted(gone) : ''));
  }

  move(by: -1 | 1): void {
    const { top, bottom } = this.block();
    const before = this.current();
    const after = edits.moveLines(before, top, bottom, by);
    if (after === before) return;
    const refused = this.act('move', after);
    if (refused) return this.say(refused);
    this.shift(by);
    this.say(sheetWords.moved(bottom - top + 1));
  }

  undo(): void {
    this.current();
    const step = this.model().past.at(-1);
    const said = step ? sheetWords.undone(step.act) : sheetWords.nothingToUndo;
    this.travel(undo(this.model()), said, said);
  }

  redo(): void {
    this.current();
    const step = this.model().future.at(-1);
    const said = step ? sheetWords.redone(step.act) : sheetWords.nothingToRedo;
    this.travel(redo(this.model()), said, said);
  }

  /** Puts the cursor there; `extend` keeps the other corner of the selection. */
  put(place: Place, extend = false): void {
    this.cursor.set(place);
    if (!extend) this.anchor.set(place);
  }

  /** Whose the line in this row is, as a sentence, when the person may not write it; null: they may. */
  closedAt(row: number): string | null {
    const line = this.lines()[row];
    return line ? this.home.closed(line.id) : null;
  }

  /** Goes to the next cell that could not be read; false when there is none. */
  goToNextFault(): boolean {
    const next = nextFault(this.lines(), this.cursor());
    if (next) this.put(next);
    return next !== undefined;
  }

  /** The lines after everything that came from outside; every act begins here. */
  private current(): Lines {
    this.sync();
    return this.model().lines;
  }

  /** Why something of the act was not done, as the beginning of what is said; '' when nothing stands in the way. */
  private act(act: Act, wanted: Lines): string {
    const { lines, refused } = guarded(this.model().lines, wanted, this.rights);
    const said = refused.map((reason) => `${reason} `).join('');
    this.travel(done(this.model(), lines, sheetWords.acts[act]), said, sheetWords.acts[act]);
    return said;
  }

  private travel(model: GridModel, message: string, name: string): void {
    this.model.set(model);
    this.clampCursor();
    const change = changesBetween(this.known, model.lines, this.home.keepsTyped);
    if (change) {
      this.home.take(change, model.lines, name);
      this.known = this.home.lines() ?? [];
    }
    this.say(message);
  }

  private sync(): void {
    const id = this.home.id();
    const lines = this.home.lines();
    if (id === null || lines === null) return;
    if (this.openId !== id) this.open(id);
    if (lines === this.known) return;
    const change = outsideChange(this.known, lines);
    this.known = lines;
    if (change) {
      this.model.update((model) => rebased(model, change));
      this.clampCursor();
    }
  }

  private open(id: string): void {
    this.remember();
    const kept = this.memory.sheets.get(id);
    this.openId = id;
    this.known = kept?.known ?? [];
    this.model.set(kept?.model ?? modelOf([]));
  }

  private remember(): void {
    if (this.openId !== null) this.memory.sheets.set(this.openId, { model: this.model(), known: this.known });
  }

  private shift(by: number): void {
    const down = (place: Place): Place => ({ ...place, row: place.row + by });
    this.cursor.update(down);
    this.anchor.update(down);
  }

  private clampCursor(): void {
    const last = Math.max(0, this.lines().length - 1);
    const inside = (place: Place): Place => (place.row <= last ? place : { ...place, row: last });
    this.cursor.update(inside);
    this.anchor.update(inside);
  }

  private say(text: string): void {
    this.message.set(text);
  }
}

const isLeader = ({ role }: { role: string }): boolean => role === 'LEADER';
const quoted = (names: readonly string[]): string => names.map((name) => `„${name}”`).join(', ');
