import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { frameWords } from '@zit/words.pl/frame';
import { peopleWords } from '@zit/words.pl/people-page';
import { dataCareWords, ownDataWords } from '@zit/words.pl/personal-page';
import { Actor } from '../src/actor';
import { inspect } from '../src/inspect';
import { onStage } from '../src/visit';

const stage = onStage();
const EDITOR = 'Redaktor Fundacji „Przystań Integracji”';

/** All that the browser keeps of this origin. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const caches_ = await caches.keys();
    return JSON.stringify({
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases: databases.map(({ name }) => name),
      caches: caches_,
      name: window.name,
      cookies: document.cookie,
    });
  });

/** An administrator searches for the person and loads the page again; what the browser keeps of both. */
async function searching(name: string, addresses: string[]): Promise<string> {
  const { page } = await stage.visit();
  page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
  await new Actor(page).signIn(/Administrator programu/);
  await page.goto('/osoby');
  const box = page.getByRole('textbox', { name: peopleWords.search });
  const answer = page.waitForResponse((each) => each.request().postData()?.includes(name) ?? false);
  await box.fill(name);
  expect([(await answer).status(), new URL((await answer).url()).pathname]).toEqual([200, '/api/v1/people/search']);
  await page.getByRole('heading', { level: 2, name }).first().waitFor();
  const place = () => page.evaluate(() => JSON.stringify([location.href, history.state, document.title]));
  const before = (await place()) + (await kept(page));
  await page.reload();
  await box.waitFor();
  expect(await box.inputValue()).toBe('');
  return before + (await place()) + (await kept(page));
}

describe('a person’s own data', () => {
  it('are read, saved, asked to be forgotten, and gone when an administrator says so', async () => {
    const faults: string[] = [];
    const { page } = await stage.visit();
    const editor = new Actor(page);
    await editor.signIn(/Redaktor Fundacji „Przystań/);
    await page.goto('/konto');
    await editor.press('link', ownDataWords.toPage);
    await page.getByRole('heading', { level: 1, name: ownDataWords.title }).waitFor();
    await page.getByText(/potwierdzono/).waitFor();
    faults.push(...(await inspect(page, 'own-data-1280-light')));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      editor.press('button', ownDataWords.export.file),
    ]);
    const file = JSON.parse(await readFile(await download.path(), 'utf8')) as { sections: { rows: unknown[] }[] };
    expect(JSON.stringify(file)).toContain(EDITOR);
    const readable = await page.context().newPage();
    await readable.goto('/api/v1/account/personal-data.html');
    await readable.getByRole('heading', { level: 2, name: 'Konto', exact: true }).waitFor();
    faults.push(...(await inspect(readable, 'own-data-page')));
    await readable.close();
    await editor.press('button', ownDataWords.erasure.begin);
    await page.getByLabel(ownDataWords.erasure.reason).fill('Kończę pracę w fundacji.');
    await editor.press('button', ownDataWords.erasure.send);
    await page.getByText(/czeka na decyzję administratora/).waitFor();
    await editor.press('button', ownDataWords.erasure.withdraw);
    await page
      .getByText(/został wycofany/)
      .first()
      .waitFor();
    await editor.press('button', ownDataWords.erasure.begin);
    await editor.press('button', ownDataWords.erasure.send);
    await page.getByText(/czeka na decyzję administratora/).waitFor();

    const { page: desk } = await stage.visit({ width: 360, height: 740 });
    const administrator = new Actor(desk);
    await administrator.signIn(/Administrator programu/);
    await desk.goto('/osoby');
    await administrator.press('link', peopleWords.tabs.data);
    // The request that was taken back stands in the list as well.
    await desk.getByRole('heading', { level: 3, name: EDITOR }).first().waitFor();
    faults.push(...(await inspect(desk, 'data-care-360-light')));
    await administrator.press('button', dataCareWords.erasures.eraseOf(EDITOR));
    const dialog = desk.getByRole('dialog', { name: dataCareWords.erasures.confirm.title });
    await dialog.getByRole('button', { name: dataCareWords.erasures.erase }).click();
    await desk.getByRole('heading', { level: 3, name: dataCareWords.erasures.erased }).first().waitFor();
    await desk.goto('/osoby');
    await desk
      .getByRole('status')
      .filter({ hasText: /osób|osoby/ })
      .waitFor();
    expect(await desk.getByText(EDITOR).count()).toBe(0);

    await page.goto('/konsorcja');
    await page.waitForURL((url) => url.pathname === '/logowanie');
    await page.goto('/klauzula');
    await page.getByRole('heading', { level: 2, name: 'Twoje prawa' }).waitFor();
    faults.push(...(await inspect(page, 'clause')));
    expect(faults).toEqual([]);
  });

  it('S-40: stay out of the browser’s storage, of addresses and of the server’s log', async () => {
    const { page } = await stage.visit();
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
    const officer = new Actor(page);
    await officer.signIn(/Pracownik Gminy Miasta Sopotu/);
    const person = await page.evaluate(async () => {
      const answer = await fetch('/api/v1/account');
      return (await answer.json()) as { id: string; name: string; email: string };
    });
    await page.getByRole('button', { name: frameWords.account(person.name) }).waitFor();
    for (const path of ['/konto', '/konto/dane', '/konsorcja', '/organizacje', '/organizacje/nowa', '/pomoc']) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
    }
    const during = await kept(page);
    await officer.signOut();
    const after = await kept(page);
    const searched = await searching(person.name, addresses);
    const log = stage.portal().said();
    expect(log.length).toBeGreaterThan(1_000);
    for (const text of [person.name, person.email, person.email.split('@')[0] ?? '', person.id])
      for (const where of [during, after, searched, addresses.join('\n'), text === person.id ? '' : log])
        expect(where).not.toContain(text);
    expect(JSON.parse(after)).toMatchObject({ databases: [], caches: [], cookies: '' });
  });
});
