import { offerDeskWords } from '@zit/words.pl/offer-page';
import { kompasOffer, kompasValues, LEADER, offerSheetOf, PARTNER } from '../../../testing/kompas-offer';
import { until } from '../../../testing/soon';
import { openOffer } from '../offer.fixture';

const ITEM = 'services.list.00000000-0000-4000-8000-000000000901';
const idOf = (path: string) => `pole-${path.replaceAll('.', '-')}`;

describe('workshop of an offer without a mouse', () => {
  const open = (section: string, values = kompasValues()) =>
    openOffer(`/oferty/F1?sekcja=${section}`, kompasOffer(), offerSheetOf(values));
  const focused = () => document.activeElement as HTMLElement | null;

  it('leaves the keyboard alone on arrival, and leads it to the title of a section that one goes to', async () => {
    const { page, tick } = await open('podstawy');
    const title = page.querySelector('#offer-section-title');
    expect(focused()).not.toBe(title);
    const links = [...page.querySelectorAll<HTMLElement>('zit-section-tasks a')];
    links.find((each) => each.textContent.includes('Grupy docelowe'))!.click();
    await tick();
    await until(() => focused() === title);
    expect(title?.textContent).toBe('Grupy docelowe');
  });

  it('stands at the button of the task list when the list folds away from the section that is open', async () => {
    const { page, tick } = await open('podstawy');
    const button = page.querySelector<HTMLElement>('zit-section-tasks .fold')!;
    button.click();
    await tick();
    const here = page.querySelector<HTMLElement>('zit-section-tasks a.here')!;
    here.focus();
    here.click();
    await tick();
    expect([focused(), button.getAttribute('aria-expanded')]).toEqual([button, 'false']);
  });

  it('goes into the check that lies over the work, and back to its bar with Escape', async () => {
    const { page, tick } = await open('podstawy');
    const bar = page.querySelector<HTMLElement>('button.bar')!;
    bar.click();
    await tick();
    expect(focused()?.getAttribute('aria-label')).toBe(offerDeskWords.closeCheck);
    focused()!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await tick();
    expect([focused(), bar.getAttribute('aria-expanded')]).toEqual([bar, 'false']);
  });

  it('closes the check when the keyboard goes on from it', async () => {
    const { page, tick } = await open('podstawy');
    const bar = page.querySelector<HTMLElement>('button.bar')!;
    bar.click();
    await tick();
    page.querySelector<HTMLElement>('#pole-basics-title')!.focus();
    await tick();
    expect([bar.getAttribute('aria-expanded'), focused()?.id]).toEqual(['false', 'pole-basics-title']);
  });

  it('passes through members by arrows, gives the item away by going on, and stays with it', async () => {
    const { page, tick, saved } = await open('uslugi', { [ITEM]: 1, [`${ITEM}.member`]: LEADER });
    const select = page.querySelector<HTMLSelectElement>(`#${idOf(`${ITEM}.member`)}`)!;
    select.focus();
    select.value = PARTNER;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await tick();
    expect(select.isConnected).toBe(true);
    page.querySelector<HTMLElement>(`#${idOf(`${ITEM}.code`)}`)!.focus();
    const { changes } = await saved();
    expect(changes.map(({ path, value }) => [path, value])).toEqual([[`${ITEM}.member`, PARTNER]]);
    expect([select.isConnected, focused()?.id]).toEqual([false, idOf(ITEM)]);
  });
});
