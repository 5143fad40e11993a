import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { SearchBox } from './search-box';

@Component({
  imports: [SearchBox],
  template: `
    @if (there()) {
      <zit-search-box label="Szukaj osoby" hint="Część nazwiska" [text]="asked()" (textChange)="ask($event)">
        <select></select>
      </zit-search-box>
    }
  `,
})
class Page {
  readonly there = signal(true);
  readonly asked = signal('');
  readonly questions: string[] = [];
  ask(text: string): void {
    this.questions.push(text);
    this.asked.set(text);
  }
}

describe('the search box', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function open(asked = '') {
    const fixture = TestBed.createComponent(Page);
    fixture.componentInstance.asked.set(asked);
    fixture.detectChanges();
    const host = fixture.nativeElement as HTMLElement;
    const box = host.querySelector('input')!;
    const type = (text: string) => {
      box.value = text;
      box.dispatchEvent(new Event('input'));
      fixture.detectChanges();
    };
    const pause = () => {
      jest.runOnlyPendingTimers();
      fixture.detectChanges();
    };
    return { fixture, page: fixture.componentInstance, host, box, type, pause };
  }

  it('asks once after a pause, with the last of what was typed, and keeps a blank for the next word', () => {
    const { page, box, type, pause } = open();
    for (const text of ['N', 'No', 'Nowa ']) type(text);
    expect(page.questions).toEqual([]);
    pause();
    expect(page.questions).toEqual(['Nowa']);
    expect(box.value).toBe('Nowa ');
    type('Nowa O');
    pause();
    expect(page.questions).toEqual(['Nowa', 'Nowa O']);
  });

  it('asks at once by Enter, and not again after the pause', () => {
    const { page, host, type, pause } = open();
    type('Kompas');
    const submit = new Event('submit', { cancelable: true });
    host.querySelector('form')!.dispatchEvent(submit);
    expect(submit.defaultPrevented).toBe(true);
    expect(page.questions).toEqual(['Kompas']);
    pause();
    expect(page.questions).toEqual(['Kompas']);
  });

  it('shows what is asked from elsewhere, and clears it', () => {
    const { fixture, page, host, box } = open('Kompas');
    expect(box.value).toBe('Kompas');
    const clear = host.querySelector('button')!;
    expect(clear.getAttribute('aria-label')).toBe('Wyczyść wyszukiwanie');
    clear.click();
    fixture.detectChanges();
    expect([page.questions, box.value, host.querySelector('button')]).toEqual([[''], '', null]);
    page.asked.set('Latarnia');
    fixture.detectChanges();
    expect(box.value).toBe('Latarnia');
  });

  it('leaves nothing behind: no question after the page is gone, nothing for the browser to offer again', () => {
    const { fixture, page, box, host, type } = open();
    expect([box.autocomplete, box.name, box.maxLength]).toEqual(['off', '', 100]);
    expect(host.querySelector('form')!.contains(host.querySelector('select'))).toBe(true);
    type('Kompas');
    page.there.set(false);
    fixture.detectChanges();
    // Angular warns of a component that speaks after its end.
    const warned = jest.spyOn(console, 'warn').mockImplementation();
    jest.runAllTimers();
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
    expect(page.questions).toEqual([]);
  });
});
