import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { provideRouter, Router } from '@angular/router';
import type { ConsortiumListItem, ConsortiumPage } from '@zit/contracts';
import { mayAnywhere, type PolicyAct, type Role } from '@zit/domain';
import { ActingFor } from '../../shell/acting-for';
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

const acting = (role: Role) => {
  const grant = { organisationId: 'O1', organisationName: 'Gmina Miasta Sopotu', teryt: '2264011', role };
  const may = (act: PolicyAct) => mayAnywhere([grant], act);
  return { provide: ActingFor, useValue: { grants: signal([grant]), viewer: signal(null), may } };
};

describe('the list of consortia', () => {
  async function show(pages: ConsortiumPage[], role: Role = 'COORDINATOR', szukaj = '') {
    const page = jest.fn(() => Promise.resolve(pages.shift() ?? { items: [], next: null }));
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: ConsortiumHttp, useValue: { page } }, acting(role)],
    });
    const fixture = TestBed.createComponent(ConsortiumListPage);
    fixture.componentRef.setInput('szukaj', szukaj);
    await fixture.whenStable();
    const text = () => (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');
    return { page, text, loader: TestbedHarnessEnvironment.loader(fixture) };
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

  it('does not offer founding to those who only read', async () => {
    const { text } = await show([], 'AUDITOR');
    expect(text()).not.toContain('Załóż konsorcjum');
    expect(text()).not.toContain('Załóż pierwsze');
    expect(text()).toContain('Pojawią się tutaj');
  });
});

describe('founding a consortium', () => {
  async function show(role: Role = 'MUNICIPALITY_OFFICER') {
    const create = jest.fn(() => Promise.resolve({ id: 'K9' }));
    const localCentres = () =>
      Promise.resolve([
        { id: 'LC1', name: 'Lokalne Centrum Sopot', teryt: '2264011', municipality: 'Sopot', phase: 1 },
        { id: 'LC2', name: 'Lokalne Centrum Gdynia', teryt: '2262011', municipality: 'Gdynia', phase: 1 },
      ]);
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: ConsortiumHttp, useValue: { create, localCentres } }, acting(role)],
    });
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
    expect(host.textContent).toContain('Konsorcjum zakłada koordynator organizacji');
    expect(create).not.toHaveBeenCalled();
  });
});
