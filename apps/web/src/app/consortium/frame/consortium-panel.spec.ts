import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter } from '@angular/router';
import type { ConsortiumResponse } from '@zit/contracts';
import { FakeConsortiumHttp } from '../../../testing/fake-consortium-http';
import { ProblemError, problemOfStatus } from '../../ui/problem';
import { kompas } from '../../../testing/kompas';
import { consortiumProviders } from '../consortium-fixes';
import { ConsortiumHttp } from '../consortium-http';
import { ConsortiumStore } from '../consortium-store';
import { ConsortiumPanel } from './consortium-panel';

describe('the living check beside the work', () => {
  async function show(change: Partial<ConsortiumResponse>) {
    const server = new FakeConsortiumHttp(change);
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: ConsortiumHttp, useValue: server }, consortiumProviders],
    });
    const store = TestBed.inject(ConsortiumStore);
    await store.open('K1');
    const fixture = TestBed.createComponent(ConsortiumPanel);
    await fixture.whenStable();
    const text = () => (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');
    return { store, server, text, loader: TestbedHarnessEnvironment.loader(fixture) };
  }

  /** Own money one grosz short, the total kept. */
  const short = (): Partial<ConsortiumResponse> => ({
    lines: kompas().lines.map((line) => {
      const amount = { L07: 2_849_999, L06: 3_000_001 }[line.no];
      return amount === undefined ? line : { ...line, quantity: 1, unitPriceGrosze: amount, amountGrosze: amount };
    }),
  });

  it('shows the sums of the Sopot case to the grosz', async () => {
    const { text } = await show({});
    for (const amount of ['330 000,00 zł', '280 500,00 zł', '49 500,00 zł', '28 500,00 zł', '21 000,00 zł']) {
      expect(text()).toContain(amount.replace(/\s/g, ' '));
    }
    expect(text()).toContain('ZIT to 85,00 % kosztów, wkład własny 15,00 %.');
  });

  it('N2b: one grosz short shows 14,99 % and what is missing; one click mends it', async () => {
    const { text, loader, store, server } = await show(short());
    expect(text()).toContain('14,99 %');
    expect(text()).toContain('brakuje 0,01 zł');
    const fix = store.check()!.findings.find((finding) => finding.code === 'R-OWN')!.fix!;
    await (
      await loader.getHarness(
        MatButtonHarness.with({ text: `${fix.text.charAt(0).toUpperCase()}${fix.text.slice(1)}` }),
      )
    ).click();
    await store.saveAll();
    expect(server.calls).toEqual(['changeBudget']);
    expect(store.check()!.findings.every((finding) => finding.verdict === 'pass')).toBe(true);
    expect(text()).not.toContain('14,99 %');
  });

  it('says of each refused field what is wrong with it, not only that something is', async () => {
    const { text, store, server } = await show({});
    const message = 'Nazwa: najwyżej 200 znaków.';
    server.change = () =>
      Promise.reject(new ProblemError({ ...problemOfStatus(400), errors: [{ pointer: '/changes/title', message }] }));
    store.change({ title: 'x'.repeat(201) });
    await store.saveAll();
    TestBed.tick();
    expect(store.saving().is).toBe('refused');
    expect(text()).toContain(message);
  });

  it('tells a reader why the fix cannot be pressed', async () => {
    const { text, loader } = await show({ ...short(), may: { edit: false, issue: false, reason: 'Możesz czytać.' } });
    expect(text()).toContain('Możesz czytać.');
    expect(await loader.getAllHarnesses(MatButtonHarness)).toEqual([]);
  });
});
