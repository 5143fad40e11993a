import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { DocumentDetail, Problem } from '@zit/contracts';
import { canonicalJson, documentFindings, type DocumentFacts } from '@zit/domain';
import { sopotFacts, sopotRuleSet } from '@zit/sample';
import { createHash, webcrypto } from 'node:crypto';
import { TextEncoder } from 'node:util';
import { problemInterceptor } from '../session/problem-interceptor';
import { UnsavedWork } from '../shell/unsaved-work';
import { documentRoutes } from './document.routes';

/** Facts of the agreement of „Kompas Sopocki”, dated when the act on partnerships had been in force. */
const agreementFacts = (more: Partial<DocumentFacts> = {}): DocumentFacts => ({
  kind: 'PARTNERSHIP_AGREEMENT',
  templateVersion: 'UP/1',
  number: null,
  date: '2015-06-20',
  place: 'Sopot',
  copies: 5,
  validUntil: null,
  note: null,
  memberId: null,
  consortium: sopotFacts(),
  ruleSet: sopotRuleSet(),
  ...more,
});

/** The draft as the server answers it. */
function draftOf(facts = agreementFacts(), more: Partial<DocumentDetail> = {}): DocumentDetail {
  const { date, place, copies, validUntil, note } = facts;
  return {
    id: 'd1',
    version: 3,
    consortiumId: 'k1',
    kind: facts.kind,
    memberId: facts.memberId,
    awardId: null,
    changesId: null,
    number: null,
    status: 'DRAFT',
    templateVersion: facts.templateVersion,
    fields: { date, place, copies, validUntil, note },
    factsSha256: createHash('sha256').update(canonicalJson(facts)).digest('hex'),
    pdf: null,
    docx: null,
    createdBy: 'Pracownik Gminy Miasta Sopotu',
    createdAt: '2015-06-19T08:00:00.000Z',
    issuedBy: null,
    issuedAt: null,
    supersededBy: null,
    supersededAt: null,
    may: { edit: true, issue: true, reason: null },
    facts,
    check: documentFindings(facts.kind, facts),
    ...more,
  };
}

const problem = (status: number, code: string, more: Partial<Problem> = {}): Problem => ({
  type: 'about:blank',
  title: code,
  status,
  code,
  detail: `odmowa ${code}`,
  trace: 't1',
  ...more,
});

describe('documents on the screen', () => {
  let http: HttpTestingController;
  let harness: RouterTestingHarness;
  const page = () => harness.routeNativeElement!;
  const text = () => page().textContent!.replace(/\s+/g, ' ');
  const button = (name: string) =>
    [...page().querySelectorAll<HTMLElement>('button, a')].find((each) => each.textContent!.trim() === name);
  const settle = async () => {
    // Loading the builder and hashing take several turns of the event loop.
    for (let i = 0; i < 5; i++) {
      await new Promise((resolve) => setTimeout(resolve));
      harness.detectChanges();
    }
  };
  const field = (id: string) => page().querySelector<HTMLInputElement>(`#document-${id}`)!;
  const write = async (id: string, value: string) => {
    field(id).value = value;
    field(id).dispatchEvent(new Event('input'));
    field(id).dispatchEvent(new Event('blur'));
    await settle();
  };
  /** Waits for what takes an unknown number of turns: a hash, a module, a request after them. */
  const until = async (seen: () => boolean) => {
    for (let i = 0; i < 200 && !seen(); i++) await settle();
    expect(seen()).toBe(true);
  };
  const expectSoon = async (method: string, url: string): Promise<TestRequest> => {
    let found: TestRequest[] = [];
    await until(() => (found = [...found, ...http.match({ method, url })]).length > 0);
    return found[0]!;
  };
  const go = async (url: string, answer = draftOf()) => {
    harness = await RouterTestingHarness.create();
    await harness.navigateByUrl(url);
    harness.detectChanges();
    http.expectOne('/api/v1/documents/d1').flush(answer);
    await settle();
  };

  beforeEach(() => {
    Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
    Object.assign(globalThis, { TextEncoder });
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter([{ path: 'dokumenty', children: documentRoutes }], withComponentInputBinding()),
      ],
    });
    http = TestBed.inject(HttpTestingController);
  });

  describe('a draft', () => {
    it('shows the text of the paper with the very sums of the case', async () => {
      await go('/dokumenty/d1');
      expect(text()).toContain('Umowa o partnerstwie');
      await until(() => page().querySelector('zit-paper') !== null);
      for (const sum of ['330 000,00', '280 500,00', '49 500,00', '28 500,00', '21 000,00']) {
        expect(text()).toContain(sum);
      }
      expect(button('Przejdź do wydania')).toBeDefined();
    });

    it('is not issued while a rule blocks, and says why', async () => {
      const facts = agreementFacts();
      facts.consortium.members = facts.consortium.members.filter((member) => member.sector !== 'NGO');
      await go('/dokumenty/d1', draftOf(facts));
      http.match('/api/v1/consortia/k1');
      expect(button('Przejdź do wydania')).toBeUndefined();
      expect(text()).toContain('Nie można jeszcze wydać');
      expect(page().querySelectorAll('zit-finding-line').length).toBeGreaterThan(0);
    });

    it('saves a field with what it was, and keeps a wrong one on the screen', async () => {
      await go('/dokumenty/d1');
      await write('copies', '0');
      expect(text()).toContain('od 1 do 100');
      expect(field('copies').value).toBe('0');
      await write('place', 'Gdynia');
      const request = await expectSoon('PATCH', '/api/v1/documents/d1');
      expect(request.request.body).toEqual({ version: 3, changes: { place: 'Gdynia' }, base: { place: 'Sopot' } });
      request.flush(draftOf(agreementFacts({ place: 'Gdynia' }), { version: 4 }));
      await settle();
      expect(text()).toContain('Zapisano');
      expect(field('copies').value).toBe('0');
    });
  });

  describe('a draft whose person loses access while it is open', () => {
    const refuse = (request: TestRequest, status: number, code: string) =>
      request.flush(problem(status, code), { status, statusText: 'x' });
    const typed = () => page().querySelector<HTMLTextAreaElement>('zit-lost-access textarea')?.value;

    it('closes, and what was typed stays to copy, the unreadable among it', async () => {
      await go('/dokumenty/d1');
      await write('copies', '0');
      await write('note', 'Strony spotkają się 3 marca.');
      refuse(await expectSoon('PATCH', '/api/v1/documents/d1'), 404, 'NOT_FOUND');
      refuse(await expectSoon('GET', '/api/v1/documents/d1'), 404, 'NOT_FOUND');
      await until(() => page().querySelector('zit-lost-access') !== null);
      expect(typed()).toBe('Liczba egzemplarzy: 0\nDodatkowe postanowienia lub uwagi: Strony spotkają się 3 marca.');
      expect(text()).toContain('Nie masz już dostępu');
      expect(text()).not.toContain('330 000,00');
      http.expectOne('/api/v1/session');
      expect(TestBed.inject(UnsavedWork).any()).toBe(true);
    });

    it('shows what somebody else issued meanwhile, beside what was typed', async () => {
      await go('/dokumenty/d1');
      await write('place', 'Gdynia');
      refuse(await expectSoon('PATCH', '/api/v1/documents/d1'), 403, 'FORBIDDEN');
      (await expectSoon('GET', '/api/v1/documents/d1')).flush(
        draftOf(agreementFacts(), { may: { edit: false, issue: false, reason: 'Rola się skończyła.' } }),
      );
      await until(() => page().querySelector('zit-lost-access') !== null);
      expect(typed()).toBe('Miejscowość: Gdynia');
      expect(text()).toContain('Zmian nie zapisano');
      expect(text()).toContain('Rola się skończyła.');
      expect(page().querySelector('#document-place')).toBeNull();
    });

    it('stays as it is when the change alone was refused', async () => {
      await go('/dokumenty/d1');
      await write('place', 'Gdynia');
      refuse(await expectSoon('PATCH', '/api/v1/documents/d1'), 403, 'FORBIDDEN');
      (await expectSoon('GET', '/api/v1/documents/d1')).flush(draftOf());
      await settle();
      expect(page().querySelector('zit-lost-access')).toBeNull();
      expect(page().querySelector<HTMLInputElement>('#document-place')!.value).toBe('Gdynia');
    });

    it('asks before a text is left that could not be saved', async () => {
      await go('/dokumenty/d1');
      await write('copies', '0');
      expect(TestBed.inject(UnsavedWork).any()).toBe(true);
      await write('copies', '5');
      await until(() => !TestBed.inject(UnsavedWork).any());
    });
  });

  describe('the sealing page', () => {
    beforeEach(async () => {
      await go('/dokumenty/d1/wydanie');
      await until(() => text().includes('zgadza się z zapisem na serwerze'));
    });

    it('shows exactly what will be sealed, with a hash that the browser computed', () => {
      expect(text()).toContain('330 000,00');
      expect(text()).toContain('Stowarzyszenie „Kompas”');
      expect(text()).toContain(draftOf().factsSha256);
      expect(text()).toContain('zgadza się z zapisem na serwerze');
    });

    it('issues the facts of that hash and goes to the issued document', async () => {
      button('Wydaj umowę')!.click();
      const request = await expectSoon('POST', '/api/v1/documents/d1/issue');
      expect(request.request.body).toEqual({ version: 3, factsSha256: draftOf().factsSha256 });
      const issued = draftOf(agreementFacts({ number: 'UP/2264/2015/01' }), {
        status: 'ISSUED',
        number: 'UP/2264/2015/01',
        issuedAt: '2015-06-20T10:00:00.000Z',
        pdf: { sha256: 'a'.repeat(64), bytes: 65_000 },
        docx: { sha256: 'b'.repeat(64), bytes: 15_000 },
        may: { edit: false, issue: false, reason: null },
      });
      request.flush(issued);
      await settle();
      expect(TestBed.inject(Router).url).toBe('/dokumenty/d1');
      (await expectSoon('GET', '/api/v1/documents/d1')).flush(issued);
      await settle();
      expect(text()).toContain('UP/2264/2015/01');
      expect(page().querySelector('a[href="/api/v1/documents/d1/docx"]')).not.toBeNull();
      expect(button('Drukuj')).toBeDefined();
    });

    it('shows the new facts when somebody changed them meanwhile', async () => {
      button('Wydaj umowę')!.click();
      (await expectSoon('POST', '/api/v1/documents/d1/issue')).flush(problem(409, 'STALE'), {
        status: 409,
        statusText: 'Conflict',
      });
      await settle();
      (await expectSoon('GET', '/api/v1/documents/d1')).flush(
        draftOf(agreementFacts({ place: 'Gdynia' }), { version: 4 }),
      );
      await settle();
      expect(text()).toContain('ktoś zmienił dane');
      expect(text()).toContain('Gdynia, 20');
      expect(button('Wydaj umowę')).toBeDefined();
    });

    it('says what the server found in the way', async () => {
      const findings = draftOf()
        .check.findings.slice(0, 1)
        .map((finding) => ({ ...finding, verdict: 'fail' as const }));
      button('Wydaj umowę')!.click();
      (await expectSoon('POST', '/api/v1/documents/d1/issue')).flush(problem(422, 'BLOCKED', { findings }), {
        status: 422,
        statusText: 'Unprocessable',
      });
      await settle();
      expect(text()).toContain('odmowa BLOCKED');
      expect(page().querySelectorAll('zit-finding-line')).toHaveLength(1);
    });
  });
});
