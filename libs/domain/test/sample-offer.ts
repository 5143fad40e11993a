import { factsOfSample, type SampleConsortium } from '@zit/sample';
import { OMT_2014 } from '../src/rules/rule-set';
import type { OfferAbout } from '../src/offer/offer-about';

/** Ids that look like those of the portal, from 1. */
export function counter(from = 1): () => string {
  let last = from - 1;
  return () => `0fe50000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`;
}

const keys: string[] = [];

/** The id of a member by the key of its organisation. */
export function memberId(key: string): string {
  if (!keys.includes(key)) keys.push(key);
  return `3e3be500-0000-4000-8000-${String(keys.indexOf(key) + 1).padStart(12, '0')}`;
}

/** What stands around the offer of a sample consortium. */
export function aboutOf(consortium: SampleConsortium): OfferAbout {
  const { members, title } = factsOfSample(consortium);
  return {
    call: {
      number: 'LC/2264/2015/01',
      edition: 1,
      sha256: 'c'.repeat(64),
      teryt: consortium.centre.teryt,
      capGrosze: 33_000_000,
      periodFrom: '2015-07-01',
      periodTo: '2016-06-30',
      legalRegime: 'OWN_REGULATIONS',
      memberSectors: ['NGO', 'JST', 'BUSINESS'],
      ruleSet: OMT_2014,
      deadlineAt: '2015-03-31T13:30:00.000Z',
    },
    consortium: { id: counter(900)(), title },
    members: members.map((member) => ({ ...member, id: memberId(member.id), organisationId: memberId(member.id) })),
    attachments: [],
    papers: [
      { kind: 'LETTER_OF_INTENT', number: 'LI/1', sha256: 'a'.repeat(64), issuedOn: '2015-03-05' },
      { kind: 'LETTER_OF_CONFIRMATION', number: 'LP/1', sha256: 'b'.repeat(64), issuedOn: '2015-03-06' },
    ],
    unread: [],
  };
}
