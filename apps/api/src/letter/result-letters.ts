import type { ResultVersion } from '@zit/contracts';
import type { OfferLetterFacts, OfferLetterKind } from '@zit/documents/builders/offer-letter';
import {
  dayAfter,
  formatDatePl,
  formatGrosze,
  inWarsaw,
  publishedMean,
  REASONS_DAYS,
  type RankingRow,
  type ResultDocument,
} from '@zit/domain';
import { answerWords as words } from '@zit/words.pl/answers';
import type { EntityManager } from 'typeorm';
import { newestEdition } from '../call/edition';
import type { CallRecord } from '../call/open-call';
import type { Settings } from '../http/settings';
import type { SignedIn } from '../http/signed-in';
import { pageAt } from '../mail/link-to';
import { AS_IT_CAME } from '../submission/as-it-came';
import { sendOfferLetter } from './send-offer-letter';

/** Who handed in what: as its receipt and the content that was received say it. */
export interface StandingOffer {
  offerId: string;
  number: string;
  title: string;
  recipient: { name: string; address: string | null };
  late: boolean;
}

const STANDING = `
  select s.offer_id as "offerId", s.number,
    coalesce(k.contents #>> '{contents,basics,title}', k.contents #>> '{consortium,title}', '') as title,
    json_build_object(
      'name', coalesce(r.receipt::json ->> 'leader', k.contents #>> '{consortium,title}', ''),
      'address', (select m ->> 'address' from json_array_elements(k.contents -> 'members') m
        where m ->> 'role' = 'LEADER' limit 1)) as recipient,
    b.late_ms > 0 and not exists (select from offer_admission a where a.receipt_number = b.number) as late
  from offer_standing s
  join offer_receipt r on r.number = s.number ${AS_IT_CAME}
  join lateral (select c.contents::json as contents from offer_content c
    where c.offer_id = r.offer_id and c.sha256 = r.sha256) k on true
  where s.call_id = $1 and ($2::uuid is null or s.offer_id = $2) order by r.no`;

/** Offers of a call that stand and are in sight. @param offerId only this one */
export const standingOffers = (
  manager: EntityManager,
  callId: string,
  offerId: string | null = null,
): Promise<StandingOffer[]> => manager.query<StandingOffer[]>(STANDING, [callId, offerId]);

/** A result as it was published. */
export interface Published {
  version: ResultVersion & { publishedAt: string };
  document: ResultDocument;
}

/** Tells everybody who handed in, in the transaction of the publication. */
export async function sendResultLetters(
  manager: EntityManager,
  who: SignedIn,
  settings: Settings,
  call: CallRecord,
  published: Published,
): Promise<number> {
  const edition = await newestEdition(manager, call.id);
  const appealDays = edition?.contents.rules.appealDays ?? null;
  const link = pageAt(settings, `/ogloszenia/${call.slug ?? ''}/wynik`);
  const offers = await standingOffers(manager, call.id);
  const { date } = inWarsaw(published.version.publishedAt);
  for (const offer of offers) {
    const row = published.document.ranking.find((each) => each.offer === offer.number);
    if (!row) continue;
    const facts: OfferLetterFacts = {
      kind: KINDS[row.status],
      ...{ date, callNumber: call.number ?? '', callTitle: call.title },
      ...{ recipient: offer.recipient, offerTitle: offer.title, receiptNumber: offer.number },
      ...toldOf(call, published, row, offer),
      instruction: instructionOf(published, appealDays, link),
    };
    await sendOfferLetter(manager, who, settings, {
      ...{ callId: call.id, offerId: offer.offerId, facts, resultNo: published.version.no },
    });
  }
  return offers.length;
}

const KINDS = {
  selected: 'SELECTED',
  reserve: 'RESERVE',
  'below-threshold': 'BELOW',
  rejected: 'REJECTED_RESULT',
  // Holds a ranking up, so it is never published.
  undecided: 'RESERVE',
} as const satisfies Record<RankingRow['status'], OfferLetterKind>;

function toldOf(
  call: CallRecord,
  { version, document }: Published,
  row: RankingRow,
  offer: StandingOffer,
): Pick<OfferLetterFacts, 'paragraphs' | 'rows' | 'points' | 'reasons'> {
  const { no, replacesNo, reason } = version;
  const told = words.told[KINDS[row.status]](call.number ?? '', document.rules.threshold.replace('.', ','));
  const rejected = offer.late ? words.rejectedLate(offer.number) : words.rejectedFormal(offer.number);
  return {
    paragraphs: [told, ...(replacesNo === null ? [] : [words.replaces(no, replacesNo, reason ?? '')])],
    rows: rowsOf({ version, document }, row),
    points: row.status === 'rejected' ? [] : pointsOf(document, row.offer),
    reasons: [row.status === 'rejected' ? rejected : `${row.because}.`.replace(/\.\.$/, '.')],
  };
}

/** What stands in two columns about one offer. */
export function rowsOf({ version, document }: Published, row: RankingRow): OfferLetterFacts['rows'] {
  const places = document.ranking.filter(({ place }) => place !== null).length;
  const zit = document.offers[row.offer]?.zitGrosze ?? 0;
  const { rows } = words;
  return [
    { label: rows.status, value: words.status[row.status] },
    ...(row.place === null ? [] : [{ label: rows.place, value: rows.placeOf(row.place, places) }]),
    ...(row.shown === null ? [] : [{ label: rows.points, value: row.shown }]),
    { label: rows.zit, value: `${formatGrosze(zit)}\u00a0zł` },
    { label: rows.published, value: formatDatePl(inWarsaw(version.publishedAt).date) },
    { label: rows.approved, value: version.basis ?? '' },
    ...(version.no > 1 ? [{ label: rows.version, value: String(version.no) }] : []),
  ];
}

/** Means by criterion, as they are shown. */
export const pointsOf = (document: ResultDocument, offer: string): NonNullable<OfferLetterFacts['points']> =>
  document.rules.criteria.flatMap(({ code, name, weight }) => {
    const mean = publishedMean(document, offer, code);
    return mean === null ? [] : [{ criterion: `${code} ${name}`, weight, mean }];
  });

/** What may be done now, and until when. */
function instructionOf({ version }: Published, appealDays: number | null, link: string): string[] {
  const { date } = inWarsaw(version.publishedAt);
  const lastDay = (days: number): string => dayAfter(version.publishedAt, date, days).lastDay;
  return [
    words.mayAsk(lastDay(REASONS_DAYS)),
    appealDays === null ? words.noAppeal : words.mayAppeal(appealDays, lastDay(appealDays)),
    words.mayCheck(link),
  ];
}
