import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MoneyField } from './money-field';

@Component({
  imports: [MoneyField],
  template: '<zit-money-field label="Wkład" [(grosze)]="grosze" (committed)="committed.push($event)" />',
})
class Host {
  readonly grosze = signal<number | null>(4_950_000);
  readonly committed: (number | null)[] = [];
}

describe('money field', () => {
  const show = async () => {
    const fixture = TestBed.createComponent(Host);
    const loader = TestbedHarnessEnvironment.loader(fixture);
    return {
      host: fixture.componentInstance,
      input: await loader.getHarness(MatInputHarness),
      field: await loader.getHarness(MatFormFieldHarness),
    };
  };

  it('shows grosze as Polish złote', async () => {
    const { input } = await show();
    expect(await input.getValue()).toBe('49\u00a0500,00');
  });

  it.each([
    ['1234,5', 123_450, '1\u00a0234,50'],
    ['330 000,00 zł', 33_000_000, '330\u00a0000,00'],
    ['0', 0, '0,00'],
  ])('reads %s', async (typed, grosze, shown) => {
    const { host, input } = await show();
    await input.setValue(typed);
    await input.blur();
    expect(host.grosze()).toBe(grosze);
    expect(host.committed).toEqual([grosze]);
    expect(await input.getValue()).toBe(shown);
  });

  it.each(['330000.005', 'NaN', '-1', '10000000000000'])(
    'keeps %s as typed, says why and saves nothing',
    async (typed) => {
      const { host, input, field } = await show();
      await input.setValue(typed);
      await input.blur();
      expect(await input.getValue()).toBe(typed);
      expect(await field.getTextErrors()).toHaveLength(1);
      expect(host.grosze()).toBe(4_950_000);
      expect(host.committed).toEqual([]);
    },
  );

  it('may be emptied when it is not required', async () => {
    const { host, input, field } = await show();
    await input.setValue('');
    await input.blur();
    expect(host.grosze()).toBeNull();
    expect(await field.hasErrors()).toBe(false);
  });
});
