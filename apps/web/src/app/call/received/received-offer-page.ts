import { Component, computed, effect, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { OfferDocumentFacts } from '@zit/domain';
import { callListWords } from '@zit/words.pl/call-page';
import { receivedWords } from '@zit/words.pl/offer-receipt';
import { factsHash } from '../../document/facts-hash';
import { Fingerprint } from '../../offer/signing/fingerprint';
import { OfferContentsView } from '../../offer/signing/offer-contents';
import { PageTitle } from '../../shell/page-title';
import { Icon } from '../../ui/icon';
import { Loading } from '../../ui/loading';
import { PageHead } from '../../ui/page-head';
import { ProblemNotice } from '../../ui/problem-notice';
import { receivedAttachment, receivedFile, ReceivedHttp } from './received-http';

/** One offer exactly as it was handed in, for who works on its call; there is nothing to be read before the deadline. */
@Component({
  selector: 'zit-received-offer-page',
  imports: [Fingerprint, Icon, Loading, MatButton, OfferContentsView, PageHead, ProblemNotice],
  template: `
    <zit-page-head [heading]="title()" [thing]="true" [crumbs]="crumbs()">
      @if (file(); as file) {
        @if (file.receiptNumber) {
          <p>{{ words.readLead(file.receiptNumber) }}</p>
        }
        @if (hash(); as hash) {
          <zit-fingerprint [sha256]="hash" />
        }
        <p class="acts screen-only">
          <a matButton="outlined" [href]="json().href" [attr.download]="json().name"
            ><zit-icon name="download" /> {{ words.json }}</a
          >
          <button matButton="outlined" type="button" (click)="print()">
            <zit-icon name="print" /> {{ words.print }}
          </button>
        </p>
      }
    </zit-page-head>
    @if (document(); as document) {
      <zit-offer-contents [document]="document" [fileAt]="fileAt" />
    } @else if (asked.error()) {
      <zit-problem-notice [thrown]="asked.error()" (retry)="asked.reload()" />
    } @else {
      <zit-loading />
    }
  `,
  styles: `
    :host {
      display: block;
      max-inline-size: 960px;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: var(--zit-2) var(--zit-3);
      max-inline-size: none;
      margin-block: var(--zit-3) 0;
    }
  `,
})
export class ReceivedOfferPage {
  readonly id = input.required<string>();
  readonly offer = input.required<string>();
  private readonly http = inject(ReceivedHttp);
  protected readonly words = receivedWords;
  protected readonly asked = resource({
    params: () => ({ call: this.id(), offer: this.offer() }),
    loader: ({ params: { call, offer } }) => this.http.read(call, offer),
  });
  protected readonly file = computed(() => (this.asked.hasValue() ? this.asked.value() : null));
  /** Frozen by this portal from its own form. */
  protected readonly document = computed(() => (this.file()?.document ?? null) as OfferDocumentFacts | null);
  private readonly hashed = resource({
    params: () => this.file()?.document,
    loader: ({ params }) => factsHash(params),
  });
  protected readonly hash = computed(() => (this.hashed.hasValue() ? this.hashed.value() : null));
  protected readonly title = computed(
    () => this.document()?.contents.basics.title || this.document()?.consortium.title || receivedWords.read,
  );
  protected readonly json = computed(() => ({
    href: receivedFile(this.id(), this.offer()),
    name: receivedWords.jsonName(this.file()?.receiptNumber ?? ''),
  }));
  /** Files as they hung on the offer when it came. */
  protected readonly fileAt = (attachment: string): string => receivedAttachment(this.id(), this.offer(), attachment);
  protected readonly crumbs = computed(() => [
    { name: callListWords.title, link: '/nabory' as string | readonly unknown[] },
    { name: this.document()?.call.number ?? receivedWords.call, link: ['/nabory', this.id()] },
  ]);

  constructor() {
    const page = inject(PageTitle);
    effect(() => page.set(this.title()));
  }

  protected print(): void {
    window.print();
  }
}
