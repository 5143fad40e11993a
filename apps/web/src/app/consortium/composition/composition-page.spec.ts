import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatRadioButtonHarness } from '@angular/material/radio/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { provideRouter } from '@angular/router';
import type { ConsortiumResponse } from '@zit/contracts';
import { FakeConsortiumHttp } from '../../../testing/fake-consortium-http';
import { consortiumProviders } from '../consortium-fixes';
import { ConsortiumHttp } from '../consortium-http';
import { ConsortiumStore } from '../consortium-store';
import { CompositionPage } from './composition-page';

describe('the composition of a consortium', () => {
  let fixture: ComponentFixture<CompositionPage>;
  let store: ConsortiumStore;
  let server: FakeConsortiumHttp;

  async function show(change: Partial<ConsortiumResponse> = {}) {
    server = new FakeConsortiumHttp(change);
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: ConsortiumHttp, useValue: server }, consortiumProviders],
    });
    store = TestBed.inject(ConsortiumStore);
    await store.open('K1');
    fixture = TestBed.createComponent(CompositionPage);
    await fixture.whenStable();
    return {
      page: TestbedHarnessEnvironment.loader(fixture),
      window: TestbedHarnessEnvironment.documentRootLoader(fixture),
      names: () =>
        [...(fixture.nativeElement as HTMLElement).querySelectorAll('zit-member-card h3')].map((name) =>
          name.textContent.trim(),
        ),
    };
  }

  /** Dialogs and snack bars close in their own time. */
  async function until(isSo: () => boolean) {
    while (!isSo()) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await fixture.whenStable();
    }
  }

  type Shown = Awaited<ReturnType<typeof show>>;

  async function leave({ page, window }: Shown, name: string, heir: string) {
    const host = fixture.nativeElement as HTMLElement;
    host.querySelector<HTMLElement>(`[aria-label="Wystąpienie z konsorcjum: ${name}"]`)!.click();
    await page.getAllHarnesses(MatButtonHarness);
    const dialog = await window.getHarness(MatDialogHarness);
    await (await dialog.getHarness(MatRadioButtonHarness.with({ label: heir }))).check();
    return { dialog, confirm: await dialog.getHarness(MatButtonHarness.with({ text: 'Potwierdź wystąpienie' })) };
  }

  it('names every act after its member', async () => {
    await show();
    const labels = [...(fixture.nativeElement as HTMLElement).querySelectorAll('zit-member-card [aria-label]')].map(
      (act) => act.getAttribute('aria-label'),
    );
    expect(labels).toContain('Zadania i wkład: Stowarzyszenie „Kompas”');
    expect(labels).toContain('Ustanów liderem: Gmina Miasta Sopotu');
    expect(labels).toContain('Wystąpienie z konsorcjum: „Molo Praca” sp. z o.o.');
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('shows all four measures of the NGO share, and which of them decides', async () => {
    await show();
    const rows = [...(fixture.nativeElement as HTMLElement).querySelectorAll('zit-ngo-share tbody tr')].map((row) =>
      [...row.querySelectorAll('th, td.number')].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()).join(' '),
    );
    expect(rows).toEqual([
      'liczba członków rozstrzyga, próg 50 % 60,00 %',
      'udział w budżecie 65,15 %',
      'udział w środkach ZIT 76,64 %',
      'głosy w radzie partnerstwa 60,00 %',
    ]);
  });

  it('N21: the first NGO may leave, the second exit says what it breaks and what mends it', async () => {
    const shown = await show();
    const first = await leave(shown, 'Fundacja „Przystań Integracji”', 'Stowarzyszenie „Kompas”');
    expect(await first.dialog.getText()).toContain('Wystąpienie nie narusza żadnej zasady.');
    await first.confirm.click();
    await until(() => store.facts()!.members.length === 4 && store.waiting() === 0);
    expect(shown.names()).not.toContain('Fundacja „Przystań Integracji”');

    const second = await leave(shown, 'Stowarzyszenie „Sąsiedzi z Górki”', 'Stowarzyszenie „Kompas”');
    const text = (await second.dialog.getText()).replace(/\s/g, ' ');
    expect(text).toContain('1 z 3 członków (33,33');
    expect(text).toContain('dodaj 1 organizację pozarządową');
    await second.confirm.click();
    await until(() => store.facts()!.members.length === 3 && store.waiting() === 0);
    // The act ends with its message; a test that ends before it would pull the page from under it.
    await until(
      () => document.querySelector('mat-snack-bar-container')?.textContent.includes('Sąsiedzi z Górki') === true,
    );
    const finding = store.check()!.findings.find((one) => one.code === 'R-NGO')!;
    expect(finding.verdict).toBe('fail');
    expect(store.totals().total).toBe(33_000_000);
  });

  it('an exit can be taken back: lines, services and tasks return', async () => {
    const shown = await show();
    const before = store.totals().byMember['M2']!.total;
    const { confirm } = await leave(shown, 'Fundacja „Przystań Integracji”', 'Stowarzyszenie „Kompas”');
    await confirm.click();
    await until(() => document.querySelector('mat-snack-bar-container') !== null);
    const bar = await shown.window.getHarness(MatSnackBarHarness);
    expect(await bar.getActionDescription()).toBe('Cofnij');
    await bar.dismissWithAction();
    await until(() => store.facts()!.members.length === 5 && store.waiting() === 0 && server.calls.length > 3);
    expect(store.totals().byMember['M-O-M2']!.total).toBe(before);
    expect(server.now.services.filter((service) => service.memberId === 'M-O-M2')).not.toHaveLength(0);
  });

  it('asks for the heir of lines and says why the exit cannot be confirmed without one', async () => {
    const { page, window } = await show();
    (fixture.nativeElement as HTMLElement)
      .querySelector<HTMLElement>('[aria-label="Wystąpienie z konsorcjum: Gmina Miasta Sopotu"]')!
      .click();
    await page.getAllHarnesses(MatButtonHarness);
    const dialog = await window.getHarness(MatDialogHarness);
    await (await dialog.getHarness(MatButtonHarness.with({ text: 'Potwierdź wystąpienie' }))).click();
    expect(await dialog.getText()).toContain('Wskaż, kto przejmie pozycje i usługi.');
    expect(server.calls).toEqual([]);
  });

  it('appoints another leader; the old one becomes a partner', async () => {
    await show();
    (fixture.nativeElement as HTMLElement)
      .querySelector<HTMLElement>('[aria-label="Ustanów liderem: Fundacja „Przystań Integracji”"]')!
      .click();
    await fixture.whenStable();
    await store.saveAll();
    expect(server.now.members.filter((member) => member.role === 'LEADER').map((member) => member.id)).toEqual(['M2']);
  });

  it('lets a reader read: no acts, fields that cannot be typed into', async () => {
    const { page } = await show({ may: { edit: false, issue: false, reason: 'Możesz czytać.' } });
    expect(await page.getAllHarnesses(MatButtonHarness.with({ text: /Dodaj członka|Wystąpienie|Ustanów/ }))).toEqual(
      [],
    );
    const title = (fixture.nativeElement as HTMLElement).querySelector<HTMLInputElement>('zit-consortium-card input')!;
    expect(title.readOnly).toBe(true);
  });

  it('an empty consortium says where to begin', async () => {
    const { page } = await show({ members: [], lines: [], services: [] });
    expect((fixture.nativeElement as HTMLElement).textContent).toContain('Zacznij od lidera');
    expect(await page.getAllHarnesses(MatButtonHarness.with({ text: 'Dodaj członka' }))).toHaveLength(1);
  });
});
