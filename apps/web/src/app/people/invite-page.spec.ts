import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { Router } from '@angular/router';
import type { SessionResponse } from '@zit/contracts';
import { administrator, invitation, openPeople, owner, settle } from './people.fixture';

describe('an invitation', () => {
  let http: HttpTestingController;
  afterEach(() => http.verify());

  const open = async (url: string, session: SessionResponse) => {
    const opened = await openPeople(url, session);
    http = opened.http;
    return opened;
  };
  /** As an administrator beside whom so many others could approve. */
  const openAs = async (approvers: number) => {
    const opened = await open('/osoby/zapros', administrator);
    http.expectOne('/api/v1/invitations').flush({ items: [], approvers });
    await opened.stable();
    return opened;
  };
  const choose = (page: HTMLElement, name: string) => {
    const rows = [...page.querySelectorAll('label')];
    rows
      .find((each) => each.textContent?.includes(name))!
      .querySelector('input')!
      .click();
    TestBed.tick();
  };
  const button = (page: HTMLElement) => page.querySelector('button[type=submit]')?.textContent?.trim();

  it('lets an owner invite to the roles of the own organisation, each with what it may do', async () => {
    const { page, loader, press, stable, text } = await open('/osoby/zapros', owner);
    http.expectOne('/api/v1/organisations/kompas').flush({ id: 'kompas', sector: 'NGO', teryt: '2264011' });
    await stable();
    const names = [...page.querySelectorAll('label .name')].map((each) => each.textContent?.trim());
    expect(names).toEqual([
      'opiekun dostępu organizacji',
      'koordynator konsorcjum',
      'redaktor partnera',
      'osoba podpisująca za organizację',
    ]);
    expect(text()).toContain('Dokumentów nie wydaje.');
    await press('Wyślij zaproszenie');
    expect(page.querySelector('zit-error-summary')?.textContent).toContain('Podaj adres e-mail');
    expect(page.querySelector('zit-error-summary')?.textContent).toContain('Wybierz rolę');
    expect(page.querySelector('mat-error')?.textContent).toContain('Podaj adres e-mail');
    const roles = page.querySelector('#role')!;
    const fault = page.querySelector(`#${roles.getAttribute('aria-describedby')}`);
    expect(fault?.textContent).toContain('Wybierz rolę');
    await (await loader.getHarness(MatInputHarness)).setValue(' nowa@example.org ');
    page.querySelectorAll<HTMLInputElement>('input[type=radio]')[2]!.click();
    await press('Wyślij zaproszenie');
    const request = http.expectOne({ method: 'POST', url: '/api/v1/invitations' });
    expect(request.request.body).toEqual({
      email: 'nowa@example.org',
      role: 'EDITOR',
      organisationId: 'kompas',
      teryt: null,
    });
    request.flush(invitation({ state: 'SENT' }));
    await settle();
    TestBed.tick();
    http.expectOne('/api/v1/invitations').flush({ items: [] });
    await stable();
    expect(TestBed.inject(Router).url).toBe('/osoby/zaproszenia');
  });

  it('asks an administrator for the county of a county role', async () => {
    const { page, loader, press, stable } = await openAs(1);
    await (await loader.getHarness(MatInputHarness)).setValue('operator@example.org');
    const rows = [...page.querySelectorAll('label')];
    rows
      .find((each) => each.textContent?.includes('operator powiatowy'))!
      .querySelector('input')!
      .click();
    TestBed.tick();
    http
      .expectOne('/api/v1/territory')
      .flush({ counties: [{ teryt: '2264', name: 'Sopot', kind: 'CITY' }], municipalities: [] });
    await stable();
    await (await loader.getHarness(MatSelectHarness)).clickOptions({ text: 'Sopot' });
    await press('Zaproponuj zaproszenie');
    const request = http.expectOne({ method: 'POST', url: '/api/v1/invitations' });
    expect(request.request.body).toEqual({
      email: 'operator@example.org',
      role: 'COUNTY_OPERATOR',
      organisationId: null,
      teryt: '2264',
    });
    request.flush(
      { code: 'VALIDATION', status: 400, detail: 'x', errors: [{ pointer: '/email', message: 'Już zaproszono.' }] },
      { status: 400, statusText: 'x' },
    );
    await stable();
    expect(page.querySelector('zit-error-summary a')?.textContent).toContain('Już zaproszono.');
    expect(page.querySelector('mat-error')?.textContent).toContain('Już zaproszono.');
    const email = page.querySelector('#email')!;
    expect(email.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(email.getAttribute('aria-describedby')!)?.textContent).toContain('Już zaproszono.');
    await (await loader.getHarness(MatInputHarness)).setValue('inny@example.org');
    expect(page.querySelector('mat-error, zit-error-summary a')).toBeNull();
  });

  it('finds the organisation of a role in the register', async () => {
    const { page, press, stable, text } = await openAs(1);
    const rows = [...page.querySelectorAll('label')];
    rows
      .find((each) => each.textContent?.includes('skarbnik gminy'))!
      .querySelector('input')!
      .click();
    TestBed.tick();
    http.expectOne('/api/v1/organisations?sector=JST&limit=10').flush({
      items: [{ id: 'gmina', name: 'Gmina Miasta Sopotu', sector: 'JST', municipality: 'Sopot', teryt: '2264011' }],
      next: null,
    });
    await stable();
    page.querySelector<HTMLInputElement>('zit-organisation-choice input[type=radio]')!.click();
    await stable();
    expect(text()).toContain('Zmień');
    await press('Zaproponuj zaproszenie');
    expect(page.querySelectorAll('zit-error-summary a')).toHaveLength(1);
    expect(page.querySelector('zit-error-summary')?.textContent).toContain('Podaj adres e-mail');
  });

  it('groups the roles of an administrator by where they are held', async () => {
    const { page } = await openAs(1);
    const groups = [...page.querySelectorAll('#role [role=group]')].map((group) => ({
      name: page.querySelector(`#${group.getAttribute('aria-labelledby')}`)?.textContent?.trim(),
      roles: group.querySelectorAll('input[type=radio]').length,
    }));
    expect(groups).toEqual([
      { name: 'W organizacji', roles: 4 },
      { name: 'W gminie', roles: 3 },
      { name: 'W powiecie', roles: 2 },
      { name: 'W programie i jego instytucjach', roles: 5 },
    ]);
  });

  it('says beside an organisation why the role cannot be held there, and lets nobody choose it', async () => {
    const { page, stable, press } = await openAs(1);
    choose(page, 'osoba podpisująca za organizację');
    const place = { municipality: 'Sopot', teryt: '2264011' };
    http.expectOne('/api/v1/organisations?limit=10').flush({
      items: [
        { id: 'gmina', name: 'Gmina Miasta Sopotu', sector: 'JST', ...place },
        { id: 'kompas', name: 'Stowarzyszenie „Kompas”', sector: 'NGO', ...place },
      ],
      next: null,
    });
    await stable();
    const [town, compass] = [...page.querySelectorAll<HTMLInputElement>('zit-organisation-choice input[type=radio]')];
    expect([town?.disabled, compass?.disabled]).toEqual([true, false]);
    expect(town?.closest('label')?.textContent).toContain('w samorządzie podpisuje');
    await press('Zaproponuj zaproszenie');
    const field = page.querySelector('#organisation')!;
    expect(page.querySelector(`#${field.getAttribute('aria-describedby')}`)?.textContent).toContain(
      'Wskaż organizację',
    );
    compass?.click();
    await stable();
    expect(page.querySelector('#organisation-fault')).toBeNull();
    choose(page, 'pracownik gminy');
    await settle();
    TestBed.tick();
    http.expectOne('/api/v1/organisations?sector=JST&limit=10').flush({ items: [], next: null });
    await stable();
    expect(page.querySelector('zit-organisation-choice .chosen')).toBeNull();
  });

  it('tells a lone administrator that nobody else can approve, and whom to invite first', async () => {
    const { page, text } = await openAs(0);
    expect(text()).toContain(
      'nikt nie może zatwierdzić Twoich zaproszeń. Zacznij od zaproszenia drugiego administratora',
    );
    choose(page, 'audytor');
    expect(button(page)).toBe('Zaproponuj zaproszenie');
    expect(text()).toContain('poczeka, aż drugi administrator dołączy');
    choose(page, 'administrator programu');
    expect(button(page)).toBe('Wyślij zaproszenie');
    expect(text()).toContain('wyjdzie od razu, bez zgody drugiej osoby');
  });

  it('tells an administrator among others that one of them decides', async () => {
    const { page, text } = await openAs(2);
    choose(page, 'administrator programu');
    expect(button(page)).toBe('Zaproponuj zaproszenie');
    expect(text()).toContain('zatwierdza inny administrator');
    expect(page.querySelector('.notice')).toBeNull();
  });
});
