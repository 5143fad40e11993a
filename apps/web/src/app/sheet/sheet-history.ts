import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SheetChangeLine } from '@zit/contracts';
import { isUnread, sameValue, type SheetValue } from '@zit/domain';
import { frameWords } from '@zit/words.pl/frame';
import { sheetHistoryWords, sheetWords } from '@zit/words.pl/sheet-page';
import { EmptyState } from '../ui/empty-state';
import { keepsFocus } from '../ui/keeps-focus';
import { Loading } from '../ui/loading';
import { paged } from '../ui/paged';
import { ProblemNotice } from '../ui/problem-notice';
import { ShowMore } from '../ui/show-more';
import { LongText } from './long-text';
import { isItem } from './place';
import { nameOf, shownAt } from './read-paths';
import { SheetHttp } from './sheet-http';
import { SheetReturn } from './sheet-return';
import { SHEET_RIGHTS } from './sheet-rights';
import { SheetStore } from './sheet-store';
import { whenPl } from './when';

/** Characters of a value that the name of its button says. */
const SAID = 80;

/** Who changed what and when, newest first, with the way back to an older value. */
@Component({
  selector: 'zit-sheet-history',
  imports: [EmptyState, Loading, LongText, MatButton, ProblemNotice, ShowMore],
  providers: [SheetReturn],
  templateUrl: './sheet-history.html',
  styleUrl: './sheet-history.scss',
})
export class SheetHistoryList {
  private readonly store = inject(SheetStore);
  private readonly http = inject(SheetHttp);
  private readonly back = inject(SheetReturn);
  private readonly rights = inject(SHEET_RIGHTS, { optional: true });
  protected readonly words = sheetHistoryWords;
  protected readonly frame = frameWords;
  protected readonly said = signal('');
  protected readonly thrown = signal<unknown>(null);
  protected readonly busy = signal(false);
  protected readonly list = paged(
    () => this.store.url() ?? undefined,
    async (url: string, after?: string) => {
      const { lines, before } = await this.http.history(url, after === undefined ? undefined : Number(after));
      return { items: lines, next: before === null ? null : String(before) };
    },
  );
  protected readonly closed = this.store.closed;
  /** Something was written after the page had been read. */
  protected readonly stale = computed(() => {
    const newest = this.list.items()?.[0]?.rev;
    return newest !== undefined && this.store.rev() > newest;
  });
  protected readonly rows = computed(
    () => this.list.items()?.map((line, at, all) => this.row(line, all[at - 1])) ?? null,
  );

  constructor() {
    keepsFocus('.said');
  }

  /** The whole sheet as it was before this change. */
  protected async goBack(line: SheetChangeLine): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.thrown.set(null);
    try {
      this.said.set(await this.back.before(line));
    } catch (thrown) {
      this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }

  protected restore(line: SheetChangeLine, name: string): void {
    this.store.restore(line);
    this.said.set(this.words.restored(name));
  }

  /** @param newer the line above it. */
  private row(line: SheetChangeLine, newer: SheetChangeLine | undefined) {
    const { path, before, after, rev, setAside } = line;
    const shape = this.store.shape();
    const wanted = setAside ? after : before;
    const name = shape ? nameOf(shape, this.store.values(), path) : path;
    return {
      line,
      key: `${rev}/${path}/${setAside}`,
      name,
      who: this.words.by(line.by ?? this.words.somebody, whenPl(line.at)),
      act: isItem(path) ? this.actOf(line) : null,
      before: this.shown(path, before),
      after: this.shown(path, after),
      // An item that was not there is taken away in its list, where one sees what goes with it.
      restores: !(isItem(path) && wanted === null) && (this.rights?.(path) ?? null) === null,
      // Once for all that was saved together.
      goesBack: newer?.rev !== rev && !setAside,
      backLabel: this.words.goBackOf(whenPl(line.at), name),
      same: sameValue(this.store.value(path), wanted),
      label: this.words.restoreOf(name, isItem(path) ? '' : this.shown(path, wanted).slice(0, SAID)),
    };
  }

  private actOf({ before, after }: SheetChangeLine): string {
    if (after === null) return this.words.itemRemoved;
    return before === null ? this.words.itemAdded : this.words.itemMoved;
  }

  private shown(path: string, value: SheetValue): string {
    const shape = this.store.shape();
    if (isUnread(value)) return sheetWords.unread(value.typed);
    return (shape && shownAt(shape, this.store.values(), path, value)) || this.words.empty;
  }
}
