import { createHash } from 'node:crypto';
import { readRankingCase, resultFile, type RankingCall } from '@zit/domain';
import { sopotCase } from '@zit/sample';
import type { MinutesFacts } from '../src/builders/minutes';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const NAMES: Readonly<Record<string, string>> = {
  K1: 'zgodność ze wskaźnikami projektu i diagnozą',
  K2: 'jakość i komplementarność usług',
  K3: 'potencjał i doświadczenie lidera i partnerów',
  K4: 'skład partnerstwa i międzysektorowość',
  K5: 'zasadność budżetu i wkład własny',
  K6: 'lokalizacja',
  K7: 'rekomendacja rady organizacji pozarządowych',
};

/** The minutes of the Sopot case (F.4); `change`: another call. */
export function sopotMinutes(
  more: Partial<MinutesFacts> = {},
  change: (call: RankingCall) => RankingCall = (call) => call,
): MinutesFacts {
  const read = readRankingCase(sopotCase);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const { file } = resultFile(
    change(read.value),
    {
      call: { number: 'LC/2264/2015/01', title: null, teryt: '2264011', edition: 1, sha256: 'c'.repeat(64) },
      ruleSet: 'OMT-2014/1',
      criteria: NAMES,
      titles: { A: 'Kompas Sopocki', B: 'Nowy Kurs', C: 'Sopot Razem' },
      ...{ software: 'zit-portal 0.1.0', frozenAt: '2015-04-20T10:00:00.000Z' },
    },
    sha256,
  );
  if (!file) throw new Error('the case has no ranking');
  return {
    number: 'PK/2264/2015/01',
    callTitle: 'Lokalne Centrum w Sopocie',
    basis: 'Uchwała nr 3/2015 partnerstwa lokalnego z dnia 16 lutego 2015 r.',
    place: 'Sopot',
    began: '2015-04-20T08:00:00.000Z',
    ended: '2015-04-20T10:30:00.000Z',
    commission: [
      { name: 'Oceniający S1', office: 'CHAIR', present: true },
      { name: 'Oceniający S2', office: 'SECRETARY', present: true },
      { name: 'Oceniający S3', office: 'MEMBER', present: true },
      { name: 'Oceniający S4', office: 'MEMBER', present: false },
    ],
    exclusions: [{ person: 'Oceniający S4', offer: 'B', reason: 'do 2014 r. skarbnik lidera' }],
    offers: [
      { offer: 'A', title: 'Kompas Sopocki', consortium: 'Kompas Sopocki', late: false, rejection: null },
      { offer: 'B', title: 'Nowy Kurs', consortium: 'Nowy Kurs', late: false, rejection: null },
      { offer: 'C', title: 'Sopot Razem', consortium: 'Sopot Razem', late: false, rejection: null },
      { offer: 'D', title: 'Po terminie', consortium: 'Po terminie', late: true, rejection: 'po terminie o 1 s' },
    ],
    result: file.document,
    sha256: file.sha256,
    onTheLine: {
      trials: 10_000,
      offers: [{ offer: 'A', selected: 7_407, reason: 'przewaga w K2 jest zgodna z diagnozą.' }],
    },
    dissent: [],
    attachments: ['karty oceny', 'oświadczenia', 'lista obecności'],
    ...more,
  };
}
