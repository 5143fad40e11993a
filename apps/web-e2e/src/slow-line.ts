import type { Page } from 'playwright-core';

/** A line so slow that what a page saves has left and not arrived. */
export interface SlowLine {
  /** The first save is on its way. */
  held: Promise<void>;
  /** From now on everything arrives. */
  release(): void;
}

export async function holdSaves(page: Page): Promise<SlowLine> {
  let [caught, release] = [() => {}, () => {}];
  const held = new Promise<void>((done) => (caught = done));
  const free = new Promise<void>((done) => (release = done));
  await page.route('**/api/v1/offers/*/sheet', async (route) => {
    if (route.request().method() === 'PATCH') {
      caught();
      await free;
    }
    await route.fallback();
  });
  return { held, release: () => release() };
}
