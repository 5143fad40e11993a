import { Component, viewChild } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { ErrorSummary } from './error-summary';

@Component({
  imports: [ErrorSummary],
  template: `<zit-error-summary [faults]="[{ field: 'nip', message: 'Wpisz NIP.' }]" /><input id="nip" />`,
})
class Host {
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
});
