import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { Router } from '@angular/router';
import type { SessionResponse } from '@zit/contracts';
import { whoMayWords } from '@zit/words.pl/closed-acts';
import { viewOnlyReason } from '@zit/words.pl/view-only';
import { SessionStore } from '../session/session-store';
import { reasonOf } from '../../testing/closed-button';
import { grantOf, signedInAs } from '../../testing/signed-in-as';
import { requestSoon, until } from '../../testing/soon';
import { administrator, invitation, openPeople, owner, person, settle } from './people.fixture';

const viewer = { name: 'Administrator programu', reason: 'zgłoszenie z 5 marca' };

describe('people of an organisation', () => {
  let http: HttpTestingController;
  afterEach(() => http.verify());

  const open = async (url: string, session: SessionResponse) => {
    const opened = await openPeople(url, session);
    http = opened.http;
    return opened;
  };

  describe('list', () => {
    it('names roles in words, says who has a second factor, and brings the next page by its cursor', async () => {
      const { text, press, stable } = await open('/osoby', owner);
      http.expectOne('/api/v1/people/search').flush({ items: [person()], next: 'dalej' });
      await stable();
      expect(text()).toContain('redaktor partnera');
      expect(text()).toContain('bez drugiego składnika');
      expect(text()).toContain('5 marca 2015');
      await press('Pokaż więcej');
      const next = http.expectOne('/api/v1/people/search');
      expect(next.request.body).toEqual({ search: '', after: 'dalej' });
      next.flush({ items: [person({ id: '2', name: 'Druga osoba', factor: true, grants: [] })], next: null });
      await stable();
      expect(text()).toContain('Pokazano 2 osoby.');
      expect(text()).toContain('Bez roli');
    });

    it('S-40: searches after a pause and keeps names out of addresses and what browsers keep', async () => {
      const { loader, stable, text } = await open('/osoby', owner);
      http.expectOne('/api/v1/people/search').flush({ items: [person()], next: null });
      await stable();
      await (await loader.getHarness(MatInputHarness)).setValue('nikt');
      const asked = await requestSoon(http, (request) => request.url.includes('people'));
      expect([asked.request.urlWithParams, asked.request.body]).toEqual(['/api/v1/people/search', { search: 'nikt' }]);
      asked.flush({ items: [], next: null });
      await stable();
      expect(text()).toContain('Nikt nie pasuje do „nikt”.');
      expect(TestBed.inject(Router).url).toBe('/osoby');
      const kept = [location.href, document.title, history.state, { ...localStorage }, { ...sessionStorage }];
      expect(JSON.stringify(kept)).not.toContain('nikt');
    });

    it('asks nothing for who may not see people, and says who may', async () => {
      const { text } = await open('/osoby', signedInAs([grantOf('EDITOR', 'kompas')]));
      expect(text()).toContain('Osoby pokazujemy opiekunowi dostępu organizacji');
    });

    it('leads to inviting who may invite, and says to others who may', async () => {
      const { page } = await open('/osoby', owner);
      http.expectOne('/api/v1/people/search').flush({ items: [], next: null });
      expect(page.querySelector('a[href="/osoby/zapros"]')?.textContent?.trim()).toBe('Zaproś osobę');
      TestBed.resetTestingModule();
      const { page: read } = await open('/osoby', signedInAs([grantOf('AUDITOR')], 'PROGRAMME'));
      http.expectOne('/api/v1/people/search').flush({ items: [], next: null });
      expect(reasonOf(read, 'Zaproś osobę')).toBe(whoMayWords.invite);
    });

    it('S-42: closes inviting to who looks through an owner’s eyes', async () => {
      const { page } = await open('/osoby', { ...owner, viewer });
      http.expectOne('/api/v1/people/search').flush({ items: [], next: null });
      expect(reasonOf(page, 'Zaproś osobę')).toBe(viewOnlyReason);
    });

    it('takes a role only after its consequences were shown', async () => {
      const { press, root, stable } = await open('/osoby', owner);
      http.expectOne('/api/v1/people/search').flush({ items: [person()], next: null });
      await stable();
      await press('Odbierz rolę');
      const dialog = await root.getHarness(MatDialogHarness);
      expect(await dialog.getText()).toContain('To jej jedyna rola');
      expect(await dialog.getText()).toContain('nie będzie już zmieniać danych ani budżetu');
      http.expectNone({ method: 'DELETE' });
      await (await dialog.getHarness(MatButtonHarness.with({ text: 'Odbierz rolę' }))).click();
      const taken = await requestSoon(http, { method: 'DELETE', url: '/api/v1/grants/g1' });
      taken.flush(null, { status: 204, statusText: 'x' });
      await settle();
      TestBed.tick();
      http.expectOne('/api/v1/people/search').flush({ items: [], next: null });
      await stable();
      expect(document.querySelector('.mat-mdc-snack-bar-container')?.textContent).toContain('Odebrano rolę');
    });

    it('says beside a closed button why it is closed', async () => {
      const { page, stable } = await open('/osoby', owner);
      const [grant] = person().grants;
      const last = { ...grant!, role: 'OWNER' as const, may: { revoke: false, reason: 'To ostatni opiekun dostępu.' } };
      http.expectOne('/api/v1/people/search').flush({ items: [person({ grants: [last] })], next: null });
      await stable();
      const button = [...page.querySelectorAll('button')].find((each) => each.textContent?.includes('Odbierz rolę'))!;
      expect(button.disabled).toBe(true);
      const why = page.querySelector(`#${button.getAttribute('aria-describedby')}`);
      expect(why?.textContent).toContain('To ostatni opiekun dostępu.');
    });

    it('S-42: looks through another’s eyes only with a reason', async () => {
      const { press, root, stable } = await open('/osoby', administrator);
      http.expectOne('/api/v1/people/search').flush({ items: [person({ may: { viewAs: true } })], next: null });
      await stable();
      await press('Zobacz oczami tej osoby');
      const dialog = await root.getHarness(MatDialogHarness);
      const begin = await dialog.getHarness(MatButtonHarness.with({ text: 'Zacznij podgląd' }));
      await begin.click();
      expect(await dialog.getText()).toContain('co najmniej 10 znaków');
      await (await dialog.getHarness(MatInputHarness)).setValue('zgłoszenie z 5 marca');
      await begin.click();
      const request = await requestSoon(http, { method: 'POST', url: '/api/v1/session/view-as' });
      expect(request.request.body).toEqual({ personId: 'redaktor', reason: 'zgłoszenie z 5 marca' });
      const viewer = { name: 'Administrator programu', reason: 'zgłoszenie z 5 marca' };
      request.flush(signedInAs([grantOf('EDITOR', 'kompas')], null, { viewer }));
      await until(() => TestBed.inject(Router).url === '/');
      expect(TestBed.inject(SessionStore).session()?.viewer).toEqual(viewer);
    });
  });

  describe('invitations', () => {
    it('says why an approval is closed, and withdraws', async () => {
      const { page, text, press, stable } = await open('/osoby/zaproszenia', administrator);
      http.expectOne('/api/v1/invitations').flush({ items: [invitation()] });
      await stable();
      expect(text()).toContain('czeka na drugiego administratora');
      expect(text()).toContain('Zatwierdza drugi administrator');
      expect(
        [...page.querySelectorAll('button')].find((each) => each.textContent?.includes('Zatwierdź'))?.disabled,
      ).toBe(true);
      await press('Wycofaj');
      http.expectOne({ method: 'DELETE', url: '/api/v1/invitations/i1' }).flush(null, { status: 204, statusText: 'x' });
      await settle();
      TestBed.tick();
      http.expectOne('/api/v1/invitations').flush({ items: [invitation({ state: 'WITHDRAWN' })] });
      await stable();
      expect(text()).toContain('wycofane');
    });

    it('S-42: through another’s eyes closes what that person would press, and says why', async () => {
      const { page, stable } = await open('/osoby/zaproszenia', { ...owner, viewer });
      const may = { withdraw: true, approve: false, reason: null };
      http.expectOne('/api/v1/invitations').flush({ items: [invitation({ state: 'SENT', may })] });
      await stable();
      expect(reasonOf(page, 'Zaproś osobę')).toBe(viewOnlyReason);
      const button = [...page.querySelectorAll('button')].find((each) => each.textContent?.trim() === 'Wycofaj')!;
      expect(button.disabled).toBe(true);
      expect(page.querySelector(`#${button.getAttribute('aria-describedby')}`)?.textContent).toBe(viewOnlyReason);
    });

    it('is approved by a second administrator', async () => {
      const { press, stable } = await open('/osoby/zaproszenia', administrator);
      const may = { withdraw: true, approve: true, reason: null };
      http.expectOne('/api/v1/invitations').flush({ items: [invitation({ may })] });
      await stable();
      await press('Zatwierdź');
      http.expectOne({ method: 'PUT', url: '/api/v1/invitations/i1/approval' }).flush(invitation({ state: 'SENT' }));
      await settle();
      TestBed.tick();
      http.expectOne('/api/v1/invitations').flush({ items: [invitation({ state: 'SENT' })] });
      await stable();
    });
  });
});
