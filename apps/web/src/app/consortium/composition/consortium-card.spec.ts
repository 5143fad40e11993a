import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import type { ConsortiumFields, ConsortiumResponse } from '@zit/contracts';
import { kompas } from '../../../testing/kompas';
import { ConsortiumCard } from './consortium-card';

describe('the card of a consortium', () => {
  async function show(change: Partial<ConsortiumResponse> = {}) {
    const fixture = TestBed.createComponent(ConsortiumCard);
    fixture.componentRef.setInput('facts', kompas(change));
    const sent: Partial<ConsortiumFields>[] = [];
    fixture.componentInstance.changes.subscribe((changes) => sent.push(changes));
    const loader = TestbedHarnessEnvironment.loader(fixture);
    const field = (label: string) => loader.getHarness(MatFormFieldHarness.with({ floatingLabelText: label }));
    const input = async (label: string) => (await (await field(label)).getControl(MatInputHarness))!;
    await fixture.whenStable();
    return { loader, field, input, sent, host: fixture.nativeElement as HTMLElement };
  }

  it('saves the name as it is typed, and keeps an empty one on the screen with the reason', async () => {
    const { field, input, sent } = await show();
    await (await input('Nazwa konsorcjum')).setValue('Kompas');
    expect(sent.at(-1)).toEqual({ title: 'Kompas' });
    const before = sent.length;
    await (await input('Nazwa konsorcjum')).setValue('');
    await (await input('Nazwa konsorcjum')).blur();
    expect(sent).toHaveLength(before);
    expect(await (await field('Nazwa konsorcjum')).getTextErrors()).toEqual(['Nazwa musi mieć co najmniej dwa znaki.']);
  });

  it('says how long the period is, counting both days', async () => {
    const { host } = await show();
    expect(host.textContent).toContain('12 miesięcy, oba dni włącznie');
  });

  it('N17: eleven months are said, and one press makes twelve', async () => {
    const { host, loader, sent } = await show({
      period: { from: '2015-07-01', to: '2016-05-31' },
      periodTo: '2016-05-31',
    });
    expect(host.textContent).toContain('11 miesięcy, oba dni włącznie');
    await (await loader.getHarness(MatButtonHarness.with({ text: /Ustaw 12 miesięcy/ }))).click();
    expect(sent).toEqual([{ periodFrom: '2015-07-01', periodTo: '2016-06-30' }]);
  });

  it('does not save days in the wrong order, and does not lose them', async () => {
    const { host, input, sent } = await show();
    const day = host.querySelectorAll<HTMLInputElement>('input[type=date]')[2]!;
    for (const typed of ['0002-06-30', '0201-06-30', '2015-06-30']) {
      day.value = typed;
      day.dispatchEvent(new Event('input'));
    }
    const last = await input('Ostatni dzień');
    expect(sent).toEqual([]);
    expect(host.textContent).toContain('Ostatni dzień jest wcześniejszy niż pierwszy.');
    expect(await last.getValue()).toBe('2015-06-30');
  });

  it('saves the declared total in whole grosze', async () => {
    const { input, sent } = await show();
    const declared = await input('Deklarowany koszt całkowity');
    await declared.setValue('329 999,99');
    await declared.blur();
    expect(sent.at(-1)).toEqual({ declaredTotalGrosze: 32_999_999 });
    const before = sent.length;
    await declared.setValue('330000.005');
    await declared.blur();
    expect(sent).toHaveLength(before);
  });
});
