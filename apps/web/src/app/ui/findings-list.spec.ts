import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { MatButtonHarness } from '@angular/material/button/testing';
import type { Finding } from '@zit/domain';
import { FindingsList } from './findings-list';

const finding = (more: Partial<Finding>): Finding => ({
  code: 'R-OWN',
  aspect: 'SHARE',
  verdict: 'fail',
  unit: 'grosze',
  actual: 4_949_999,
  required: 4_950_000,
  relation: 'atLeast',
  shortBy: 1,
  text: 'Wkład własny to 14,99 % kosztu; brakuje 0,01 zł.',
  source: 'slajd 13',
  subject: null,
  fix: { text: 'zwiększ wkład własny o 0,01 zł', steps: [] },
  ...more,
});

@Component({
  imports: [FindingsList],
  template: '<zit-findings-list [findings]="findings()" [reason]="reason()" (fix)="fixed = $event" />',
})
class Host {
  readonly findings = signal<Finding[]>([
    finding({}),
    finding({ code: 'R-COMP', aspect: 'BUSINESS', verdict: 'warning', text: 'Nie ma przedsiębiorcy.', fix: null }),
    finding({ code: 'R-SIZE', verdict: 'pass', text: 'Członków jest 5.', fix: null }),
  ]);
  readonly reason = signal<string | null>(null);
  fixed: Finding | null = null;
}

describe('findings list', () => {
  const show = async () => {
    const fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    return { fixture, page: fixture.nativeElement as HTMLElement, loader: TestbedHarnessEnvironment.loader(fixture) };
  };

  it('groups by what blocks, what to look at and, folded, what is in order', async () => {
    const { page, fixture } = await show();
    expect([...page.querySelectorAll('h3')].map((each) => each.textContent?.trim().replace(/\s+/g, ' '))).toEqual([
      'Do poprawy 1',
      'Uwagi 1',
      'W porządku 1',
    ]);
    expect(page.textContent).not.toContain('Członków jest 5.');
    page.querySelector<HTMLButtonElement>('h3 button')?.click();
    await fixture.whenStable();
    expect(page.textContent).toContain('Członków jest 5.');
  });

  it('says the verdict in a word, not by colour alone', async () => {
    const { page } = await show();
    expect(page.querySelector('[data-verdict=fail] .mark')?.textContent).toContain('Blokuje');
    expect(page.querySelector('[data-verdict=warning] .mark')?.textContent).toContain('Uwaga');
  });

  it('offers the cheapest fix as a button', async () => {
    const { fixture, loader } = await show();
    const fix = await loader.getHarness(MatButtonHarness.with({ text: 'Zwiększ wkład własny o 0,01 zł' }));
    await fix.click();
    expect(fixture.componentInstance.fixed?.code).toBe('R-OWN');
  });

  it('tells who may not apply a fix why', async () => {
    const { fixture, page, loader } = await show();
    fixture.componentInstance.reason.set('Zmienia koordynator lidera.');
    await fixture.whenStable();
    expect(await loader.getAllHarnesses(MatButtonHarness)).toHaveLength(0);
    expect(page.textContent).toContain('zwiększ wkład własny o 0,01 zł');
    expect(page.textContent).toContain('Zmienia koordynator lidera.');
  });

  it('shows the source on demand', async () => {
    const { fixture, page } = await show();
    expect(page.textContent).not.toContain('slajd 13');
    page.querySelector<HTMLButtonElement>('.source')?.click();
    await fixture.whenStable();
    expect(page.textContent).toContain('Źródło: slajd 13 · R-OWN');
  });
});
