import { createHash } from 'node:crypto';
import type { BudgetLineResponse, MemberResponse } from '@zit/contracts';
import { TEMPLATE_VERSIONS } from '@zit/documents/builders/template-versions';
import {
  canonicalJson,
  type BudgetLine,
  type ConsortiumFacts,
  type DocumentFacts,
  type MemberFacts,
} from '@zit/domain';
import type { ConsortiumRecord } from '../consortium/read-consortium';
import type { DocumentRow } from './document.row';

type Draft = Pick<DocumentRow, 'kind' | 'memberId' | 'date' | 'place' | 'copies' | 'validUntil' | 'note'>;

/** The facts of a draft from the consortium as it stands; `number` comes with the issue. */
export const draftFacts = (draft: Draft, consortium: ConsortiumRecord): DocumentFacts => ({
  kind: draft.kind,
  templateVersion: TEMPLATE_VERSIONS[draft.kind].version,
  number: null,
  date: draft.date,
  place: draft.place,
  copies: draft.copies,
  validUntil: draft.validUntil,
  note: draft.note,
  memberId: draft.memberId,
  consortium: once(factsByRecord, consortium, factsOf),
  ruleSet: consortium.ruleSet,
});

/** What rules and papers are about, without row identities and versions: saving the same again changes no paper. */
export const factsOf = (record: ConsortiumRecord): ConsortiumFacts => ({
  title: record.title,
  centre: record.centre,
  period: record.period,
  legalRegime: record.legalRegime,
  capGrosze: record.capGrosze,
  declared: record.declared,
  members: record.members.map(memberFacts),
  lines: record.lines.map(lineFacts),
  services: record.services,
  targetGroups: record.targetGroups,
  distinctPersons: record.distinctPersons,
  servicePoints: record.servicePoints,
  catalogueAdditions: record.catalogueAdditions,
  letterOfIntentSignedOn: record.letterOfIntentSignedOn,
});

/**
 * Facts in the one canonical form, with their SHA-256 in hex. The consortium, with its up to 5 000 lines, is the same
 * object in all drafts of a list and is written once for all of them; its place comes from writing the rest around it.
 */
export function frozen(facts: DocumentFacts): { text: string; sha256: string } {
  const around = canonicalJson({ ...facts, consortium: null });
  const consortium = once(textByFacts, facts.consortium, canonicalJson);
  const text = around.replace('"consortium":null', () => `"consortium":${consortium}`);
  return { text, sha256: sha256(text) };
}

const factsByRecord = new WeakMap<ConsortiumRecord, ConsortiumFacts>();
const textByFacts = new WeakMap<ConsortiumFacts, string>();

/** What was made of an object that nobody changes any more. */
function once<From extends object, To>(made: WeakMap<From, To>, from: From, make: (from: From) => To): To {
  const to = made.get(from) ?? make(from);
  made.set(from, to);
  return to;
}

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

const memberFacts = ({ organisationId: _, version: __, ...facts }: MemberResponse): MemberFacts => facts;
const lineFacts = ({ id: _, version: __, ...facts }: BudgetLineResponse): BudgetLine => facts;
