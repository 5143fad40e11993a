import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { keepsFocus } from './keeps-focus';

@Component({
  template: `
    <h3 tabindex="-1">Lista</h3>
    @if (card()) {
      <div class="card" tabindex="-1">
        @if (field()) {
          <input />
        }
      </div>
    }
    @if (adds()) {
      <button class="add">Dodaj</button>
    }
  `,
})
class Listed {
  readonly card = signal(true);
  readonly field = signal(true);
  readonly adds = signal(true);
  constructor() {
    keepsFocus('.add', 'h3');
  }
}

describe('the keyboard when what has it goes away', () => {
  const focused = () => document.activeElement;

  const open = () => {
    const fixture = TestBed.createComponent(Listed);
    document.body.append(fixture.nativeElement as HTMLElement);
    TestBed.tick();
    const page = fixture.nativeElement as HTMLElement;
    page.querySelector('input')!.focus();
    return { page, list: fixture.componentInstance };
  };

  it('stays with the nearest thing around it', () => {
    const { page, list } = open();
    list.field.set(false);
    TestBed.tick();
    expect(focused()).toBe(page.querySelector('.card'));
  });

  it('goes to the first of what is named, when all around it went, too', () => {
    const { page, list } = open();
    list.card.set(false);
    TestBed.tick();
    expect(focused()).toBe(page.querySelector('.add'));
    list.adds.set(false);
    TestBed.tick();
    expect(focused()).toBe(page.querySelector('h3'));
  });

  it('is not called back by who has left', async () => {
    const { page, list } = open();
    page.querySelector('input')!.blur();
    await Promise.resolve();
    list.card.set(false);
    TestBed.tick();
    expect(focused()).toBe(document.body);
  });
});
