import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { Actor } from '../src/actor';
import { onStage } from '../src/visit';

const stage = onStage();

/** Each would call `alert`, were it ever taken for markup, script or an address. */
const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(2)>',
  `</title><script>alert(3)</script>`,
  `{{constructor.constructor('alert(4)')()}}`,
  'javascript:alert(5)',
  '<iframe srcdoc="<script>parent.alert(6)</script>">',
  '<math><mi xlink:href="javascript:alert(7)">x',
  `<a href="javascript:alert(8)" autofocus onfocus=alert(9)>x</a>`,
];

/** Asks the API as the page itself would. */
const ask = <Answer>(page: Page, method: string, path: string, body?: unknown) =>
  page.evaluate(
    async ([verb, address, text]) => {
      const answer = await fetch(`/api/v1${address}`, {
        method: verb,
        headers: text ? { 'Content-Type': 'application/json' } : {},
        body: text,
      });
      return { status: answer.status, body: (await answer.json()) as unknown };
    },
    [method, path, body === undefined ? undefined : JSON.stringify(body)] as const,
  ) as Promise<{ status: number; body: Answer }>;

interface Consortium {
  id: string;
  title: string;
  version: number;
}

describe('text that wants to be script', () => {
  it('S-08, S-09: stays text on every page that shows it, and the policy has nothing to stop', async () => {
    const officer = new Actor((await stage.visit()).page);
    const { page } = officer;
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        throw new Error(`the policy stopped ${event.blockedURI}`);
      });
    });
    await officer.signIn(/Pracownik Gminy Miasta Sopotu/);

    const all = HOSTILE.join(' ');
    await officer.openConsortium('Kompas Sopocki');
    const id = /konsorcja\/([\w-]{36})/.exec(page.url())?.[1] ?? '';
    const { body: consortium } = await ask<Consortium>(page, 'GET', `/consortia/${id}`);
    const changed = await ask<Consortium>(page, 'PATCH', `/consortia/${id}`, {
      version: consortium.version,
      changes: { title: all.slice(0, 190) },
      base: {},
    });
    expect({ status: changed.status, title: changed.body.title }).toEqual({ status: 200, title: all.slice(0, 190) });
    let organisationId = '';
    for (const name of HOSTILE) {
      const made = await ask<{ id: string }>(page, 'POST', '/organisations', { name, sector: 'NGO' });
      organisationId = made.body.id;
      const joined = await ask(page, 'POST', `/consortia/${id}/members`, { organisationId, role: 'PARTNER' });
      expect([name, made.status, joined.status]).toEqual([name, 201, 201]);
    }

    for (const path of [
      '/',
      '/organizacje',
      `/organizacje/${organisationId}`,
      '/konsorcja',
      `/konsorcja/${id}`,
      `/konsorcja/${id}/uslugi`,
      `/konsorcja/${id}/budzet`,
      `/konsorcja/${id}/dokumenty`,
      `/konsorcja/${id}/historia`,
      `/organizacje?search=${encodeURIComponent(all)}`,
      `/${encodeURIComponent(HOSTILE[0] ?? '')}`,
    ]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.waitForLoadState('networkidle');
      const alive = await page
        .locator('img[src="x"], [onerror], [onload], [onfocus], iframe[srcdoc], a[href^="javascript"]')
        .count();
      expect([path, alive, dialogs]).toEqual([path, 0, []]);
    }
    await page.goto(`/konsorcja/${id}`);
    for (const text of HOSTILE) await officer.sees(text);
  });
});

describe('a page of another site that the visitor has open', () => {
  it('S-13: neither form, fetch, picture, frame nor link of it changes or reads anything', async () => {
    const officer = new Actor((await stage.visit()).page);
    await officer.signIn(/Pracownik Gminy Miasta Sopotu/);
    const portal = stage.portal().address;
    const evil = createServer((_, answer) => {
      answer.writeHead(200, { 'Content-Type': 'text/html' });
      answer.end('<!doctype html><title>Konkurs</title><iframe name="sink"></iframe>');
    });
    await once(evil.listen(0, 'localhost'), 'listening');
    const { port } = evil.address() as AddressInfo;
    const theirs = await officer.page.context().newPage();
    const statuses: [string, number][] = [];
    theirs.on('response', (answer) => {
      if (answer.url().startsWith(portal)) statuses.push([answer.request().method(), answer.status()]);
    });
    await theirs.goto(`http://localhost:${port}/`);
    const formSent = theirs.waitForRequest((each) => each.isNavigationRequest() && each.method() === 'POST');
    const read = await theirs.evaluate(async (origin) => {
      const attempts = [
        () => fetch(`${origin}/api/v1/session`, { credentials: 'include' }).then((answer) => answer.text()),
        () =>
          fetch(`${origin}/api/v1/organisations`, {
            method: 'POST',
            mode: 'no-cors',
            credentials: 'include',
            headers: { 'Content-Type': 'text/plain' },
            body: '{"name":"Obca fundacja","sector":"NGO"}',
          }).then((answer) => answer.text()),
        () =>
          fetch(`${origin}/api/v1/session`, { method: 'DELETE', credentials: 'include' }).then((answer) =>
            answer.text(),
          ),
        () =>
          new Promise<string>((done) => {
            const image = new Image();
            image.onload = () => done('shown');
            image.onerror = () => done('');
            image.src = `${origin}/api/v1/session`;
          }),
      ];
      const said: string[] = [];
      for (const attempt of attempts) said.push(await attempt().catch(() => ''));
      const form = document.createElement('form');
      Object.assign(form, {
        method: 'post',
        action: `${origin}/api/v1/organisations`,
        target: 'sink',
        enctype: 'text/plain',
      });
      const field = document.createElement('input');
      Object.assign(field, { name: '{"name":"Obca fundacja","sector":"NGO","x":"', value: '"}' });
      form.append(field);
      document.body.append(form);
      form.submit();
      return said;
    }, portal);
    expect((await (await formSent).response())?.status()).toBe(403);
    expect(read).toEqual(['', '', '', '']);
    expect(statuses.filter(([method, status]) => method !== 'GET' && status < 400)).toEqual([]);
    expect(statuses).toEqual(expect.arrayContaining([['POST', 403]]));
    const frame = theirs.frames().at(-1);
    await frame?.goto(`${portal}/`).catch(() => null);
    expect(await frame?.evaluate(() => document.body.innerText).catch(() => '')).not.toContain('Kompas');
    evil.close();

    await officer.page.goto('/organizacje?search=Obca');
    await officer.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await officer.readsMain()).not.toContain('Obca fundacja');
  });
});
