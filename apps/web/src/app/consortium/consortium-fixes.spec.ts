import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MatSnackBar } from '@angular/material/snack-bar';
import { provideRouter, Router } from '@angular/router';
import type { ChangeBudget, ConsortiumResponse } from '@zit/contracts';
import type { Finding, RuleCode } from '@zit/domain';
import { Subject } from 'rxjs';
import { problemInterceptor } from '../session/problem-interceptor';
import { consortiumProviders, ConsortiumFixes } from './consortium-fixes';
import { kompas } from '../../testing/kompas';
import { ConsortiumStore } from './consortium-store';
import { performBudget } from './store/act';

const ROOT = '/api/v1/consortia/K1';
const ms = (time: number) => jest.advanceTimersByTimeAsync(time);

describe('fixes of findings', () => {
  let store: ConsortiumStore;
  let fixes: ConsortiumFixes;
  let http: HttpTestingController;
  let undo: Subject<void>;

  async function open(facts: ConsortiumResponse) {
    jest.useFakeTimers();
    undo = new Subject();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: MatSnackBar, useValue: { open: jest.fn(() => ({ onAction: () => undo })) } },
        consortiumProviders,
      ],
    });
    store = TestBed.inject(ConsortiumStore);
    fixes = TestBed.inject(ConsortiumFixes);
    http = TestBed.inject(HttpTestingController);
    const opened = store.open('K1');
    http.expectOne(ROOT).flush(facts);
    await opened;
  }

  afterEach(() => {
    http.verify();
    jest.useRealTimers();
  });

  const finding = (code: RuleCode): Finding => store.check()!.findings.find((one) => one.code === code)!;
  const verdict = (code: RuleCode) => finding(code).verdict;

  /** L07 one grosz short of the own contribution, made up by ZIT money in L06. */
  function oneGroszShort(): ConsortiumResponse {
    const facts = kompas();
    const priced = (no: string, amountGrosze: number) =>
      facts.lines.map((line) =>
        line.no === no ? { ...line, quantity: 1, unitPriceGrosze: amountGrosze, amountGrosze } : line,
      );
    facts.lines = priced('L07', 2_849_999);
    facts.lines = priced('L06', 3_000_001);
    return facts;
  }

  it('one click on „one grosz short” makes the rule pass by an ordinary change of the budget', async () => {
    await open(oneGroszShort());
    expect(verdict('R-OWN')).toBe('fail');
    await fixes.apply(finding('R-OWN').fix!);
    expect(verdict('R-OWN')).toBe('pass');
    expect(store.totals().total).toBe(33_000_000);
    await ms(0);
    const request = http.expectOne(`${ROOT}/budget`);
    const change = request.request.body as ChangeBudget;
    expect(change.added.map((line) => line.fields)).toContainEqual(
      expect.objectContaining({ source: 'OWN_CASH', amountGrosze: 1 }),
    );
    request.flush({ lines: performBudget(oneGroszShort().lines, change) });
    await ms(0);
    expect(verdict('R-OWN')).toBe('pass');
  });

  it('takes a fix back: the budget is again what it was', async () => {
    await open(oneGroszShort());
    const before = store.facts()!.lines;
    await fixes.apply(finding('R-OWN').fix!);
    await ms(0);
    const first = http.expectOne(`${ROOT}/budget`);
    first.flush({ lines: performBudget(before, first.request.body as ChangeBudget) });
    await ms(0);
    undo.next();
    await ms(0);
    const second = http.expectOne(`${ROOT}/budget`);
    second.flush({ lines: performBudget(store.facts()!.lines, second.request.body as ChangeBudget) });
    await ms(0);
    const plain = (lines: typeof before) => lines.map(({ version: _version, ...line }) => line);
    expect(plain(store.facts()!.lines)).toEqual(plain(before));
  });

  it('sets the period of twelve months', async () => {
    await open(kompas({ period: { from: '2015-07-01', to: '2016-05-31' }, periodTo: '2016-05-31' }));
    await fixes.apply(finding('R-PERIOD').fix!);
    expect(store.facts()?.period).toEqual({ from: '2015-07-01', to: '2016-06-30' });
    await ms(0);
    const request = http.expectOne(ROOT);
    expect(request.request.body).toMatchObject({ changes: { periodTo: '2016-06-30' } });
    request.flush(kompas({ version: 2 }));
    await ms(0);
  });

  it('appoints the leader when there is none', async () => {
    const facts = kompas();
    await open({ ...facts, members: facts.members.map((member) => ({ ...member, role: 'PARTNER' })) });
    await fixes.apply(finding('R-LEADER').fix!);
    await ms(0);
    const request = http.expectOne(`${ROOT}/leader`);
    expect(request.request.body).toEqual({ memberId: 'M1' });
    request.flush(kompas({ version: 2 }));
    await ms(0);
    expect(verdict('R-LEADER')).toBe('pass');
  });

  it('leads to the field that only a person can fill', async () => {
    const facts = kompas();
    const lines = facts.lines.map((line) => (line.no === 'L14' ? { ...line, valuation: null } : line));
    await open({ ...facts, lines });
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await fixes.apply(finding('R-VALUATION').fix!);
    expect(navigate).toHaveBeenCalledWith(['/konsorcja', 'K1', 'budzet'], {
      queryParams: { pozycja: 'L14', pole: 'valuation' },
    });
  });

  it('does nothing for a person who may not edit', async () => {
    await open({ ...oneGroszShort(), may: { edit: false, issue: false, reason: 'Możesz czytać.' } });
    await fixes.apply(finding('R-OWN').fix!);
    await ms(5_000);
    expect(store.waiting()).toBe(0);
  });
});
