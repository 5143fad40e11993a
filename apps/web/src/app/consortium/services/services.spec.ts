import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import type { ConsortiumFields, ConsortiumResponse } from '@zit/contracts';
import { kompas } from '../../../testing/kompas';
import { OrganisationStore } from '../../organisation/organisation-store';
import { codeOf } from './own-service';
import { ServiceGrid } from './service-grid';
import { ServicePoints } from './service-points';
import { TargetGroups } from './target-groups';

async function show(
  component: typeof ServiceGrid | typeof TargetGroups | typeof ServicePoints,
  change: Partial<ConsortiumResponse> = {},
) {
  TestBed.configureTestingModule({
    providers: [{ provide: OrganisationStore, useValue: { territory: () => Promise.resolve({ municipalities: [] }) } }],
  });
  const fixture = TestBed.createComponent<ServiceGrid | TargetGroups | ServicePoints>(component);
  let facts = kompas(change);
  fixture.componentRef.setInput('facts', facts);
  const sent: Partial<ConsortiumFields>[] = [];
  fixture.componentInstance.changes.subscribe((changes) => {
    sent.push(changes);
    facts = { ...facts, ...(changes as Partial<ConsortiumResponse>) };
    fixture.componentRef.setInput('facts', facts);
  });
  await fixture.whenStable();
  const host = fixture.nativeElement as HTMLElement;
  const loader = TestbedHarnessEnvironment.loader(fixture);
  return { host, loader, sent, fixture, facts: () => facts };
}

describe('the services of both areas', () => {
  it('gives every box the name of its service and member', async () => {
    const { host } = await show(ServiceGrid);
    const boxes = [...host.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    expect(boxes).toHaveLength(24 * 5);
    const chosen = boxes.filter((box) => box.checked).map((box) => box.getAttribute('aria-label'));
    expect(chosen).toContain('szkolenia: „Molo Praca” sp. z o.o.');
  });

  it('ticks and unticks one service of one member', async () => {
    const { host, facts } = await show(ServiceGrid, { services: [] });
    const box = host.querySelector<HTMLInputElement>('[aria-label="staże: Gmina Miasta Sopotu"]')!;
    box.click();
    expect(facts().services).toEqual([{ code: 'LM_INTERNSHIP', memberId: 'M4' }]);
    box.click();
    expect(facts().services).toEqual([]);
  });

  it('N11: a service outside the catalogue needs its reason', async () => {
    const { host, loader, sent, facts } = await show(ServiceGrid);
    await (await loader.getHarness(MatButtonHarness.with({ text: /Dodaj własną usługę/ }))).click();
    const name = await loader.getHarness(MatInputHarness.with({ selector: '#own-name' }));
    await name.setValue('Warsztat stolarski');
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Dodaj usługę' }))).click();
    expect(host.querySelector('zit-error-summary')!.textContent).toContain('co najmniej 10 znaków');
    expect(sent).toEqual([]);
    const reason = await loader.getHarness(MatInputHarness.with({ selector: '#own-justification' }));
    await reason.setValue('Przygotowuje do pracy w zawodzie poszukiwanym w mieście.');
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Dodaj usługę' }))).click();
    expect(facts().catalogueAdditions).toMatchObject([{ code: 'LM_WARSZTAT_STOLARSKI', area: 'LABOUR_MARKET' }]);
  });

  it('makes codes of Polish names', () => {
    expect(codeOf('SOCIAL_SERVICES', 'Łódź – żeglowanie, część 2')).toBe('SS_LODZ_ZEGLOWANIE_CZESC_2');
  });

  it('a removed own service comes back with everything planned under it', async () => {
    const own = { code: 'LM_X', area: 'LABOUR_MARKET' as const, pl: 'warsztat', justification: 'dziesięć znaków' };
    const services = [{ code: 'LM_X', memberId: 'M1' }];
    const { host, fixture, facts } = await show(ServiceGrid, { catalogueAdditions: [own], services });
    host.querySelector<HTMLElement>('[aria-label="Usuń usługę własną: warsztat"]')!.click();
    expect(facts()).toMatchObject({ catalogueAdditions: [], services: [] });
    const bar = await TestbedHarnessEnvironment.documentRootLoader(fixture).getHarness(MatSnackBarHarness);
    await bar.dismissWithAction();
    expect(facts()).toMatchObject({ catalogueAdditions: [own], services });
  });
});

describe('the 15 target groups', () => {
  const input = (host: HTMLElement, name: string) =>
    host.querySelector<HTMLInputElement>(`[aria-label="Planowana liczba osób: ${name}"]`)!;
  const type = (field: HTMLInputElement, text: string) => {
    field.value = text;
    field.dispatchEvent(new Event('input'));
  };

  it('shows all fifteen with their head-counts and the sum', async () => {
    const { host } = await show(TargetGroups);
    expect(host.querySelectorAll('ol input')).toHaveLength(15);
    expect(input(host, 'osoby bezdomne').value).toBe('8');
    expect(host.textContent).toContain('Suma wskazań: 160');
  });

  it('takes whole numbers only and keeps what it cannot take', async () => {
    const { host, sent, fixture } = await show(TargetGroups);
    type(input(host, 'osoby bezdomne'), '8,5');
    await fixture.whenStable();
    expect(sent).toEqual([]);
    expect(input(host, 'osoby bezdomne').getAttribute('aria-invalid')).toBe('true');
    expect(host.textContent).toContain('Wpisz liczbę całkowitą od 0 do 1000000.');
    type(input(host, 'osoby bezdomne'), '9');
    await fixture.whenStable();
    expect(input(host, 'osoby bezdomne').getAttribute('aria-invalid')).toBeNull();
    expect(sent.at(-1)?.targetGroups).toContainEqual({ code: 'HOMELESS', planned: 9 });
  });

  it('forgets a group that is planned no more', async () => {
    const { host, sent } = await show(TargetGroups);
    type(input(host, 'osoby bezdomne'), '');
    expect(sent.at(-1)?.targetGroups?.map((group) => group.code)).not.toContain('HOMELESS');
  });

  it('remarks on more different persons than entries', async () => {
    const { host } = await show(TargetGroups, { distinctPersons: 161 });
    expect(host.textContent).toContain('Różnych osób nie może być więcej niż wskazań (160).');
  });
});

describe('the service points', () => {
  it('adds an address; without one it says what to do', async () => {
    const { host, loader, facts } = await show(ServicePoints, { servicePoints: [] });
    const add = await loader.getHarness(MatButtonHarness.with({ text: /Dodaj punkt/ }));
    await add.click();
    expect(host.textContent).toContain('Wpisz adres punktu.');
    const address = await loader.getHarness(MatInputHarness.with({ selector: '#new-point' }));
    await address.setValue('ul. Testowa 7');
    await add.click();
    expect(facts().servicePoints).toMatchObject([{ address: 'ul. Testowa 7', teryt: '2264011' }]);
    expect(await address.getValue()).toBe('');
  });

  it('takes a removed point back', async () => {
    const { host, fixture, facts } = await show(ServicePoints);
    const before = facts().servicePoints;
    host.querySelector<HTMLElement>('[aria-label^="Usuń punkt"]')!.click();
    expect(facts().servicePoints).toHaveLength(before.length - 1);
    const bar = await TestbedHarnessEnvironment.documentRootLoader(fixture).getHarness(MatSnackBarHarness);
    await bar.dismissWithAction();
    expect(facts().servicePoints).toEqual(before);
  });
});
