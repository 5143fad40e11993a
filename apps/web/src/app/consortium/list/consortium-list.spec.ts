import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { provideRouter, Router } from '@angular/router';
import type { ConsortiumListItem, ConsortiumPage, SessionResponse } from '@zit/contracts';
import type { Role } from '@zit/domain';
import { whoMayWords } from '@zit/words.pl/closed-acts';
import { viewOnlyReason } from '@zit/words.pl/view-only';
import { SessionStore } from '../../session/session-store';
import { reasonOf } from '../../../testing/closed-button';
import { grantOf, signedInAs } from '../../../testing/signed-in-as';
import { ConsortiumHttp } from '../consortium-http';
import { ConsortiumListPage } from './consortium-list-page';
import { CreateConsortiumPage } from './create-consortium-page';

const item = (id: string, title: string, memberCount = 5): ConsortiumListItem => ({
  id,
  title,
  municipality: 'Sopot',
  teryt: '2264011',
  leaderName: null,
  memberCount,
  totalGrosze: 33_000_000,
  updatedAt: '2015-03-05T10:00:00.000Z',
});

const viewer = { name: 'Administrator programu', reason: 'zgłoszenie z 5 marca' };
const signIn = (role: Role, change: Partial<SessionResponse> = {}) =>
  TestBed.inject(SessionStore).take(signedInAs([grantOf(role, 'gmina', '2264011')], null, change));

describe('the list of consortia', () => {
  async function show(
    pages: ConsortiumPage[],
    role: Role = 'COORDINATOR',
    szukaj = '',
    change: Partial<SessionResponse> = {},
  ) {
    const page = jest.fn(() => Promise.resolve(pages.shift() ?? { items: [], next: null }));
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideRouter([]), { provide: ConsortiumHttp, useValue: { page } }],
    });
    signIn(role, change);
    const fixture = TestBed.createComponent(ConsortiumListPage);
    fixture.componentRef.setInput('szukaj', szukaj);
    await fixture.whenStable();
    const text = () => (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');
    const host = fixture.nativeElement as HTMLElement;
    return { page, text, host, loader: TestbedHarnessEnvironment.loader(fixture) };
  }

  it('shows place, leader, size and money of each, and brings the next page after the first', async () => {
    const { text, loader, page } = await show([
      { items: [item('K1', 'Kompas Sopocki')], next: 'cursor' },
      { items: [item('K2', 'Port Nadziei', 1)], next: null },
    ]);
    expect(text()).toContain('Kompas Sopocki');
    expect(text()).toContain('330 000,00 zł');
    expect(text()).toContain('bez lidera');
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Pokaż więcej' }))).click();
    expect(page).toHaveBeenLastCalledWith({ after: 'cursor' });
    expect(text()).toContain('Port Nadziei');
    expect(text()).toContain('1 członek');
    expect(await loader.getAllHarnesses(MatButtonHarness.with({ text: 'Pokaż więcej' }))).toEqual([]);
  });

  it('teaches how to begin when there is nothing yet', async () => {
    const { text } = await show([]);
    expect(text()).toContain('Nie ma jeszcze żadnego konsorcjum');
  });

  it('says what to do when nothing matches', async () => {
    const { text } = await show([], 'COORDINATOR', 'xyz');
    expect(text()).toContain('Żadne konsorcjum nie pasuje do „xyz”');
  });

  it('closes founding to those who only read, says once who founds, and does not teach them to', async () => {
    const { text, host } = await show([], 'AUDITOR');
    expect(reasonOf(host, 'Załóż konsorcjum')).toBe(whoMayWords.createConsortium);
    expect(host.querySelectorAll('zit-act-link')).toHaveLength(1);
    expect(text()).not.toContain('Załóż pierwsze');
    expect(text()).toContain('Pojawią się tutaj');
  });

  it('leads who founds to the form', async () => {
    const { host } = await show([{ items: [item('K1', 'Kompas Sopocki')], next: null }]);
    expect(host.querySelector('zit-act-link a')?.getAttribute('href')).toBe('/konsorcja/nowe');
  });

  it('S-42: shows through another’s eyes what that person sees, closed', async () => {
    const { text, host } = await show([], 'COORDINATOR', '', { viewer });
    expect(text()).toContain('Załóż pierwsze');
    expect(reasonOf(host, 'Załóż konsorcjum')).toBe(viewOnlyReason);
    expect(host.querySelector('a[href="/konsorcja/nowe"]')).toBeNull();
  });
});

describe('founding a consortium', () => {
  async function show(role: Role = 'MUNICIPALITY_OFFICER', change: Partial<SessionResponse> = {}) {
    const create = jest.fn(() => Promise.resolve({ id: 'K9' }));
    const localCentres = () =>
      Promise.resolve([
        { id: 'LC1', name: 'Lokalne Centrum Sopot', teryt: '2264011', municipality: 'Sopot', phase: 1 },
        { id: 'LC2', name: 'Lokalne Centrum Gdynia', teryt: '2262011', municipality: 'Gdynia', phase: 1 },
      ]);
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideRouter([]),
        { provide: ConsortiumHttp, useValue: { create, localCentres } },
      ],
    });
    signIn(role, change);
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const fixture = TestBed.createComponent(CreateConsortiumPage);
    await fixture.whenStable();
    return {
      create,
      navigate,
      host: fixture.nativeElement as HTMLElement,
      loader: TestbedHarnessEnvironment.loader(fixture),
    };
  }

  it('finds the own municipality and its only centre chosen, and asks only for the name', async () => {
    const { create, navigate, loader, host } = await show();
    const found = await loader.getHarness(MatButtonHarness.with({ text: 'Załóż konsorcjum' }));
    await found.click();
    expect(host.querySelector('zit-error-summary')!.textContent).toContain('Wpisz nazwę konsorcjum');
    expect(create).not.toHaveBeenCalled();
    await (await loader.getHarness(MatInputHarness)).setValue(' Kompas Sopocki ');
    await found.click();
    expect(create).toHaveBeenCalledWith({ title: 'Kompas Sopocki', localCentreId: 'LC1' });
    expect(navigate).toHaveBeenCalledWith(['/konsorcja', 'K9']);
  });

  it('shows no form to who only reads, and says who founds', async () => {
    const { host, create } = await show('OWNER');
    expect(host.querySelector('form')).toBeNull();
    expect(host.textContent).toContain(whoMayWords.createConsortium);
    expect(create).not.toHaveBeenCalled();
  });

  it('S-42: shows no form to who looks through another’s eyes', async () => {
    const { host } = await show('MUNICIPALITY_OFFICER', { viewer });
    expect(host.querySelector('form')).toBeNull();
    expect(host.textContent).toContain(viewOnlyReason);
  });
});
