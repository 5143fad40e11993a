import { computed, DestroyRef, effect, inject, Injectable, resource, signal, untracked } from '@angular/core';
import type { OfferSigning } from '@zit/contracts';
import { canonicalJson, coverDifferences, offerDocument, type OfferDocumentFacts } from '@zit/domain';
import { factsHash } from '../../document/facts-hash';
import { SubmissionHttp } from '../submit/submission-http';
import { OfferDesk } from '../workshop/offer-desk';

/** How often an open page asks who else has confirmed meanwhile. */
const LOOK_MS = 10_000;
/** A change of another reaches page and server a moment apart; then both are asked again. */
const AGREE_AFTER_MS = 1_000;
const TRIES = 8;

/**
 * The content of an offer as it is confirmed and handed in, put together on this page from what the page shows, with
 * its SHA-256 worked out here; and what the server says of the same content. Provide it with the page.
 */
@Injectable()
export class OfferSeal {
  private readonly http = inject(SubmissionHttp);
  private readonly desk = inject(OfferDesk);

  readonly document = computed<OfferDocumentFacts | null>(() => {
    const [offer, contents, about] = [this.desk.offer(), this.desk.contents(), this.desk.about()];
    return offer && contents && about ? offerDocument(offer.id, contents, about) : null;
  });
  private readonly text = computed(() => {
    const document = this.document();
    return document ? canonicalJson(document) : null;
  });
  /** Null also where the browser cannot work it out: a page served without encryption. */
  private readonly hash = resource({
    params: () => this.text() ?? undefined,
    loader: ({ params }) => factsHash(JSON.parse(params)),
  });
  readonly ownHash = computed(() => (this.hash.hasValue() ? this.hash.value() : null));

  private readonly said = signal<OfferSigning | null>(null);
  private readonly failed = signal<unknown>(null);
  readonly signing = this.said.asReadonly();
  readonly problem = this.failed.asReadonly();
  /** The page has worked the hash out by itself, and it is the server's. */
  readonly proven = computed(() => this.ownHash() !== null && this.ownHash() === this.said()?.sha256);
  /** What this page shows is what the server would take now. */
  readonly agreed = computed(() => {
    const cannot = !this.hash.isLoading() && this.hash.hasValue() && this.hash.value() === null;
    return this.said() !== null && (cannot || this.proven());
  });
  /** Page and server have not agreed for long: somebody writes all the time, or one of them is wrong. */
  readonly unsettled = signal(false);

  private settling = false;
  private gone = false;

  /** What the reader saw when the page opened. */
  private readonly seen = signal<OfferDocumentFacts | null>(null);
  /** What somebody changed since then, of the part that the reader's organisation answers for. */
  readonly changes = computed(() => {
    const [seen, now] = [this.seen(), this.document()];
    return seen && now && seen !== now ? coverDifferences(seen, now, this.desk.offer()?.me.member ?? '') : [];
  });

  constructor() {
    effect(() => {
      const document = this.document();
      if (document && this.agreed() && untracked(this.seen) === null) this.seen.set(document);
    });
    effect(() => {
      const [own, said] = [this.ownHash(), this.said()];
      if (own !== null && said !== null && own !== said.sha256) untracked(() => void this.settle());
    });
    const looking = setInterval(() => document.visibilityState === 'visible' && void this.look(), LOOK_MS);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(looking);
      this.gone = true;
    });
    void this.load();
  }

  async load(): Promise<void> {
    this.unsettled.set(false);
    this.failed.set(null);
    try {
      this.said.set(await this.http.signing(this.id()));
    } catch (thrown) {
      this.failed.set(thrown);
    }
  }

  /** What an act answered; what stands on the page now is what its person has decided on. */
  take(signing: OfferSigning): void {
    this.said.set(signing);
    this.seen.set(this.document());
  }

  /** After a refusal: page and server are asked anew. */
  async refresh(): Promise<void> {
    await Promise.all([this.desk.look(), this.desk.sheet.refresh(), this.load()]);
  }

  /** Asks both sides until they agree. */
  private async settle(): Promise<void> {
    if (this.settling) return;
    this.settling = true;
    for (let tries = 0; tries < TRIES && !this.gone && !this.agreed(); tries += 1) {
      await this.look();
      if (this.agreed()) break;
      await Promise.all([this.desk.look(), this.desk.sheet.refresh()]);
      await new Promise((done) => setTimeout(done, AGREE_AFTER_MS));
    }
    this.unsettled.set(!this.agreed());
    this.settling = false;
  }

  private async look(): Promise<void> {
    const signing = await this.http.lookAtSigning(this.id()).catch(() => null);
    if (signing) this.said.set(signing);
  }

  private id(): string {
    return this.desk.offer()?.id ?? '';
  }
}
