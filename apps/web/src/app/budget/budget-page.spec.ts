import { computed, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ChangeBudget, ConsortiumResponse } from '@zit/contracts';
import { OMT_2014, check, totals } from '@zit/domain';
import { ConsortiumStore } from '../consortium/consortium-store';
import { performBudget } from '../consortium/store/act';
import { BudgetPage } from './budget-page';
import { SOPOT_TSV, sopotMembers } from './sheet.fixture';

describe('the budget page', () => {
  const facts = signal({} as ConsortiumResponse);
  const may = signal({ edit: true, issue: true, reason: null as string | null });
  const store = {
    facts,
    may,
    check: computed(() => check(facts(), facts().ruleSet)),
    totals: computed(() => totals(facts().lines, facts().members)),
    changeBudget: (change: ChangeBudget) =>
      facts.update((now) => ({ ...now, lines: performBudget(now.lines, change) })),
    saveNow: () => undefined,
  };
  let harness: RouterTestingHarness;
  const page = () => harness.routeNativeElement!;
  const text = () => page().textContent!.replace(/\s+/g, ' ');
  const press = async (name: string) => {
    [...page().querySelectorAll('button')].find((each) => each.textContent!.includes(name))!.click();
    await harness.fixture.whenStable();
  };
  const go = async (url: string) => {
    harness = await RouterTestingHarness.create();
    document.body.appendChild(harness.fixture.nativeElement as HTMLElement);
    await harness.navigateByUrl(url);
    await harness.fixture.whenStable();
  };

  beforeEach(() => {
    may.set({ edit: true, issue: true, reason: null });
    facts.set({
      id: 'k1',
      title: 'Kompas Sopocki',
      centre: { teryt: '2264011', municipality: 'Sopot', name: null, callNo: null },
      period: { from: '2015-07-01', to: '2016-06-30' },
      legalRegime: 'OWN_REGULATIONS',
      capGrosze: null,
      declared: { totalGrosze: null, zitGrosze: null, ownGrosze: null },
      members: sopotMembers,
      lines: [],
      services: [],
      targetGroups: [],
      distinctPersons: null,
      servicePoints: [],
      catalogueAdditions: [],
      letterOfIntentSignedOn: null,
      ruleSet: OMT_2014,
      may: { edit: true, issue: true, reason: null },
    } as unknown as ConsortiumResponse);
    TestBed.configureTestingModule({
      providers: [
        { provide: ConsortiumStore, useValue: store },
        provideRouter([{ path: 'budzet', component: BudgetPage }], withComponentInputBinding()),
      ],
    });
  });
  afterEach(() => (harness.fixture.nativeElement as HTMLElement).remove());

  it('teaches what to do while it is empty, and takes a whole budget from a pasted block', async () => {
    await go('/budzet');
    expect(text()).toContain('Budżet nie ma jeszcze wierszy');
    await press('Wklej blok');
    page().querySelector('textarea')!.value = SOPOT_TSV;
    await press('Wstaw do arkusza');
    expect(text()).toContain('Wklejono 16 wierszy.');
    expect(text()).toContain('Wkład własny: 49 500,00 zł, czyli 15,00 % kosztów (wymagane 15 %).');
    expect(text()).toContain('ZIT wnosi 280 500,00 zł (85,00 %), członkowie 49 500,00 zł (15,00 %)');
    expect([...page().querySelectorAll('caption')].map((each) => each.textContent!.trim())).toEqual(
      expect.arrayContaining(['Według członka', 'Według kategorii', 'Według obszaru', 'Według źródła']),
    );
  });

  it('says how many cells wait for a person and leads to them', async () => {
    await go('/budzet');
    await press('Wklej blok');
    page().querySelector('textarea')!.value = 'C1\trynek pracy\tszkolenia\tNikt\tZIT\tosoba\tdwa\t10,00';
    await press('Wstaw do arkusza');
    expect(text()).toContain('Do poprawy: 2 komórki.');
    expect(text()).toContain('1 wiersz z błędami nie jest jeszcze liczony ani zapisany.');
    expect(facts().lines).toEqual([]);
    await press('Pokaż następną');
    expect(document.activeElement?.textContent).toContain('Nikt');
  });

  it('adds a line in the area that a fix asks for, once', async () => {
    await go('/budzet?dodaj=SOCIAL_SERVICES');
    await harness.fixture.whenStable();
    expect(facts().lines.map((line) => line.area)).toEqual(['SOCIAL_SERVICES']);
  });

  it('is only read by those who may not edit', async () => {
    may.set({ edit: false, issue: false, reason: 'tylko odczyt' });
    await go('/budzet');
    expect(page().querySelector('zit-budget-tools')).toBeNull();
    expect(text()).not.toContain('Dodaj wiersz');
  });
});
