import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, inject, Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { provideRouter } from '@angular/router';
import type { MemberResponse, OrganisationListItem, OrganisationQuery } from '@zit/contracts';
import { FakeConsortiumHttp } from '../../../testing/fake-consortium-http';
import { until } from '../../../testing/soon';
import { OrganisationStore } from '../../organisation/organisation-store';
import { consortiumProviders } from '../consortium-fixes';
import { ConsortiumHttp } from '../consortium-http';
import { ConsortiumStore } from '../consortium-store';
import { openAddMember, type AddMemberQuestion } from './add-member-dialog';

const organisation = (id: string, name: string, sector: OrganisationListItem['sector']): OrganisationListItem => ({
  id,
  name,
  sector,
  legalForm: null,
  nip: '9990000072',
  regon: null,
  krs: null,
  teryt: '2264011',
  municipality: 'Sopot',
});
const register = [
  organisation('O-M1', 'Stowarzyszenie „Kompas”', 'NGO'),
  organisation('O-N1', 'Fundacja „Nowe Jutro”', 'NGO'),
  organisation('O-B1', '„Port Pracy” sp. z o.o.', 'BUSINESS'),
];

@Component({ template: '' })
class Host {
  readonly injector = inject(Injector);
}

describe('the dialog that adds a member', () => {
  let server: FakeConsortiumHttp;
  const list = jest.fn((query: OrganisationQuery) =>
    Promise.resolve({
      items: register.filter(
        ({ name, sector }) =>
          (!query.sector || query.sector === sector) && name.toLowerCase().includes((query.search ?? '').toLowerCase()),
      ),
      next: null,
    }),
  );
  const create = jest.fn(() => Promise.resolve({ id: 'O-NEW' }));

  async function open(question: AddMemberQuestion, change = {}) {
    list.mockClear();
    create.mockClear();
    server = new FakeConsortiumHttp(change);
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: ConsortiumHttp, useValue: server },
        {
          provide: OrganisationStore,
          useValue: { list, create, duplicates: () => Promise.resolve({ certain: [], likely: [] }) },
        },
        consortiumProviders,
      ],
    });
    await TestBed.inject(ConsortiumStore).open('K1');
    const fixture = TestBed.createComponent(Host);
    const window = TestbedHarnessEnvironment.documentRootLoader(fixture);
    let answer: MemberResponse | null | undefined;
    void openAddMember(fixture.componentInstance.injector, question).then((member) => (answer = member));
    await fixture.whenStable();
    const dialog = await window.getHarness(MatDialogHarness);
    const rows = () =>
      [...document.querySelectorAll<HTMLLabelElement>('zit-add-member-dialog fieldset:not(.roles) label')].map(
        (row) => ({
          name: row.querySelector('.name')!.textContent,
          input: row.querySelector('input')!,
        }),
      );
    const press = async (text: string | RegExp) => (await dialog.getHarness(MatButtonHarness.with({ text }))).click();
    return { dialog, rows, press, answer: () => answer, settle: () => fixture.whenStable() };
  }

  it('shows the register; who is a member already cannot be chosen and is told so', async () => {
    const { dialog, rows } = await open({ sectors: [], role: 'PARTNER' });
    expect(rows().map(({ name, input }) => [name, input.disabled])).toEqual([
      ['Stowarzyszenie „Kompas”', true],
      ['Fundacja „Nowe Jutro”', false],
      ['„Port Pracy” sp. z o.o.', false],
    ]);
    expect(await dialog.getText()).toContain('już należy do konsorcjum');
  });

  it('shows only the sectors that a fix asks for', async () => {
    const { rows } = await open({ sectors: ['NGO', 'CHURCH'], role: 'PARTNER' });
    expect(list.mock.calls.map(([query]) => query.sector)).toEqual(['NGO', 'CHURCH']);
    expect(rows().map(({ name }) => name)).toEqual(['Fundacja „Nowe Jutro”', 'Stowarzyszenie „Kompas”']);
  });

  it('says what is missing when nothing is chosen, then adds the chosen one', async () => {
    const { dialog, rows, press, answer } = await open({ sectors: [], role: 'PARTNER' });
    await press('Dodaj do konsorcjum');
    expect(await dialog.getText()).toContain('Najpierw wybierz organizację z listy.');
    rows()[1]!.input.click();
    await press('Dodaj do konsorcjum');
    await until(() => answer() !== undefined);
    expect(answer()).toMatchObject({ organisationId: 'O-N1', role: 'PARTNER' });
    expect(server.calls).toEqual(['addMember']);
  });

  it('asks for the role only while there is no leader', async () => {
    const { dialog } = await open({ sectors: [], role: 'LEADER' }, { members: [], lines: [], services: [] });
    expect(await dialog.getText()).toContain('Rola');
  });

  it('writes a new organisation into the register and takes it along; its name is what was searched for', async () => {
    const { dialog, press, settle, answer } = await open({ sectors: [], role: 'PARTNER' });
    const search = await dialog.getHarness(MatInputHarness);
    await search.setValue('Fundacja „Latarnia”');
    await until(() => list.mock.calls.some(([query]) => query.search === 'Fundacja „Latarnia”'));
    await settle();
    expect(await dialog.getText()).toContain('Rejestr nie zna takiej organizacji.');
    document.querySelector<HTMLButtonElement>('zit-add-member-dialog button.link')!.click();
    await settle();
    const name = await dialog.getHarness(MatInputHarness.with({ selector: '#name' }));
    expect(await name.getValue()).toBe('Fundacja „Latarnia”');
    await press('Zapisz w rejestrze i dodaj do konsorcjum');
    expect(await dialog.getText()).toContain('Wybierz formę prawną; z niej wynika sektor.');
    expect(create).not.toHaveBeenCalled();

    const nip = await dialog.getHarness(MatInputHarness.with({ selector: '#nip' }));
    await nip.setValue('9990000021');
    await nip.blur();
    await press('Zapisz w rejestrze i dodaj do konsorcjum');
    expect(create).not.toHaveBeenCalled();
    expect(answer()).toBeUndefined();
  });
});
