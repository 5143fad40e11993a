import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ConsortiumListItem, ConsortiumResponse, DocumentResponse, SessionResponse } from '@zit/contracts';
import { OMT_2014, ROLES, rolesFor, type Role } from '@zit/domain';
import { sopotFacts } from '@zit/sample';
import { whoMayWords } from '@zit/words.pl/closed-acts';
import { viewOnlyReason } from '@zit/words.pl/view-only';
import { problemInterceptor } from '../session/problem-interceptor';
import { SessionStore } from '../session/session-store';
import { reasonOf } from '../../testing/closed-button';
import { offerItem } from '../../testing/kompas-offer';
import { StartPage } from './start-page';

const item: ConsortiumListItem = {
  id: 'kompas',
  title: 'Kompas Sopocki',
  municipality: 'Sopot',
  teryt: '2264011',
  leaderName: 'Stowarzyszenie „Kompas”',
  memberCount: 5,
  totalGrosze: 33_000_000,
  updatedAt: '2015-03-20T10:00:00Z',
};
const consortium = (edit = true): ConsortiumResponse =>
  ({
    ...sopotFacts(),
    id: 'kompas',
    version: 1,
    ruleSet: OMT_2014,
    may: { edit, issue: edit, reason: null },
  }) as ConsortiumResponse;
const paper = (more: Partial<DocumentResponse>) =>
  ({
    id: 'd1',
    kind: 'PARTNERSHIP_AGREEMENT',
    status: 'DRAFT',
    number: null,
    createdAt: '2015-01-01',
    ...more,
  }) as DocumentResponse;

const settle = () => new Promise((done) => setTimeout(done));

describe('start page', () => {
  let http: HttpTestingController;

  const open = async (
    role: SessionResponse['grants'][number]['role'] | null = 'MUNICIPALITY_OFFICER',
    viewer: SessionResponse['viewer'] = null,
  ) => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter([
          { path: '', pathMatch: 'full', component: StartPage },
          { path: 'dokumenty/:id', children: [] },
        ]),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    const signing = TestBed.inject(SessionStore).signIn('gmina@example.org', 'x');
    http.expectOne('/api/v1/session').flush({
      person: { id: 'p', name: 'Pracownik', email: 'gmina@example.org' },
      grants: role ? [{ organisationId: 'gmina', organisationName: 'Gmina', teryt: '2264011', role }] : [],
      actingFor: role && 'gmina',
      viewer,
    });
    await signing;
    const harness = await RouterTestingHarness.create();
    await harness.navigateByUrl('/');
    TestBed.tick();
    return { harness, page: harness.routeNativeElement as HTMLElement };
  };
  const answer = async (items: ConsortiumListItem[], facts = consortium(), documents: DocumentResponse[] = []) => {
    http.expectOne('/api/v1/consortia?limit=6').flush({ items, next: null });
    await settle();
    TestBed.tick();
    if (items.length === 0) return;
    http.expectOne('/api/v1/consortia/kompas').flush(facts);
    http.expectOne('/api/v1/consortia/kompas/documents').flush({ items: documents });
    await settle();
    TestBed.tick();
  };
  const action = (page: HTMLElement) => page.querySelector<HTMLElement>('zit-waiting-card footer [matButton=filled]');

  it('one click from the desk opens the agreement of a consortium in order', async () => {
    const { page } = await open();
    await answer([item]);
    expect(page.querySelector('zit-status-chip')?.textContent).toMatch(/Spełnia wszystkie reguły|Można wydać umowę/);
    expect(page.textContent).toContain('330\u00a0000,00\u00a0zł');
    expect(action(page)?.textContent?.trim()).toBe('Przygotuj umowę');
    action(page)?.click();
    const request = http.expectOne({ method: 'POST', url: '/api/v1/consortia/kompas/documents' });
    expect(request.request.body).toEqual({ kind: 'PARTNERSHIP_AGREEMENT', memberId: null });
    request.flush(paper({ id: 'd9' }));
    await settle();
    expect(TestBed.inject(Router).url).toBe('/dokumenty/d9');
  });

  it('whoever lost the last role is told whom to ask, not to choose among none', async () => {
    const { page } = await open(null);
    await answer([]);
    expect(page.textContent).toContain('nie ma teraz żadnej roli');
    expect(page.textContent).not.toContain('Wybierz u góry');
  });

  it('a draft or an issued agreement has its direct link', async () => {
    const { page } = await open();
    await answer([item], consortium(), [paper({ status: 'ISSUED', number: 'UP/2264/2015/01' })]);
    expect(action(page)?.getAttribute('href')).toBe('/dokumenty/d1');
    expect(action(page)?.textContent?.trim()).toBe('Otwórz wydaną umowę');
    expect(page.textContent).toContain('nr UP/2264/2015/01');
  });

  it('a broken consortium says what is wrong and leads to the mending', async () => {
    const { page } = await open();
    const facts = consortium();
    await answer([item], { ...facts, members: facts.members.filter((member) => member.sector !== 'NGO') });
    expect(page.querySelector('zit-status-chip')?.textContent).toContain('Do poprawy');
    expect(page.querySelectorAll('.faults li').length).toBeGreaterThan(0);
    expect(action(page)?.textContent?.trim()).toBe('Zobacz, co poprawić');
  });

  it('who may only read is offered nothing to do', async () => {
    const { page } = await open('AUDITOR');
    await answer([item], consortium(false));
    expect(action(page)).toBeNull();
    expect(page.textContent).not.toContain('Załóż konsorcjum');
  });

  it('leads an owner without consortia to inviting people', async () => {
    const { page } = await open('OWNER');
    await answer([]);
    const link = page.querySelector<HTMLAnchorElement>('zit-empty-state a');
    expect([link?.textContent?.trim(), link?.getAttribute('href')]).toEqual(['Zaproś osobę', '/osoby/zapros']);
  });

  it('says who forms a consortium to those who see consortia from where they stand, and to nobody else', async () => {
    const told: Role[] = [];
    for (const role of ROLES) {
      TestBed.resetTestingModule();
      const { page } = await open(role);
      if (reasonOf(page, 'Załóż konsorcjum') === whoMayWords.createConsortium) told.push(role);
      else if (!rolesFor('createConsortium').includes(role))
        expect([role, page.textContent]).not.toContainEqual(expect.stringContaining('Załóż konsorcjum'));
    }
    expect(told).toEqual(['COUNTY_OPERATOR', 'TREASURER', 'MUNICIPALITY_SIGNER', 'EDITOR', 'SIGNER', 'OWNER']);
  });

  it('S-42: shows through another’s eyes the desk of that person, with its buttons closed', async () => {
    const viewer = { name: 'Administrator programu', reason: 'zgłoszenie z 5 marca' };
    const { page } = await open('MUNICIPALITY_OFFICER', viewer);
    await answer([]);
    expect(page.querySelectorAll('zit-act-link')).toHaveLength(2);
    expect(reasonOf(page, 'Załóż konsorcjum')).toBe(viewOnlyReason);
    expect(page.querySelector('a[href="/konsorcja/nowe"]')).toBeNull();
    TestBed.resetTestingModule();
    const { page: owners } = await open('OWNER', viewer);
    await answer([]);
    expect(reasonOf(owners, 'Zaproś osobę')).toBe(viewOnlyReason);
  });

  it('leads who writes offers to those that can still be handed in', async () => {
    const { page } = await open('COORDINATOR');
    const items = [offerItem(), offerItem({ id: 'F2', title: 'Oferta po terminie', phase: 'CLOSED' })];
    http.expectOne('/api/v1/offers').flush({ items, next: null });
    await answer([]);
    const card = page.querySelector('zit-offers-card');
    expect([...(card?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'))).toEqual(['/oferty/F1']);
    expect(card?.textContent).toMatch(/termin: \d/);
    expect(card?.textContent).not.toContain('Oferta po terminie');
  });

  it('leads a council to the requests on which it has not resolved', async () => {
    const { page } = await open('NGO_COUNCIL');
    const shown = { title: 'Centrum', consortium: 'Kompas Sopocki' };
    const items = [
      { id: 'R1', shown, resolution: null },
      { id: 'R2', shown, resolution: { verdict: 'POSITIVE' } },
    ];
    http.expectOne('/api/v1/recommendations').flush({ items, next: null });
    http.expectNone('/api/v1/offers');
    await answer([]);
    const links = [...page.querySelectorAll('zit-council-card a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/rekomendacje/R1']);
  });

  describe('of an administrator', () => {
    const proposed = (approve: boolean) => ({ state: 'PROPOSED', may: { withdraw: true, approve, reason: null } });
    const sent = { state: 'SENT', may: { withdraw: true, approve: false, reason: null } };
    const show = async (items: object[], approvers: number) => {
      const { page } = await open('ADMINISTRATOR');
      http.expectOne('/api/v1/invitations').flush({ items, approvers });
      await answer([]);
      return page.querySelector<HTMLElement>('zit-approvals-card section');
    };

    it('counts invitations that wait for this decision and leads to them', async () => {
      const card = await show([proposed(true), proposed(true), proposed(false), sent], 1);
      expect(card?.textContent).toContain('2\u00a0zaproszenia czekają na Twoją decyzję.');
      expect(card?.querySelector('a')?.getAttribute('href')).toBe('/osoby/zaproszenia');
    });

    it('says that nobody else can approve, and to invite a second administrator', async () => {
      const card = await show([proposed(false)], 0);
      expect(card?.textContent).toContain('czekają: 1. W programie nie ma drugiego administratora');
      expect(card?.querySelector('a')?.getAttribute('href')).toBe('/osoby/zapros');
    });

    it('is silent when nothing waits for this person', async () => {
      expect(await show([proposed(false), sent], 1)).toBeNull();
    });
  });

  it('an empty desk teaches, by role', async () => {
    const { page } = await open();
    await answer([]);
    expect(page.querySelector('zit-empty-state a')?.getAttribute('href')).toBe('/konsorcja/nowe');
  });
});
