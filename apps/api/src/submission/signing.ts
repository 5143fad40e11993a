import type { Confirmation, MemberSigning, OfferResponse, OfferSigning } from '@zit/contracts';
import {
  checkOffer,
  coverDifferences,
  inWarsaw,
  promisesMoney,
  signOff,
  type Instant,
  type OfferDocumentFacts,
  type OfferFinding,
} from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { notFound } from '../http/problem-error';
import type { DocumentNow } from './document-now';

interface ConfirmationRow {
  id: string;
  memberId: string;
  personId: string;
  capacity: 'SIGNER' | 'TREASURER';
  person: string;
  office: string;
  sha256: string;
  coverSha256: string;
  at: Instant;
}

// The newest of each person: what they confirmed before is void, or said again.
const CONFIRMATIONS = `
  select distinct on (member_id, person_id, capacity) id, member_id as "memberId", person_id as "personId", capacity,
    person, office, sha256, cover_sha256 as "coverSha256",
    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
  from offer_confirmation where offer_id = $1 and revoked_at is null
  order by member_id, person_id, capacity, at desc, id`;

/** Who confirmed what stands now, what is missing, and what stands in the way. */
export interface SigningState {
  members: MemberSigning[];
  /** Findings that stand in the way, worst first. */
  inTheWay: OfferFinding[];
  unsigned: number;
  /** What stands now was kept when somebody confirmed it. */
  kept: boolean;
}

/** @param day instant whose day in Poland counts for who represents whom */
export async function signingOf(
  manager: EntityManager,
  personId: string,
  offer: OfferResponse,
  now: DocumentNow,
  day: Instant,
): Promise<SigningState> {
  const rows = await manager.query<ConfirmationRow[]>(CONFIRMATIONS, [offer.id]);
  const said = new Texts(manager, offer.id);
  const today = inWarsaw(day).date;
  const members: MemberSigning[] = [];
  for (const { id, name } of offer.members) members.push(await ofMember(id, name));
  const inTheWay = checkOffer(now.contents, now.about).filter(({ verdict }) => verdict === 'fail');
  const unsigned = members.filter(({ complete }) => !complete).length;
  return { members, inTheWay, unsigned, kept: rows.some(({ sha256 }) => sha256 === now.sha256) };

  async function ofMember(member: string, name: string): Promise<MemberSigning> {
    const cover = now.coverSha256(member);
    const own = rows.filter(({ memberId }) => memberId === member);
    const holding = own.filter(({ coverSha256 }) => coverSha256 === cover);
    const facts = now.document.members.find(({ id }) => id === member);
    const confirmed = holding.map(({ person, capacity }) => ({ name: person, capacity }));
    const state = facts
      ? signOff(facts, today, confirmed, promisesMoney(now.contents, member))
      : { complete: false, missing: null };
    const confirmations: Confirmation[] = [];
    for (const row of own) {
      const holds = row.coverSha256 === cover;
      const changed = holds ? [] : coverDifferences(await said.of(row.sha256), now.document, member);
      const { id, capacity, person, office, sha256: seen, at } = row;
      const mine = row.personId === personId;
      confirmations.push({ id, capacity, mine, person, function: office, at, sha256: seen, holds, changed });
    }
    return { member, name, ...state, confirmations };
  }
}

export async function readSigning(
  manager: EntityManager,
  personId: string,
  offer: OfferResponse,
  now: DocumentNow,
): Promise<OfferSigning> {
  const { members, inTheWay, unsigned } = await signingOf(manager, personId, offer, now, offer.serverTime);
  return {
    sha256: now.sha256,
    rev: now.rev,
    members,
    ready: inTheWay.length === 0 && unsigned === 0,
    blocking: inTheWay.length,
    serverTime: offer.serverTime,
  };
}

/** Documents that were confirmed, each read once. */
class Texts {
  private readonly read = new Map<string, OfferDocumentFacts>();

  constructor(
    private readonly manager: EntityManager,
    private readonly offerId: string,
  ) {}

  async of(hash: string): Promise<OfferDocumentFacts> {
    const known = this.read.get(hash);
    if (known) return known;
    const found = await readContent(this.manager, this.offerId, hash);
    this.read.set(hash, found);
    return found;
  }
}

/** A document as it was confirmed or received. @throws 404: a conflict declared meanwhile has taken it out of sight */
export async function readContent(manager: EntityManager, offerId: string, hash: string): Promise<OfferDocumentFacts> {
  const [row] = await manager.query<{ contents: string }[]>(
    'select contents from offer_content where offer_id = $1 and sha256 = $2',
    [offerId, hash],
  );
  if (!row) throw notFound();
  return JSON.parse(row.contents) as OfferDocumentFacts;
}

/** Keeps a document for ever; the same one is kept once. */
export async function keepContent(manager: EntityManager, offerId: string, now: DocumentNow): Promise<void> {
  await manager.query(
    'insert into offer_content (offer_id, sha256, contents) values ($1, $2, $3) on conflict do nothing',
    [offerId, now.sha256, now.text],
  );
}
