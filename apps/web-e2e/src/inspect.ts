import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { artefact } from './artefacts';

/** Letters are there and nothing moves any more: a dialog that still fades in would be judged half transparent. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)));
  });

/** A picture of the page to look at, and what an accessibility checker and a ruler find wrong with it. */
export async function inspect(page: Page, name: string): Promise<string[]> {
  await settled(page);
  await page.screenshot({ path: await artefact(`screens/${name}.png`), fullPage: true });
  const past = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return [
    ...(past > 0 ? [`${name}: ${past} px past the edge`] : []),
    ...violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ];
}
