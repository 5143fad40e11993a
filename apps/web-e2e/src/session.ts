import type { Page } from 'playwright-core';

/** The server tells the truth about everything but the end of the session, which is nearer than it thinks. */
export async function shortenSession(page: Page, minutes: number): Promise<void> {
  await page.route('**/api/v1/session', async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    const answer = await route.fetch();
    const session = (await answer.json()) as { serverTime: string; expiresAt: string };
    session.expiresAt = new Date(Date.parse(session.serverTime) + minutes * 60_000).toISOString();
    await route.fulfill({ response: answer, json: session });
  });
}

/** The session ends without the page knowing. */
export const endSession = (page: Page): Promise<void> =>
  page.evaluate(() =>
    fetch('/api/v1/session', {
      method: 'DELETE',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }).then(() => undefined),
  );
