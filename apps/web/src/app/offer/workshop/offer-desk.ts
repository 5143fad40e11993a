import { computed, inject, Injectable, signal } from '@angular/core';
import type { OfferMember, OfferResponse } from '@zit/contracts';
import {
  checkOffer,
  elsewhereFindings,
  itemName,
  OFFER_FORM,
  readSheet,
  sectionStates,
  unreadPaths,
  type OfferAbout,
  type OfferContents,
  type OfferFinding,
  type ServiceInCatalogue,
} from '@zit/domain';
import { offerFormWords } from '@zit/words.pl/offer-form';
import { SessionStore } from '../../session/session-store';
import { SheetStore } from '../../sheet/sheet-store';
import type { SheetShape } from '../../sheet/sheet-words';
import { offerSheet, OfferHttp } from '../offer-http';

/** Form and words of an offer, as the sheet's screens want them. */
export const OFFER_SHAPE = { form: OFFER_FORM, words: offerFormWords };

const SERVICE_CODE = /^services\.list\.[^.]+\.code$/;

/**
 * One open offer: what the server says of it, its sheet, and what the rules say of what stands there right now. All
 * pages of an offer share it.
 */
@Injectable()
export class OfferDesk {
  private readonly http = inject(OfferHttp);
  private readonly session = inject(SessionStore);
  readonly sheet = inject(SheetStore);

  private readonly opened = signal<OfferResponse | null>(null);
  private readonly failed = signal<unknown>(null);

  /** The form, which calls members and services by their names. */
  private readonly shape: SheetShape = { ...OFFER_SHAPE, named: (path, value) => this.named(path, value) };

  readonly offer = this.opened.asReadonly();
  readonly problem = this.failed.asReadonly();

  /** The sheet as one document, with what is typed and not saved yet. */
  readonly contents = computed<OfferContents | null>(() =>
    this.sheet.ready() ? readSheet(OFFER_FORM, this.sheet.sheetValues()) : null,
  );
  /** What the rules need to know beside the sheet. */
  readonly about = computed<OfferAbout | null>(() => {
    const offer = this.offer();
    if (!offer) return null;
    const { call, consortiumId, consortium, members, attachments, papers } = offer;
    const unread = unreadPaths(OFFER_FORM, this.sheet.sheetValues());
    return { call, consortium: { id: consortiumId, title: consortium }, members, attachments, papers, unread };
  });
  /** The same rules as the server's, over what stands on the screen; worst first. */
  readonly findings = computed<readonly OfferFinding[]>(() => {
    const [contents, about] = [this.contents(), this.about()];
    if (!contents || !about) return [];
    const found = checkOffer(contents, about);
    const fails = found.filter(({ verdict }) => verdict === 'fail');
    return [...fails, ...this.elsewhere(), ...found.slice(fails.length)];
  });
  /** What the reader's organisation alone is warned of: it competes with itself. */
  readonly elsewhere = computed<readonly OfferFinding[]>(() => {
    const offer = this.offer();
    return offer ? elsewhereFindings(offer.elsewhere, offer.me) : [];
  });
  readonly fails = computed(() => this.findings().filter(({ verdict }) => verdict === 'fail'));
  /** How each section stands, in the order of the form. */
  readonly standings = computed(() => {
    const [contents, about] = [this.contents(), this.about()];
    return contents && about ? sectionStates(contents, about, this.findings()) : [];
  });
  readonly title = computed(() => this.contents()?.basics.title || (this.offer()?.title ?? ''));
  readonly leader = computed<OfferMember | null>(() => this.offer()?.members[0] ?? null);

  /** Services that this offer adds to the catalogue. */
  readonly additions = computed<readonly ServiceInCatalogue[]>(() =>
    (this.contents()?.services.additions ?? []).flatMap(({ code, name, area, justification }) =>
      code ? [{ code, area: area ?? 'LABOUR_MARKET', pl: name ?? code, justification }] : [],
    ),
  );

  /** Is it up to whom the person acts for? What names no member is the leader's. */
  isOwn({ member }: Pick<OfferFinding, 'member'>): boolean {
    const me = this.offer()?.me;
    return member === undefined ? me?.leads === true : member === me?.member;
  }

  nameOf(member: string): string {
    return this.offer()?.members.find(({ id }) => id === member)?.name ?? '';
  }

  /** Milliseconds by which the server's clock is ahead of the browser's. */
  ahead(): number {
    return this.session.serverNow() - Date.now();
  }

  /** Reads the offer and its sheet; what waits to be saved is kept. */
  async open(id: string): Promise<void> {
    this.failed.set(null);
    if (this.opened()?.id !== id) this.opened.set(null);
    try {
      const [offer] = await Promise.all([this.http.get(id), this.sheet.open(offerSheet(id), this.shape)]);
      this.opened.set(offer);
    } catch (thrown) {
      this.failed.set(thrown);
    }
  }

  /** The offer as an act answered it; the sheet that the act opened or closed is asked at once. */
  async take(offer: OfferResponse): Promise<void> {
    if (this.opened() && this.opened()?.id !== offer.id) return;
    this.opened.set(offer);
    await this.sheet.refresh();
  }

  /** Asks again by itself: deadline, members and loans may have changed. What fails is asked the next time. */
  async look(): Promise<void> {
    const id = this.opened()?.id;
    if (id === undefined) return;
    const offer = await this.http.look(id).catch(() => null);
    if (offer && this.opened()?.id === id) this.opened.set(offer);
  }

  /** Who or what is named at a path by an id or a code; null: nobody here. */
  private named(path: string, value: string): string | null {
    if (SERVICE_CODE.test(path)) return itemName(value, this.additions());
    return this.nameOf(value) || null;
  }
}
