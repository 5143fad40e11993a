import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { paged, type Page } from './paged';
import { ShowMore } from './show-more';

interface Asked {
  search: string;
  after: string | undefined;
  answer(page: Page<string>): void;
  fail(): void;
}

/** A list under test; each question waits until the test answers it. */
@Component({ imports: [ShowMore], template: `{{ list.items()?.join() }}<zit-show-more [list]="list" />` })
class ListPage {
  readonly search = signal<string | undefined>('a');
  readonly asked: Asked[] = [];
  readonly list = paged<string, string>(
    () => this.search(),
    (search, after) =>
      new Promise((answer, refuse) => this.asked.push({ search, after, answer, fail: () => refuse(new Error('x')) })),
  );
}

describe('a list that grows', () => {
  async function open() {
    const fixture = TestBed.createComponent(ListPage);
    const { list, asked, search } = fixture.componentInstance;
    const settled = async () => {
      fixture.detectChanges();
      await new Promise((done) => setTimeout(done));
      fixture.detectChanges();
    };
    await settled();
    const host = fixture.nativeElement as HTMLElement;
    const button = () => [...host.querySelectorAll('button')].find((each) => !each.closest('zit-problem-notice'));
    /** The newest question, answered. */
    const answer = async (items: string[], next: string | null) => {
      asked.at(-1)?.answer({ items, next });
      await settled();
    };
    const seen = () => ({ items: list.items(), next: list.next(), busy: list.busy(), failed: list.failed() !== null });
    return { list, asked, search, settled, host, button, answer, seen };
  }

  it('adds the next page by the cursor of the one before', async () => {
    const { list, asked, button, answer, settled, seen } = await open();
    expect([list.items(), button()]).toEqual([null, undefined]);
    await answer(['1', '2'], 'two');
    expect(button()?.textContent?.trim()).toBe('Pokaż więcej');
    button()?.click();
    await settled();
    expect(button()?.textContent?.trim()).toBe('Wczytywanie…');
    button()?.click();
    expect(asked.map(({ search, after }) => [search, after])).toEqual([
      ['a', undefined],
      ['a', 'two'],
    ]);
    await answer(['3'], null);
    expect(seen()).toEqual({ items: ['1', '2', '3'], next: null, busy: false, failed: false });
    expect(button()).toBeUndefined();
  });

  it('keeps the rows while the next question is on its way, and takes none that came too late', async () => {
    const { list, asked, search, answer, settled, seen } = await open();
    await answer(['a1'], 'two');
    void list.more();
    search.set('b');
    await settled();
    expect(list.items()).toEqual(['a1']);
    await answer(['b1'], 'b two');
    asked[1]?.answer({ items: ['a2'], next: null });
    await settled();
    expect(seen()).toEqual({ items: ['b1'], next: 'b two', busy: false, failed: false });
  });

  it('says why a page did not come, keeps the rows, and forgets it with the next question', async () => {
    const { list, asked, search, host, button, answer, settled, seen } = await open();
    await answer(['a1'], 'two');
    for (const again of [() => button(), () => host.querySelector<HTMLElement>('zit-problem-notice button')]) {
      again()?.click();
      await settled();
      asked.at(-1)?.fail();
      await settled();
      expect(seen()).toEqual({ items: ['a1'], next: 'two', busy: false, failed: true });
      expect(host.querySelector('[role=alert]')).not.toBeNull();
    }
    expect(asked.slice(1).map(({ after }) => after)).toEqual(['two', 'two']);
    search.set('b');
    await settled();
    await answer(['b1'], 'b two');
    expect(seen()).toEqual({ items: ['b1'], next: 'b two', busy: false, failed: false });
    void list.more();
    search.set('c');
    await settled();
    await answer(['c1'], 'c two');
    asked.at(-2)?.fail();
    await settled();
    expect(seen()).toEqual({ items: ['c1'], next: 'c two', busy: false, failed: false });
  });

  it('asks nothing until there is something to ask, and again when told to', async () => {
    const { list, asked, search, answer, settled, seen } = await open();
    search.set(undefined);
    await settled();
    await list.more();
    expect(asked).toHaveLength(1);
    search.set('a');
    await settled();
    asked.at(-1)?.fail();
    await settled();
    expect(list.problem()).toBeInstanceOf(Error);
    list.reload();
    await settled();
    await answer(['a1'], null);
    expect([list.problem(), seen().items]).toEqual([undefined, ['a1']]);
  });
});
