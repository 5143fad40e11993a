import type { Locator, Page } from 'playwright-core';
import { artefact } from './artefacts';
import { consortiumWords } from '@zit/words.pl/consortium';
import { addMemberWords, compositionWords, exitWords } from '@zit/words.pl/consortium-members';
import { frameWords } from '@zit/words.pl/frame';
import { mailboxWords } from '@zit/words.pl/mailbox-page';
import { sessionWords } from '@zit/words.pl/session-page';
import { peopleWords, viewAsWords } from '@zit/words.pl/people-page';

/** What anybody does in the portal, told in the trade's words; clicks are counted from sign-in on. */
export class Actor {
  clicks = 0;

  constructor(readonly page: Page) {}

  /** The demo's one-click sign-in. */
  async signIn(name: RegExp): Promise<void> {
    await this.page.goto('/');
    await this.page.getByRole('button', { name }).click();
    await this.page.getByRole('navigation').first().waitFor();
    await this.page.waitForURL((url) => url.pathname === '/');
    this.clicks = 0;
  }

  /** Signs out and comes back as somebody else. */
  async changeTo(name: RegExp): Promise<void> {
    await this.signOut();
    await this.signIn(name);
  }

  /** An administrator looks through another's eyes; `who` is part of that person's name, `asked` looks at the question. */
  async lookAs(who: string, reason: string, asked = () => Promise.resolve()): Promise<void> {
    await this.page.goto('/osoby');
    await this.page.getByLabel(peopleWords.search).fill(who);
    await this.page
      .getByRole('status')
      .filter({ hasText: /^Pokazano 1\sosobę/ })
      .waitFor();
    await this.press('button', new RegExp(`^${peopleWords.viewAs}`));
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(viewAsWords.reason).fill(reason);
    await asked();
    await dialog.getByRole('button', { name: viewAsWords.begin }).click();
    await this.page.getByRole('region', { name: frameWords.viewing.label }).waitFor();
    await this.page.waitForURL((url) => url.pathname === '/');
  }

  /** The way of a real installation: address, password, and whatever the next page asks. */
  async signInWithPassword(email: string, password: string): Promise<void> {
    await this.page.goto('/logowanie');
    await this.page.getByLabel(sessionWords.email).fill(email);
    await this.page.getByLabel(sessionWords.password, { exact: true }).fill(password);
    await this.press('button', sessionWords.signIn);
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: /^Konto: / }).click();
    await this.page.getByRole('menuitem', { name: frameWords.signOut }).click();
    await this.page.waitForURL((url) => url.pathname === '/logowanie');
  }

  /** Opens the newest mail of the demo's mailbox; one that is written behind an answer may come a moment later. */
  async opensMail(subject: RegExp): Promise<void> {
    await this.page.goto('/poczta');
    const mail = this.page.getByRole('link', { name: subject }).first();
    const reload = this.page.getByRole('button', { name: mailboxWords.reload });
    for (let looks = 0; looks < 60; looks += 1) {
      await mail.or(reload).first().waitFor();
      if (await mail.isVisible()) break;
      await reload.click();
      await this.page.waitForTimeout(250);
    }
    await mail.click();
  }

  async opensLinkOfMail(subject: RegExp): Promise<void> {
    await this.opensMail(subject);
    await this.page.getByRole('link', { name: mailboxWords.open }).click();
  }

  async press(role: 'button' | 'link', name: string | RegExp): Promise<void> {
    await this.page
      .getByRole(role, { name, exact: typeof name === 'string' })
      .first()
      .click();
    this.clicks += 1;
  }

  async openConsortium(title: string): Promise<void> {
    await this.page.goto('/konsorcja');
    await this.press('link', title);
    await this.page.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  async openTab(tab: keyof typeof consortiumWords.tabs): Promise<void> {
    await this.press('link', consortiumWords.tabs[tab]);
  }

  /** Adds an organisation that the register already knows. */
  async addMember(search: string, name: RegExp): Promise<void> {
    await this.press('button', compositionWords.add);
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill(search);
    await dialog.getByRole('radio', { name }).check();
    await dialog.getByRole('button', { name: addMemberWords.add }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** A member leaves; its lines go to `heir`. */
  async letLeave(member: string, heir: string): Promise<void> {
    await this.press('button', compositionWords.exitOf(member));
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: heir }).check();
    await dialog.getByRole('button', { name: exitWords.confirm }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Waits until a sentence stands under „Do poprawy” in the panel beside the work. */
  async seesFinding(sentence: string): Promise<void> {
    await this.openFindings.filter({ hasText: sentence }).first().waitFor();
  }

  /** Waits until nothing has to be mended. */
  async seesNoFinding(): Promise<void> {
    await this.openFindings.first().waitFor({ state: 'hidden' });
  }

  private get openFindings(): Locator {
    return this.page.locator('section[data-verdict=fail] li p:first-child');
  }

  /** Waits until somebody looking at the page would see it. */
  async sees(text: string | RegExp): Promise<void> {
    try {
      await this.page.getByText(text).filter({ visible: true }).first().waitFor();
    } catch (fault) {
      await this.page.screenshot({ path: await artefact(`not-seen-${Date.now()}.png`), fullPage: true });
      throw fault;
    }
  }

  /** Everything that was typed has reached the server, and the page says so. */
  async seesSaved(): Promise<void> {
    await this.sees(/^Zapisano \d\d:\d\d/);
  }

  /** Changes something and waits until the server has it: „Zapisano” may still stand there from the change before. */
  async saves(change: () => Promise<void>): Promise<void> {
    const answered = this.page.waitForResponse(
      (answer) => answer.request().method() === 'PATCH' && new URL(answer.url()).pathname.startsWith('/api/v1/'),
    );
    await change();
    await answered;
    await this.seesSaved();
  }

  /** All that the page shows, with plain spaces. */
  async readsMain(): Promise<string> {
    return plain(await this.page.getByRole('main').innerText());
  }
}

/** Polish typography puts non-breaking spaces where a reader sees a space. */
export const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
