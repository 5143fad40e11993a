import { TestBed } from '@angular/core/testing';
import { LongText } from './long-text';

const shown = async (text: string): Promise<HTMLElement> => {
  const fixture = TestBed.createComponent(LongText);
  fixture.componentRef.setInput('text', text);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
};

describe('a text of the history', () => {
  it('is shown whole while it is short, with its lines', async () => {
    const host = await shown('Pierwsza linia\nDruga');
    expect(host.querySelector('details')).toBeNull();
    expect(host.querySelector('p')?.textContent).toBe('Pierwsza linia\nDruga');
  });

  it('begins when it is long, cuts no letter in two, and has the whole behind a click', async () => {
    const long = '🌊'.repeat(500);
    const host = await shown(long);
    expect(host.querySelector('summary')?.textContent).toContain(`${'🌊'.repeat(200)}… Pokaż całość`);
    expect(host.querySelector('details p')?.textContent).toBe(long);
  });
});
