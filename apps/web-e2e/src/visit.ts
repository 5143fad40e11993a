import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from './browser';
import { openPortal, type MoreSettings, type Portal } from './portal';

/** What every journey needs: one portal, one browser; visits of their own, so that two people are two people. */
export interface Stage {
  portal(): Portal;
  visit(options?: VisitOptions): Promise<Visit>;
}

export interface VisitOptions {
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  /** Name instead of a number in the address: passkeys are bound to names. */
  host?: 'localhost';
  /** Origin of another site that the story goes through, pages of its own included. */
  through?: string;
}

export interface Visit {
  page: Page;
  context: BrowserContext;
}

/** Opens the stage for one spec file and closes it; a page that complains in its console fails its journey. */
export function onStage(more?: MoreSettings): Stage {
  let portal: Portal | undefined;
  let browser: Browser | undefined;
  const complaints: string[] = [];
  beforeAll(async () => {
    // The slower of the two starts while the other is made ready; each is known here, so that it can be closed.
    const opening = openPortal(more).then((opened) => (portal = opened));
    try {
      browser = await openBrowser();
    } finally {
      await opening;
    }
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });
  const open = (): Portal => {
    if (!portal) throw new Error('the portal is not open yet');
    return portal;
  };
  return {
    portal: open,
    visit: async ({ width = 1280, height = 860, colorScheme = 'light', host, through } = {}) => {
      if (!browser) throw new Error('the browser is not open yet');
      const origin = host ? open().address.replace('127.0.0.1', host) : open().address;
      const context = await browser.newContext({
        baseURL: origin,
        viewport: { width, height },
        colorScheme,
        locale: 'pl-PL',
        timezoneId: 'Europe/Warsaw',
        acceptDownloads: true,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      page.on('pageerror', (fault) => complaints.push(`error: ${fault.message}`));
      page.on('console', (message) => {
        // A refused request is part of some stories; what the page itself says must stay empty.
        const refused = message.text().startsWith('Failed to load resource');
        if (message.type() === 'error' && !refused) complaints.push(message.text());
      });
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (!url.protocol.startsWith('http') || url.origin === origin) return;
        if (through && [url.origin, new URL(page.url()).origin].includes(through)) return;
        complaints.push(`foreign request: ${url.origin}`);
      });
      return { page, context };
    },
  };
}
