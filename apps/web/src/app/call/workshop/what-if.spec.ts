import { TestBed } from '@angular/core/testing';
import type { CallListItem, CallPage, ResultContents } from '@zit/contracts';
import { CALL_FORM, readRankingCase, readSheet, resultFile } from '@zit/domain';
import { sopotCase } from '@zit/sample';
import { whatIfWords } from '@zit/words.pl/what-if';
import { sopotValues } from '../../../testing/sopot-call';
import { until } from '../../../testing/soon';
import { ResultHttp } from '../../result/result-http';
import { problemOfStatus, ProblemError } from '../../ui/problem';
import { CallHttp } from '../call-http';
import { CallDesk } from './call-desk';
import { WhatIf } from './what-if';

function published(): ResultContents {
  const read = readRankingCase(sopotCase);
  if (!read.ok) throw new Error('the case cannot be read');
  const about = {
    call: { number: 'LC/2264/2015/01', title: null, teryt: '2264011', edition: 1, sha256: null },
    ...{ ruleSet: 'OMT-2014/1', criteria: {}, titles: {}, software: 'zit-portal', frozenAt: null },
  };
  const { file } = resultFile(read.value, about, () => '0'.repeat(64));
  if (!file) throw new Error('the case has no ranking');
  return file.document;
}

describe('an earlier call by the rules of a draft', () => {
  async function open(change: (contents: ReturnType<typeof contentsOf>) => void, slug = 'x') {
    const contents = contentsOf();
    change(contents);
    const closed = { id: 'E', slug: 'x', phase: 'CLOSED', title: 'Edycja pierwsza', number: 'LC/1' };
    const others = [
      { ...closed, id: 'N', slug: 'n' },
      { ...closed, id: 'O', slug: 'o', phase: 'OPEN' },
    ];
    const page = { items: [closed, ...others] as CallListItem[], next: null } satisfies CallPage;
    const result = (of: string) =>
      of === 'x' ? Promise.resolve({ document: published() }) : Promise.reject(new ProblemError(problemOfStatus(404)));
    TestBed.configureTestingModule({
      providers: [
        { provide: CallDesk, useValue: { contents: () => contents } },
        { provide: CallHttp, useValue: { page: () => Promise.resolve(page) } },
        { provide: ResultHttp, useValue: { public: result } },
      ],
    });
    const fixture = TestBed.createComponent(WhatIf);
    fixture.autoDetectChanges();
    const host = fixture.nativeElement as HTMLElement;
    const details = host.querySelector('details')!;
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    await until(() => host.querySelector('select') !== null);
    const select = host.querySelector('select')!;
    select.value = slug;
    select.dispatchEvent(new Event('change'));
    const said = () => host.textContent.replace(/\s+/g, ' ');
    const rows = () =>
      [...host.querySelectorAll('tbody tr')].map((row) =>
        [...row.children].map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim()),
      );
    return { said, rows, offered: [...select.options].map(({ value }) => value) };
  }
  const plain = (text: string) => text.replace(/\s+/g, ' ');
  const contentsOf = () => readSheet(CALL_FORM, sopotValues());

  it('F.4: shows that C leads without K7, beside what was published, and that no weight is made up', async () => {
    const { said, rows, offered } = await open(({ criteria }) => {
      for (const each of criteria.list) if (each.code === 'K7') each.weight = 0;
    });
    await until(() => rows().length === 3);
    expect(offered).toEqual(['', 'x', 'n']);
    expect(rows().map(([offer, was, would]) => [offer, was, would])).toEqual([
      ['C', '2, lista rezerwowa', '1, wybrana'],
      ['A', '1, wybrana', '2, lista rezerwowa'],
      ['B', 'poniżej progu', 'poniżej progu'],
    ]);
    expect(said()).toContain(whatIfWords.weight(95));
  });

  it('F.4: shows that C wins when K5 decides ties first, and why', async () => {
    const { rows } = await open(({ rules }) => {
      rules.ties.sort((a, b) => Number(b.by === 'K5') - Number(a.by === 'K5'));
      if (rules.ties[0]) rules.ties[0].by = 'K5';
    });
    await until(() => rows().length === 3);
    expect(rows()[0]?.[0]).toBe('C');
    expect(rows()[0]?.[4]).toContain('remis z A; rozstrzyga K5');
  });

  it('names a criterion that nobody scored then, and says when a call has no published result', async () => {
    const { said, rows } = await open(({ criteria }) => {
      if (criteria.list[0]) criteria.list[0].code = 'K9';
    });
    await until(() => rows().length === 3);
    expect(said()).toContain(plain(whatIfWords.unknown(['K9'])));
    expect(said()).toContain(whatIfWords.dropped(['K1']));
    TestBed.resetTestingModule();
    const other = await open(() => undefined, 'n');
    await until(() => other.said().includes(whatIfWords.missing));
    expect(other.rows()).toEqual([]);
  });
});
