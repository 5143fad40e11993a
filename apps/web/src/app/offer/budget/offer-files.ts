import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { differences, OFFER_FORM, readSheet, type SheetDifference } from '@zit/domain';
import { offerFileWords as words } from '@zit/words.pl/offer-budget';
import { SHEET_PARTIES, SHEET_RIGHTS } from '../../sheet/sheet-rights';
import { Icon } from '../../ui/icon';
import { keepsFocus } from '../../ui/keeps-focus';
import { OfferDesk } from '../workshop/offer-desk';
import { changesFromFile, MOST_BYTES, offerFileIn, type FileChanges } from './offer-file-changes';

/** Differences that are shown at most; all are taken. */
const MOST_SHOWN = 100;

/** The offer as files: paper, page and data to take away, and the data of a file to take in. */
@Component({
  selector: 'zit-offer-files',
  imports: [Icon, MatButton],
  templateUrl: './offer-files.html',
  styleUrl: './budget-import.scss',
})
export class OfferFiles {
  private readonly desk = inject(OfferDesk);
  private readonly rights = inject(SHEET_RIGHTS, { optional: true }) ?? ((): null => null);
  private readonly parties = inject(SHEET_PARTIES, { optional: true });
  protected readonly words = words;
  protected readonly problem = signal<string | null>(null);
  protected readonly said = signal('');
  private readonly read = signal<FileChanges | null>(null);

  protected readonly writes = computed(() => this.desk.offer()?.me.edits === true && !this.desk.sheet.closed());
  protected readonly files = computed(() => {
    const root = `/api/v1/offers/${this.desk.offer()?.id ?? ''}`;
    return [
      { href: `${root}/paper.pdf`, text: words.pdf, download: '' },
      { href: `${root}/paper.html`, text: words.html, download: null },
      { href: `${root}/file.json`, text: words.json, download: '' },
    ];
  });
  protected readonly found = this.read.asReadonly();
  protected readonly differences = computed<SheetDifference[]>(() => {
    const found = this.read();
    if (!found) return [];
    const now = this.desk.sheet.sheetValues();
    const then = { ...now, ...Object.fromEntries(found.sets.map(({ path, value }) => [path, value])) };
    const names = Object.fromEntries((this.desk.offer()?.members ?? []).map(({ id, name }) => [id, name]));
    return differences(OFFER_FORM, readSheet(OFFER_FORM, now), readSheet(OFFER_FORM, then), names);
  });
  protected readonly shown = computed(() => this.differences().slice(0, MOST_SHOWN));

  constructor() {
    keepsFocus('input[type=file]');
  }

  protected async choose(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    if (!file) return;
    this.drop();
    if (file.size > MOST_BYTES) this.problem.set(words.tooLarge);
    else this.show(new TextDecoder().decode(await file.arrayBuffer()));
    field.value = '';
  }

  protected take(): void {
    const found = this.read();
    if (!found) return;
    this.desk.sheet.apply(found.sets, words.step);
    this.said.set(words.taken(this.differences().length));
    this.read.set(null);
  }

  protected drop(): void {
    this.read.set(null);
    this.problem.set(null);
    this.said.set('');
  }

  private show(text: string): void {
    const file = offerFileIn(text);
    if (!file) return this.problem.set(words.notRead);
    const offered = new Set(this.parties?.offered('budget.lines').map(({ id }) => id));
    this.read.set(
      changesFromFile(file, this.desk.sheet.values(), {
        members: this.desk.offer()?.members ?? [],
        may: (path) => this.rights(path) === null,
        offers: (member) => offered.has(member),
      }),
    );
  }
}
