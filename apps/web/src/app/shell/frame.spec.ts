import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { DeferBlockBehavior, TestBed } from '@angular/core/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { provideRouter, Router } from '@angular/router';
import type { SessionResponse } from '@zit/contracts';
import { problemInterceptor } from '../session/problem-interceptor';
import { SessionStore } from '../session/session-store';
import { grantOf, signedInAs } from '../../testing/signed-in-as';
import { Frame } from './frame';
import { UnsavedWork } from './unsaved-work';

const session = signedInAs([
  { ...grantOf('MUNICIPALITY_OFFICER', 'gmina', '2264011'), organisationName: 'Gmina Miasta Sopotu' },
  { ...grantOf('COORDINATOR', 'kompas'), organisationName: 'Stowarzyszenie „Kompas”' },
  { ...grantOf('OWNER', 'kompas'), organisationName: 'Stowarzyszenie „Kompas”' },
  grantOf('AUDITOR'),
]);
const settle = () => new Promise((done) => setTimeout(done));

describe('frame', () => {
  let http: HttpTestingController;

  const show = async (now: SessionResponse = session) => {
    TestBed.configureTestingModule({
      // What comes when the browser is idle has a spec of its own.
      deferBlockBehavior: DeferBlockBehavior.Manual,
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter([{ path: '**', children: [] }]),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    const signing = TestBed.inject(SessionStore).signIn('gmina@example.org', 'x');
    http.expectOne('/api/v1/session').flush(now);
    await signing;
    const fixture = TestBed.createComponent(Frame);
    await fixture.whenStable();
    const loader = TestbedHarnessEnvironment.loader(fixture);
    const root = TestbedHarnessEnvironment.documentRootLoader(fixture);
    const menus = await loader.getAllHarnesses(MatMenuHarness);
    return { page: fixture.nativeElement as HTMLElement, fixture, root, whom: menus[0]!, account: menus[1]! };
  };

  it('names every place and every icon', async () => {
    const { page } = await show();
    expect([...page.querySelectorAll('nav li a')].map((each) => each.textContent?.trim())).toEqual([
      'Start',
      'Nabory',
      'Oferty',
      'Konsorcja',
      'Organizacje',
    ]);
    for (const button of page.querySelectorAll('button, a')) {
      const name = button.getAttribute('aria-label') ?? button.textContent?.trim();
      expect(name).toBeTruthy();
    }
  });

  it('shows whom one acts for and switches', async () => {
    const { page, whom } = await show();
    expect(page.querySelector('.acting-for')?.textContent).toContain('Gmina Miasta Sopotu');
    await whom.open();
    const items = await whom.getItems();
    expect(await Promise.all(items.map((each) => each.getText()))).toEqual([
      expect.stringContaining('pracownik gminy'),
      expect.stringContaining('koordynator konsorcjum, opiekun dostępu organizacji'),
      expect.stringContaining('audytor'),
    ]);
    await items[1]?.click();
    await settle();
    const request = http.expectOne({ method: 'PUT', url: '/api/v1/session/acting-for' });
    expect(request.request.body).toEqual({ organisationId: 'kompas', body: null });
    request.flush({ ...session, actingFor: 'kompas' });
    await settle();
    TestBed.tick();
    expect(page.querySelector('.acting-for')?.textContent).toContain('Stowarzyszenie „Kompas”');
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('acts for a body of the programme, with the places that its roles open', async () => {
    const { page, whom } = await show();
    await whom.open();
    await (await whom.getItems())[2]?.click();
    await settle();
    const request = http.expectOne({ method: 'PUT', url: '/api/v1/session/acting-for' });
    expect(request.request.body).toEqual({ organisationId: null, body: 'PROGRAMME' });
    request.flush({ ...session, actingFor: null, actingBody: 'PROGRAMME' });
    await settle();
    TestBed.tick();
    expect(page.querySelector('.acting-for')?.textContent).toContain('Program');
    expect([...page.querySelectorAll('nav li a')].map((each) => each.textContent?.trim())).toEqual([
      'Start',
      'Nabory',
      'Konsorcja',
      'Organizacje',
      'Osoby',
      'Dziennik',
    ]);
  });

  it.each([
    ['/administracja/dane', 'Osoby'],
    ['/osoby/zaproszenia?stan=1', 'Osoby'],
    ['/dokumenty/1', 'Konsorcja'],
    ['/nabory/1/publikacja', 'Nabory'],
    ['/', 'Start'],
    ['/pomoc', null],
  ])('at %s it marks the place %s', async (url, name) => {
    const { page, fixture } = await show(signedInAs([grantOf('ADMINISTRATOR')], 'PROGRAMME'));
    await TestBed.inject(Router).navigateByUrl(url);
    await fixture.whenStable();
    const here = [...page.querySelectorAll('nav a.here, nav [aria-current]')];
    expect(here.map((each) => [each.textContent?.trim(), each.getAttribute('aria-current')])).toEqual(
      name === null ? [] : [[name, 'page']],
    );
  });

  it('names the county of whoever acts for one', async () => {
    const { page, whom } = await show(
      signedInAs(
        [
          grantOf('COUNTY_OPERATOR', null, '2264'),
          grantOf('NGO_COUNCIL', null, '2215'),
          grantOf('COUNTY_OPERATOR', 'operator', '2262'),
        ],
        'COUNTY',
      ),
    );
    expect(page.querySelector('.acting-for .name')?.textContent).toBe('Powiat m. Sopot');
    await whom.open();
    const items = await whom.getItems();
    expect(await Promise.all(items.map((each) => each.getText()))).toEqual([
      expect.stringMatching(/Organizacja „operator”.*operator powiatowy \(powiat m\. Gdynia\)/),
      expect.stringMatching(/Powiat m\. Sopot.*operator powiatowy$/),
      expect.stringContaining('Rada organizacji pozarządowych, powiat wejherowski'),
    ]);
  });

  it('stays where it was when the server refuses the switch, and says why', async () => {
    const { page, whom } = await show();
    await whom.open();
    await (await whom.getItems())[1]?.click();
    await settle();
    http
      .expectOne({ method: 'PUT', url: '/api/v1/session/acting-for' })
      .flush({ code: 'FORBIDDEN', detail: 'Tej roli już nie masz.', status: 403 }, { status: 403, statusText: 'x' });
    await settle();
    TestBed.tick();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Tej roli już nie masz.');
    expect(page.querySelector('.acting-for')?.textContent).toContain('Gmina Miasta Sopotu');
  });

  it('S-42: says through whose eyes one looks, closes the switch, and ends the view', async () => {
    const viewed = { ...session, viewer: { name: 'Administrator programu', reason: 'zgłoszenie z 5 marca' } };
    const { page, whom } = await show(viewed);
    const banner = page.querySelector('zit-viewing-banner')!;
    expect(banner.textContent).toContain('oczami: Pracownik Gminy Miasta Sopotu (tylko odczyt)');
    expect(banner.textContent).toContain('zgłoszenie z 5 marca');
    await whom.open();
    for (const item of await whom.getItems()) expect(await item.isDisabled()).toBe(true);
    banner.querySelector('button')!.click();
    await settle();
    http.expectOne({ method: 'DELETE', url: '/api/v1/session/view-as' }).flush(session);
    await settle();
    TestBed.tick();
    expect(page.querySelector('zit-viewing-banner')).toBeNull();
  });

  it('signs out and goes to the sign-in page', async () => {
    const { account } = await show();
    await account.open();
    await account.clickItem({ text: 'Wyloguj się' });
    http.expectOne({ method: 'DELETE', url: '/api/v1/session' }).flush(null, { status: 204, statusText: 'x' });
    await settle();
    expect(TestBed.inject(Router).url).toBe('/logowanie');
    expect(TestBed.inject(SessionStore).session()).toBeNull();
  });

  it('asks before unsaved work would be lost, and only then', async () => {
    const { account, root, fixture } = await show();
    const unsaved = signal(true);
    const release = TestBed.inject(UnsavedWork).hold(unsaved);
    await account.open();
    await account.clickItem({ text: 'Wyloguj się' });
    await settle();
    await fixture.whenStable();
    const dialog = await root.getHarness(MatDialogHarness);
    expect(await dialog.getTitleText()).toBe('Niezapisane zmiany');
    await dialog.close();
    http.expectNone({ method: 'DELETE', url: '/api/v1/session' });
    release();
    expect(await TestBed.inject(UnsavedWork).mayLeave()).toBe(true);
  });
});
