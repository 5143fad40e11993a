import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { artefact } from './artefacts';
import { faultsOfKeyboard } from './keyboard';

/** Letters are there and nothing moves any more: a dialog that still fades in would be judged half transparent. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)));
  });

/**
 * Asked inside the page, and only for what is wrong: carrying every passed check of every node to another page and
 * back takes many times as long as the checks, and is needed only where a page has frames.
 */
async function violationsOn(page: Page) {
  const checker = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  return (await checker.setLegacyMode(page.frames().length === 1).analyze()).violations;
}

/**
 * A picture of the page to look at, and what a ruler, the keyboard and an accessibility checker find wrong with it. The
 * last two take their time: `asked` says whether they do.
 */
export async function inspect(page: Page, name: string, asked = true): Promise<string[]> {
  await settled(page);
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await page.screenshot({ path: await artefact(`screens/${name}.png`), fullPage: true });
  const past = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const violations = asked ? await violationsOn(page) : [];
  return [
    ...(past > 0 ? [`${name}: ${past} px past the edge`] : []),
    ...(asked ? await faultsOfKeyboard(page, name) : []),
    ...violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ];
}
