import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { artefact } from './artefacts';

/** A picture of the page to look at, and what an accessibility checker and a ruler find wrong with it. */
export async function inspect(page: Page, name: string): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: await artefact(`screens/${name}.png`), fullPage: true });
  const past = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return [
    ...(past > 0 ? [`${name}: ${past} px past the edge`] : []),
    ...violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ];
}
