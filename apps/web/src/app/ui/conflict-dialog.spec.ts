import { Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { MatButtonHarness } from '@angular/material/button/testing';
import { Component } from '@angular/core';
import { askAboutConflicts, type Choices } from './conflict-dialog';

@Component({ template: '' })
class Host {}

const rows = [
  { field: 'name', label: 'Nazwa', base: 'Kompas', theirs: 'Kompas Sopot', mine: 'Stowarzyszenie Kompas' },
  { field: 'phone', label: 'Telefon', base: '', theirs: '58 1', mine: '58 2' },
];

describe('conflict dialog', () => {
  const open = async () => {
    const fixture = TestBed.createComponent(Host);
    const answer: Promise<Choices> = askAboutConflicts(TestBed.inject(Injector), rows);
    const loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
    const press = async (text: string) => (await loader.getHarness(MatButtonHarness.with({ text }))).click();
    await fixture.whenStable();
    return { answer, press, fixture };
  };

  it('shows both values and what was before', async () => {
    const { press, answer } = await open();
    const text = document.querySelector('zit-conflict-dialog')?.textContent ?? '';
    for (const value of ['Kompas Sopot', 'Stowarzyszenie Kompas', 'Było: Kompas', '(puste)'])
      expect(text).toContain(value);
    await press('Wróć do edycji');
    expect(await answer).toBeFalsy();
  });

  it('takes a choice for every field before it closes', async () => {
    const { press, answer, fixture } = await open();
    const [theirs] = document.querySelectorAll<HTMLInputElement>('zit-conflict-dialog input[name=name]');
    theirs?.click();
    await fixture.whenStable();
    await press('Zapisz wybór');
    expect(document.querySelector('zit-conflict-dialog')).not.toBeNull();
    document.querySelectorAll<HTMLInputElement>('zit-conflict-dialog input[name=phone]')[1]?.click();
    await fixture.whenStable();
    await press('Zapisz wybór');
    expect(await answer).toEqual({ name: 'theirs', phone: 'mine' });
  });

  it('decides all at once', async () => {
    const { press, answer } = await open();
    await press('Wszędzie zapisz moje');
    await press('Zapisz wybór');
    expect(await answer).toEqual({ name: 'mine', phone: 'mine' });
  });
});
