import type { Locator, Page } from 'playwright-core';

/** The keyboard is where the work goes on. */
export const expectFocus = async (where: Locator): Promise<void> => {
  const element = await where.elementHandle();
  await where.page().waitForFunction((wanted) => document.activeElement === wanted, element);
};

/** Where the keyboard stands: inside the open dialog or not, and how it would be called. */
const standing = (page: Page): Promise<{ inside: boolean; shown: boolean; what: string }> =>
  page.evaluate(() => {
    const at = document.activeElement;
    const box = at?.getBoundingClientRect();
    return {
      inside: at?.closest('[role=dialog]') != null,
      shown: box !== undefined && box.width > 0 && box.bottom > 0 && box.top < innerHeight,
      what: `${at?.localName} „${(at?.getAttribute('aria-label') ?? at?.id) || at?.textContent?.trim().slice(0, 40)}”`,
    };
  });

/** An open dialog holds the keyboard: it stands inside, and going all the way round never leaves nor hides it. */
export async function faultsOfKeyboard(page: Page, name: string): Promise<string[]> {
  const dialog = page.getByRole('dialog').last();
  if ((await dialog.count()) === 0) return [];
  const faults: string[] = [];
  const stops = await dialog.locator('a[href], button:enabled, input:enabled, textarea, select').count();
  for (let stop = 0; stop <= stops; stop += 1) {
    const { inside, shown, what } = await standing(page);
    if (!inside) faults.push(`${name}: the keyboard is outside the dialog, at ${what}`);
    else if (!shown) faults.push(`${name}: the keyboard is at ${what}, which is not on the screen`);
    await page.keyboard.press('Tab');
  }
  return faults;
}
