import type {
  OfferListItem,
  OfferPage,
  OfferReceipt,
  OfferReceipts,
  OfferResponse,
  SheetResponse,
} from '@zit/contracts';
import { DEMO_PASSWORD, sampleOrganisation, samplePeople } from '@zit/sample';
import { receiptWords } from '@zit/words.pl/offer-receipt';
import { signingWords, submitWords } from '@zit/words.pl/offer-signing';
import { sessionWords } from '@zit/words.pl/session-page';
import type { Locator } from 'playwright-core';
import { Actor } from './actor';
import type { Stage, Visit } from './visit';

/** Somebody of the demo metropolis who works on offers, in a browser of their own. */
export class Partner extends Actor {
  private constructor(private readonly visit: Visit) {
    super(visit.page);
  }

  /** Comes in with the demo's one click; `key` as in the sample's people. */
  static async comes(stage: Stage, key: string): Promise<Partner> {
    const partner = new Partner(await stage.visit());
    await partner.page.goto('/logowanie');
    // Most people stand folded under a heading.
    const named = partner.page.getByText(personOf(key).name, { exact: true });
    await named.first().waitFor({ state: 'attached' });
    const folded = partner.page.locator('details:not([open])', { has: named });
    if ((await folded.count()) > 0) await folded.first().locator('summary').click();
    await named.first().click();
    await partner.isIn();
    return partner;
  }

  /** Comes in with the password, and then with the code that the person's app shows now. */
  static async comesByTwoSteps(stage: Stage, key: string): Promise<Partner> {
    const partner = new Partner(await stage.visit());
    const { email } = personOf(key);
    await partner.signInWithPassword(email, DEMO_PASSWORD);
    const code = partner.page.getByLabel(sessionWords.second.code);
    await code.waitFor();
    const { items } = await partner.reads<{ items: { email: string; code: string | null }[] }>('/demo-logins');
    await code.fill(items.find((each) => each.email === email)?.code ?? '');
    await partner.press('button', sessionWords.second.sendCode);
    await partner.isIn();
    return partner;
  }

  private async isIn(): Promise<void> {
    await this.page.getByRole('navigation').first().waitFor();
    await this.page.waitForURL((url) => url.pathname === '/');
  }

  /** The one that is being written: an earlier call has its own, long received. */
  async offerOf(consortium: string): Promise<OfferListItem> {
    const { items } = await this.reads<OfferPage>('/offers');
    const found = items.find((each) => each.consortium === consortium && each.state === 'DRAFT');
    if (!found) throw new Error(`no offer of ${consortium} for who asked`);
    return found;
  }

  /** @param part of the offer as it stands in the address, e.g. `grupy` */
  async opens(offer: string, part: string): Promise<void> {
    await this.page.goto(`/oferty/${offer}?sekcja=${part}`);
    await this.page.locator('#offer-section-title').waitFor();
  }

  /** The field of the offer at a path of its form. */
  field(path: string): Locator {
    return this.page.locator(`#${idOf(path)}`);
  }

  async writes(path: string, text: string): Promise<void> {
    await this.sends(text, async () => {
      await this.field(path).fill(text);
      await this.field(path).blur();
    });
  }

  /** Changes something and waits until the server has a save that holds this, and the page says so. */
  async sends(holding: string, change: () => Promise<void>): Promise<void> {
    const answered = this.page.waitForResponse((answer) => {
      const asked = answer.request();
      return asked.method() === 'PATCH' && (asked.postData() ?? '').includes(holding);
    });
    await change();
    await answered;
    await this.seesSaved();
  }

  /** Waits until a text stands in the field, whoever wrote it. */
  async comesToHold(path: string, text: string): Promise<void> {
    await this.page.waitForFunction(
      ([id = '', wanted = '']) => (document.getElementById(id) as HTMLTextAreaElement | null)?.value.includes(wanted),
      [idOf(path), text],
    );
  }

  /** Declares all that a member declares. */
  async declares(member: string): Promise<void> {
    for (const what of DECLARED) await this.field(`declarations.members.${member}.${what}`).check();
  }

  async confirms(offer: string): Promise<void> {
    await this.page.goto(`/oferty/${offer}/podpisy`);
    await this.press('button', signingWords.confirm);
    await this.page.getByRole('button', { name: signingWords.revoke }).waitFor();
  }

  /** Hands in on the page that is open, and comes to the receipt. */
  async handsIn(offer: string, button: string = submitWords.submit): Promise<OfferReceipt> {
    await this.press('button', button);
    await this.page.waitForURL(/\/potwierdzenia\/\d+$/);
    await this.sees(receiptWords.received);
    const [newest] = (await this.reads<OfferReceipts>(`/offers/${offer}/receipts`)).receipts;
    if (!newest) throw new Error('handed in, and no receipt');
    return newest;
  }

  /** What the server answers this person. */
  async reads<T>(path: string): Promise<T> {
    const answer = await this.visit.context.request.get(`/api/v1${path}`);
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** What this person did on other days, as their own browser would have asked for it. */
  async did<T>(method: 'POST' | 'PATCH', path: string, data: unknown): Promise<T> {
    const headers = { origin: new URL(this.page.url()).origin };
    const answer = await this.visit.context.request.fetch(`/api/v1${path}`, { method, data, headers });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** What this person wrote into an offer on other days. */
  async wrote(offer: string, values: Readonly<Record<string, unknown>>): Promise<void> {
    const { fields } = await this.reads<SheetResponse>(`/offers/${offer}/sheet?after=0`);
    const changes = Object.entries(values).map(([path, value]) => {
      return { path, value, base: fields.find((field) => field.path === path)?.rev ?? 0 };
    });
    const saved = await this.did<{ collisions: unknown[] }>('PATCH', `/offers/${offer}/sheet`, {
      save: crypto.randomUUID(),
      changes,
    });
    expect(saved.collisions).toEqual([]);
  }

  /** The network is away, or back. */
  offline(away: boolean): Promise<void> {
    return this.visit.context.setOffline(away);
  }

  /** The tab is closed as one closes a tab; a new one opens, signed in as before. */
  async closesTheTab(): Promise<Partner> {
    await this.page.close();
    return new Partner({ ...this.visit, page: await this.visit.context.newPage() });
  }

  goes(): Promise<void> {
    return this.visit.context.close();
  }
}

/** Id of the member that an organisation of the sample is in an offer. */
export function memberOf({ members }: OfferResponse, organisation: string): string {
  const found = members.find(({ regon }) => regon === sampleOrganisation(organisation).regon);
  if (!found) throw new Error(`${organisation} is no member`);
  return found.id;
}

export const DECLARED = ['statutory', 'noArrears', 'notExcluded', 'truth', 'personalData'] as const;

/** The id in the page of the field at a path. */
export const idOf = (path: string): string => `pole-${path.replaceAll('.', '-')}`;

function personOf(key: string): { name: string; email: string } {
  const found = samplePeople.find((each) => each.key === key);
  if (!found) throw new Error(`no person ${key} in the sample`);
  return found;
}
