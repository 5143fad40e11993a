import { inject, Injectable, Injector } from '@angular/core';
import type { SheetChangeLine } from '@zit/contracts';
import { isUnread, type SheetValue } from '@zit/domain';
import { sheetRestoreWords, sheetWords } from '@zit/words.pl/sheet-page';
import { nameOf, shownAt } from './read-paths';
import { askToRestore, type RestoreQuestion } from './restore-dialog';
import { valuesBefore, wayBack, type SheetSet } from './restore-sheet';
import { SheetHttp } from './sheet-http';
import { SHEET_RIGHTS } from './sheet-rights';
import { SheetStore } from './sheet-store';
import { whenPl } from './when';

/** Pages of the history read at most for one way back: ten thousand changes. */
const MOST_PAGES = 200;

/** The whole sheet as it was before a change, as a new change; what is somebody else's stays as it is. */
@Injectable()
export class SheetReturn {
  private readonly store = inject(SheetStore);
  private readonly http = inject(SheetHttp);
  private readonly injector = inject(Injector);
  private readonly rights = inject(SHEET_RIGHTS, { optional: true });

  /** Asks first, with everything that would change. Answers what to say; empty when the person thought better of it. */
  async before({ rev, at }: SheetChangeLine): Promise<string> {
    const url = this.store.url();
    if (url === null || !(await this.store.saveAll())) return sheetRestoreWords.unsaved;
    const lines = await this.linesFrom(url, rev);
    if (lines === null) return sheetRestoreWords.tooFar;
    const way = wayBack(this.store.values(), valuesBefore(lines, rev));
    const own = way.filter(({ path }) => (this.rights?.(path) ?? null) === null);
    const foreign = way.filter((each) => !own.includes(each)).map(({ path }) => this.store.named(path));
    const question = { when: whenPl(at), changes: own.map((set) => this.told(set)), foreign };
    if (!(await askToRestore(this.injector, question))) return '';
    this.store.apply(own, sheetRestoreWords.step(whenPl(at)));
    return sheetRestoreWords.restored(own.length);
  }

  /** All changes from a revision on; null: there are too many. */
  private async linesFrom(url: string, rev: number): Promise<SheetChangeLine[] | null> {
    const all: SheetChangeLine[] = [];
    let before: number | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await this.http.history(url, before);
      all.push(...answer.lines);
      if (answer.before === null || answer.before <= rev) return all;
      before = answer.before;
    }
    return null;
  }

  private told({ path, value }: SheetSet): RestoreQuestion['changes'][number] {
    const [shape, values] = [this.store.shape(), this.store.values()];
    const shown = (each: SheetValue): string =>
      isUnread(each)
        ? sheetWords.unread(each.typed)
        : (shape && shownAt(shape, values, path, each)) || sheetWords.empty;
    const isPlace = path.split('.').length === 3;
    const place = (each: SheetValue): string => (each === null ? sheetRestoreWords.absent : sheetRestoreWords.present);
    const say = isPlace ? place : shown;
    return {
      path,
      name: shape ? nameOf(shape, values, path) : path,
      now: say(values.get(path) ?? null),
      then: isPlace && value !== null && (values.get(path) ?? null) !== null ? sheetRestoreWords.moved : say(value),
    };
  }
}
