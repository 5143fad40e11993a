import { canonicalJson } from '../document/canonical-json';
import type { MemberFacts } from '../consortium/facts';
import type { Representation } from '../organisation/representation';
import { OFFER_FORM } from './offer-form';
import type { OfferAbout, OfferAttachmentFacts, OfferContents, OfferMemberFacts, OfferPaperFacts } from './offer-about';
import { offerFacts } from './offer-facts';

/** Everything of an offer that is confirmed, handed in and checked; its canonical JSON is hashed (decision 12). */
export interface OfferDocumentFacts {
  /** Version of the form. */
  form: string;
  offerId: string;
  call: { number: string; edition: number; sha256: string };
  consortium: { id: string; title: string };
  /** The leader first, then by id; without contacts, and without the tasks of the consortium's rooms. */
  members: OfferMemberFacts[];
  contents: OfferContents;
  /** By id. */
  attachments: OfferAttachmentFacts[];
  /** By kind and number. */
  papers: Pick<OfferPaperFacts, 'kind' | 'number' | 'sha256'>[];
}

/** The one document of an offer: what the sheet says, what the register says of the members, and what hangs on it. */
export function offerDocument(offerId: string, contents: OfferContents, about: OfferAbout): OfferDocumentFacts {
  const { call, consortium } = about;
  const facts = new Map(offerFacts(contents, about).members.map((member) => [member.id, member]));
  return {
    form: OFFER_FORM.version,
    offerId,
    call: { number: call.number, edition: call.edition, sha256: call.sha256 },
    consortium: { id: consortium.id, title: consortium.title },
    members: [...about.members]
      .sort((a, b) => byRole(a) - byRole(b) || compare(a.id, b.id))
      .map((member) => confirmed(member, facts.get(member.id) ?? member)),
    contents,
    attachments: [...about.attachments].sort((a, b) => compare(a.id, b.id)).map(attachment),
    papers: [...about.papers]
      .sort((a, b) => compare(a.kind, b.kind) || compare(a.number, b.number) || compare(a.sha256, b.sha256))
      .map(({ kind, number, sha256 }) => ({ kind, number, sha256 })),
  };
}

/**
 * Canonical JSON of what a confirmation of that member covers: the common part and its own; the leader's is all.
 * `write`: one `canonicalWriter` for the covers of several members writes their common parts once.
 */
export function coverOf(document: OfferDocumentFacts, member: string, write = canonicalJson): string {
  return write(coverPart(document, member));
}

/** The document as a confirmation of one member covers it; `parties`: who belongs to the consortium, whoever asks. */
export type OfferCover = OfferDocumentFacts & {
  parties: Pick<OfferMemberFacts, 'id' | 'organisationId' | 'role' | 'votes'>[];
};

/**
 * The document as a confirmation of that member covers it: what is other members' own is left out, their entries of the
 * register too. What belongs to no present member is the leader's, so it is in every cover.
 */
export function coverPart(document: OfferDocumentFacts, member: string): OfferCover {
  const { members, attachments, contents } = document;
  const leads = members.some(({ id, role }) => id === member && role === 'LEADER');
  const parties = members
    .map(({ id, organisationId, role, votes }) => ({ id, organisationId, role, votes }))
    .sort((a, b) => compare(a.id, b.id));
  if (leads) return { ...document, parties };
  const others = new Set(members.map(({ id }) => id).filter((id) => id !== member));
  return {
    ...document,
    parties,
    members: members.filter(({ id }) => id === member),
    contents: contentsOf(contents, (owner) => owner === null || !others.has(owner)),
    attachments: attachments.filter((each) => !others.has(each.member)),
  };
}

/** Leaves of the document in order, each with its canonical JSON; an item of a list goes by its id. */
export function digestPaths(document: OfferDocumentFacts): [path: string, canonical: string][] {
  const found: Leaf[] = [];
  for (const [name, value] of Object.entries(document)) addLeaves(found, name, value);
  return found;
}

type Leaf = [path: string, canonical: string];

function addLeaves(found: Leaf[], path: string, value: unknown): void {
  if (Array.isArray(value)) addList(found, path, value);
  else if (typeof value !== 'object' || value === null) found.push([path, canonicalJson(value)]);
  else addMembers(found, path, value as Record<string, unknown>);
}

function addMembers(found: Leaf[], path: string, of: Record<string, unknown>): void {
  for (const name of Object.keys(of).sort()) {
    if (of[name] !== undefined) addLeaves(found, `${path}.${name}`, of[name]);
  }
}

/** The order is a leaf of its own: it would otherwise change unseen. */
function addList(found: Leaf[], path: string, list: readonly unknown[]): void {
  if (!list.every((item) => typeof item === 'object' && item !== null)) {
    found.push([path, canonicalJson(list)]);
    return;
  }
  const keys = list.map((item, index) => ('id' in item && typeof item.id === 'string' ? item.id : String(index)));
  found.push([path, canonicalJson(keys)]);
  for (const [index, item] of list.entries()) addLeaves(found, `${path}.${keys[index]}`, item);
}

type Lists = Record<string, { of?: 'MEMBER' | 'EACH_MEMBER' }>;

/** Keeps the items whose owner is wanted; null: of no member. */
export function contentsOf(contents: OfferContents, wanted: (owner: string | null) => boolean): OfferContents {
  const sections = Object.entries(OFFER_FORM.sections).map(([name, { lists }]) => {
    const section = contents[name as keyof OfferContents] as Record<string, unknown>;
    // As it is, so that whoever writes it twice can know it again.
    if (!Object.values(lists as Lists).some(({ of }) => of !== undefined)) return [name, section];
    const kept = Object.entries(lists as Lists)
      .filter(([, { of }]) => of !== undefined)
      .map(([list, { of }]) => {
        const items = section[list] as { id: string; member?: string | null }[];
        return [list, items.filter((item) => wanted(of === 'EACH_MEMBER' ? item.id : (item.member ?? null)))];
      });
    return [name, { ...section, ...Object.fromEntries(kept) }];
  });
  return Object.fromEntries(sections) as OfferContents;
}

/** Named one by one: nothing that a caller carries besides gets into what is hashed. */
function confirmed({ id, organisationId }: OfferMemberFacts, facts: MemberFacts): OfferMemberFacts {
  const { name, sector, role, legalForm, nip, regon, krs, unitOfNip, address, seatTeryt, votes } = facts;
  const { similarProjects3y, turnoverGrosze, declaredCashGrosze, declaredInKindGrosze } = facts;
  return {
    ...{ id, organisationId, name, sector, role, legalForm, nip, regon, krs, unitOfNip, address, seatTeryt, votes },
    ...{ similarProjects3y, turnoverGrosze, declaredCashGrosze, declaredInKindGrosze },
    representation: facts.representation.map(entry).sort((a, b) => compare(canonicalJson(a), canonicalJson(b))),
    ...{ email: null, phone: null, tasks: [] },
  };
}

const entry = ({ person, function: office, mode, validFrom, validTo, evidence }: Representation): Representation => ({
  person,
  function: office,
  mode,
  validFrom: validFrom ?? null,
  validTo: validTo ?? null,
  evidence: evidence ?? null,
});

const attachment = (each: OfferAttachmentFacts): OfferAttachmentFacts => {
  const { id, member, name, about, mediaType, size, sha256 } = each;
  return { id, member, name, about, mediaType, size, sha256 };
};

const byRole = ({ role }: OfferMemberFacts): number => (role === 'LEADER' ? 0 : 1);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
