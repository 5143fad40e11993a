import { Component, signal, viewChild } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { ErrorSummary, type FieldFault } from './error-summary';

@Component({
  imports: [ErrorSummary],
  template: `<zit-error-summary [faults]="faults()" /><input id="nip" />`,
})
class Host {
  readonly faults = signal<FieldFault[]>([{ field: 'nip', message: 'Wpisz NIP.' }]);
  readonly summary = viewChild.required(ErrorSummary);
}

describe('error summary', () => {
  it('takes the focus, marks the title and leads to the field', async () => {
    const fixture = TestBed.createComponent(Host);
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
    TestBed.inject(Title).setTitle('Organizacje');
    fixture.componentInstance.summary().focus();
    await fixture.whenStable();
    expect(document.activeElement?.textContent).toContain('Wystąpił problem');
    expect(document.title).toBe('Błąd: Organizacje');

    Element.prototype.scrollIntoView = jest.fn();
    document.querySelector<HTMLAnchorElement>('zit-error-summary a')?.click();
    expect(document.activeElement?.id).toBe('nip');
  });

  it('takes the mark off the title when everything is mended, and when the form goes away', async () => {
    const fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    const title = TestBed.inject(Title);
    title.setTitle('Organizacje');
    fixture.componentInstance.summary().focus();
    expect(title.getTitle()).toBe('Błąd: Organizacje');
    fixture.componentInstance.faults.set([]);
    await fixture.whenStable();
    expect(title.getTitle()).toBe('Organizacje');

    fixture.componentInstance.summary().focus();
    fixture.destroy();
    expect(title.getTitle()).toBe('Organizacje');
  });
});
