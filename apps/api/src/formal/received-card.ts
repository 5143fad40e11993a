import {
  coverOf,
  findingsReceived,
  formalCard,
  inWarsaw,
  OFFER_FORM,
  promisesMoney,
  signOff,
  type FormalCardItem,
  type FormalReceipt,
  type Instant,
  type LocalDate,
  type OfferCallFacts,
  type OfferDocumentFacts,
  type RuleSet,
  type SignedBy,
} from '@zit/domain';
import { formalRoomWords as words } from '@zit/words.pl/formal-room';
import type { EntityManager } from 'typeorm';
import type { Frozen } from '../call/edition';
import { utc } from '../database/instant-text';
import { sha256 } from '../journal/sha256';
import { AS_IT_CAME } from '../submission/as-it-came';

/** A standing receipt whose card is to be computed. */
export interface ReceivedRow {
  offerId: string;
  callId: string;
  number: string;
  /** It answers a call for correction: late is what came first, and its deadline is that of the call. */
  corrects: boolean;
  receivedAt: Instant;
  deadlineAt: Instant;
  lateMs: number;
  sha256: string;
  /** Canonical JSON of what was received. */
  text: string;
  teryt: string;
  /** The edition that the offer names, and the one that was in force when it came. */
  edition: string;
  editionSha256: string;
  inForceSha256: string;
  ruleSet: RuleSet;
  otherOffer: string | null;
  recommendation: FormalReceipt['recommendation'];
  papers: { number: string; issuedOn: LocalDate }[];
  confirmations: { member: string; name: string; capacity: SignedBy['capacity']; cover: string }[];
}

/** Standing receipts of opened calls that have no card yet, a bounded number, in the order in which they came. */
export const readUnchecked = (manager: EntityManager, atMost: number): Promise<ReceivedRow[]> =>
  manager.query<ReceivedRow[]>(UNCHECKED, [atMost]);

const UNCHECKED = `
  select s.offer_id as "offerId", s.call_id as "callId", s.number, ${utc('r.received_at')} as "receivedAt",
    r.kind = 'CURE' as corrects, ${utc('b.deadline_at')} as "deadlineAt", b.late_ms::float8 as "lateMs", r.sha256, k.contents as text, c.teryt,
    e.contents as edition, e.sha256 as "editionSha256",
    (select f.sha256 from call_edition f where f.call_id = s.call_id and f.published_at <= r.received_at
      order by f.no desc limit 1) as "inForceSha256",
    (select rules from rule_set where version = e.contents::json #>> '{contents,rules,ruleSet}') as "ruleSet",
    (select x.number from offer_standing x
      where x.call_id = s.call_id and x.leader_id = s.leader_id and x.offer_id <> s.offer_id limit 1) as "otherOffer",
    (select coalesce(verdict, 'ABSENT') from recommendation q where q.offer_id = s.offer_id and q.withdrawn_at is null)
      as recommendation,
    (select coalesce(json_agg(json_build_object('number', d.number, 'issuedOn', d.date)), '[]') from document d
      where d.consortium_id = o.consortium_id and d.number is not null) as papers,
    (select coalesce(json_agg(json_build_object('member', w.member_id, 'name', w.person, 'capacity', w.capacity,
        'cover', w.cover_sha256)), '[]')
      from (select distinct on (member_id, person_id, capacity) * from offer_confirmation n
        where n.offer_id = s.offer_id and n.at <= r.received_at and (n.revoked_at is null or n.revoked_at > r.received_at)
        order by member_id, person_id, capacity, at desc, id) w) as confirmations
  from call_opening p
  join call c on c.id = p.call_id
  join offer_standing s on s.call_id = p.call_id
  join offer o on o.id = s.offer_id
  join offer_receipt r on r.number = s.number
  ${AS_IT_CAME}
  join offer_content k on k.offer_id = r.offer_id and k.sha256 = r.sha256
  join call_edition e on e.call_id = s.call_id and e.no = (k.contents::json #>> '{call,edition}')::int
  left join formal_card f on f.offer_id = s.offer_id
  where f.offer_id is null or f.receipt_number <> s.number
  order by r.call_id, r.no limit $1`;

/** What the portal answers by itself of an offer, from what was received and never from a draft. */
export function computedCard(row: ReceivedRow): FormalCardItem[] {
  const document = JSON.parse(row.text) as OfferDocumentFacts;
  const issuedOn = new Map(row.papers.map((paper) => [paper.number, paper.issuedOn]));
  const findings = findingsReceived(document, callOf(row), issuedOn);
  return formalCard(findings, {
    lateMs: row.lateMs,
    admitted: false,
    rightForm: document.form === OFFER_FORM.version && document.call.sha256 === row.inForceSha256,
    unsigned: unsigned(document, row),
    otherOffer: row.otherOffer,
    unchanged: sha256(row.text) === row.sha256,
    recommendation: row.recommendation,
  });
}

function callOf({ edition, editionSha256, teryt, ruleSet, deadlineAt }: ReceivedRow): OfferCallFacts {
  const frozen = JSON.parse(edition) as Frozen;
  const { capGrosze, periodFrom, periodTo, legalRegime, memberSectors } = frozen.contents.basics;
  return {
    ...{ number: frozen.number, edition: frozen.edition, sha256: editionSha256, teryt, ruleSet, deadlineAt },
    ...{ capGrosze, periodFrom, periodTo, legalRegime, memberSectors: [...(memberSectors ?? [])] },
  };
}

/** What each member's confirmations lacked when the offer came. */
function unsigned(document: OfferDocumentFacts, { confirmations, receivedAt }: ReceivedRow): string[] {
  const today = inWarsaw(receivedAt).date;
  return document.members.flatMap((member) => {
    const cover = sha256(coverOf(document, member.id));
    const signed = confirmations.filter((each) => each.member === member.id && each.cover === cover);
    const { missing } = signOff(member, today, signed, promisesMoney(document.contents, member.id));
    return missing === null ? [] : [words.unsigned(member.name, missing)];
  });
}
