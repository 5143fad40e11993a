import { randomUUID } from 'node:crypto';
import { canonicalJson } from '@zit/domain';
import { sopotFacts } from '@zit/sample';
import type { ConsortiumRecord } from '../consortium/read-consortium';
import { draftFacts, frozen, sha256 } from './frozen-facts';

const draft = (copies: number) =>
  ({
    kind: 'LETTER_OF_INTENT',
    memberId: null,
    date: '2015-06-20',
    place: 'Sopot',
    copies,
    validUntil: null,
    note: null,
  }) as const;

const recordOf = (lines: number): ConsortiumRecord => {
  const facts = sopotFacts();
  const [line] = facts.lines ?? [];
  const more = Array.from({ length: lines }, (_, at) => ({ ...line, no: `L${at}`, id: randomUUID(), version: 1 }));
  return { ...facts, lines: more } as unknown as ConsortiumRecord;
};

describe('facts in their one form', () => {
  it('are the canonical JSON, however they were put together', () => {
    const facts = draftFacts(draft(3), recordOf(16));
    expect(frozen(facts)).toEqual({ text: canonicalJson(facts), sha256: sha256(canonicalJson(facts)) });
    const numbered = { ...facts, number: 'LI/2264/2015/01' };
    expect(frozen(numbered).text).toBe(canonicalJson(numbered));
  });

  it('of a hundred drafts write the consortium once', () => {
    let readings = 0;
    const centre = {
      get name() {
        readings++;
        return 'Sopot';
      },
    };
    const record = { ...recordOf(16), centre } as unknown as ConsortiumRecord;
    const hashes = new Set([frozen(draftFacts(draft(1), record)).sha256]);
    const once = readings;
    for (let copies = 2; copies <= 100; copies++) hashes.add(frozen(draftFacts(draft(copies), record)).sha256);
    expect(hashes.size).toBe(100);
    expect([once > 0, readings]).toEqual([true, once]);
  });
});
