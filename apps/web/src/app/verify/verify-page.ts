import { Component, computed, inject, resource, signal, type WritableSignal } from '@angular/core';
import { compareReceipt, formatExactInstantPl, type OfferFileFacts, type OfferReceiptFacts } from '@zit/domain';
import { verifyWords } from '@zit/words.pl/offer-receipt';
import { textHash } from '../document/facts-hash';
import { PublicCallHead } from '../call/public/public-call-head';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { ProblemNotice } from '../ui/problem-notice';
import { readChosen, type ChosenFile } from './chosen-files';
import { fieldName } from './field-name';
import { PaperReceipt } from './paper-receipt';
import { ReceiptVerdict } from './receipt-verdict';
import { VerifyHttp } from './verify-http';

type Offer = Extract<ChosenFile, { is: 'offer' }>;
type Receipt = Extract<ChosenFile, { is: 'receipt' }>;

/** For anybody: an exported offer and a receipt are compared in the browser, and the fields that differ are named. */
@Component({
  selector: 'zit-verify-page',
  imports: [Icon, Loading, PageHead, PaperReceipt, ProblemNotice, PublicCallHead, ReceiptVerdict],
  templateUrl: './verify-page.html',
  styleUrls: ['./verdict.scss', './verify-page.scss'],
  host: { '(dragover)': 'over($event)', '(drop)': 'drop($event)' },
})
export class VerifyPage {
  private readonly http = inject(VerifyHttp);
  protected readonly words = verifyWords;
  /** Without encryption a browser has no SHA-256. */
  protected readonly able = typeof (globalThis.crypto?.subtle as SubtleCrypto | undefined) !== 'undefined';

  protected readonly offer = signal<Offer | null>(null);
  protected readonly receipt = signal<Receipt | null>(null);
  protected readonly faults = signal<readonly string[]>([]);
  protected readonly slots = computed(() => [
    { id: 'offer-file', label: verifyWords.offerFile, name: this.offer()?.name ?? null },
    { id: 'receipt-file', label: verifyWords.receiptFile, name: this.receipt()?.name ?? null },
  ]);
  private readonly both = computed(() => {
    const [offer, receipt] = [this.offer()?.offer, this.receipt()?.receipt];
    return offer && receipt ? { offer, receipt } : undefined;
  });

  protected readonly compared = resource({
    params: () => (this.able ? this.both() : undefined),
    loader: async ({ params: { offer, receipt } }) => {
      // Both were written by this portal; whatever else they hold makes them differ.
      const file = offer as unknown as OfferFileFacts;
      const result = await compareReceipt(file, receipt as OfferReceiptFacts, hashed);
      const fields = result.fields.map(({ path, how }) => ({
        path,
        name: fieldName(path, file.document),
        how: verifyWords.how[how],
      }));
      return { ...result, fields, received: formatExactInstantPl(receipt.receivedAt) };
    },
  });
  protected readonly result = computed(() => (this.compared.hasValue() ? this.compared.value() : null));

  /** Asked for the receipt alone, so also before the offer's file has been chosen. */
  protected readonly known = resource({
    params: () => this.receipt()?.receipt,
    loader: ({ params: { number, receiptSha256 } }) => this.http.check({ number, receiptSha256 }),
  });
  protected readonly check = computed(() => (this.known.hasValue() ? this.known.value() : null));

  protected choose(event: Event): void {
    const input = event.target as HTMLInputElement;
    const slot = input.id === 'offer-file' ? this.offer : this.receipt;
    void this.take([...(input.files ?? [])], [slot]);
    // The same file may be chosen again after it was changed.
    input.value = '';
  }

  protected over(event: DragEvent): void {
    event.preventDefault();
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    void this.take([...(event.dataTransfer?.files ?? [])], [this.offer, this.receipt]);
  }

  /** `meant`: places a refused file may have been meant for; what stood there does not stay as if it were that file. */
  private async take(files: readonly File[], meant: readonly WritableSignal<unknown>[]): Promise<void> {
    const read = await Promise.all(files.map(readChosen));
    const faults = read.flatMap((chosen) => (chosen.is === 'fault' ? [chosen.text] : []));
    if (faults.length > 0) for (const slot of meant) slot.set(null);
    for (const chosen of read) {
      if (chosen.is === 'offer') this.offer.set(chosen);
      else if (chosen.is === 'receipt') this.receipt.set(chosen);
    }
    this.faults.set(faults);
  }
}

const hashed = async (text: string): Promise<string> => (await textHash(text)) ?? '';
