import { DEMO_PASSWORD } from '@zit/sample';
import { accountPageWords } from '@zit/words.pl/account-page';
import { mailboxWords } from '@zit/words.pl/mailbox-page';
import { mailedLinkWords } from '@zit/words.pl/mailed-links';
import { sessionWords } from '@zit/words.pl/session-page';
import { Actor } from '../src/actor';
import { inspect } from '../src/inspect';
import { onStage } from '../src/visit';

const stage = onStage();
const { factors, password, sessions, codes } = accountPageWords;

/** Whoever has no session yet: signing in by steps, a forgotten password, links from mails, the demo's mails. */
async function atTheGate(visitor: Actor, look: (name: string) => Promise<void>): Promise<void> {
  const { page } = visitor;
  await page.goto('/nowe-haslo');
  await page.getByLabel(sessionWords.email).fill('audytor@zit.example');
  await look('reset-ask');
  await visitor.press('button', mailedLinkWords.reset.send);
  await visitor.sees(/^Jeżeli adres/);
  await page.goto('/poczta');
  await visitor.sees(mailboxWords.lead);
  await page
    .getByRole('link', { name: /Nowe hasło/ })
    .first()
    .click();
  await page.getByRole('link', { name: mailboxWords.open }).waitFor();
  await look('mailbox');
  await page.getByRole('link', { name: mailboxWords.open }).click();
  await page.getByRole('heading', { level: 1, name: mailedLinkWords.reset.set }).waitFor();
  await look('reset-set');
  await page.goto('/zaproszenie');
  await visitor.sees(mailedLinkWords.noToken.text);
  await look('invitation-without-token');
  await visitor.signInWithPassword('operator@zit.example', DEMO_PASSWORD);
  await page.getByRole('heading', { level: 1, name: sessionWords.second.title }).waitFor();
  await look('second-step');
  await visitor.press('button', sessionWords.second.toRecovery);
  await look('second-step-recovery');
}

/** My account with everything open that opens. */
async function atHome(operator: Actor, look: (name: string) => Promise<void>): Promise<void> {
  const { page } = operator;
  await operator.signIn(/Pracownik operatora powiatowego/);
  await page.goto('/konto');
  await operator.sees(sessions.present);
  await look('account');
  await operator.press('button', password.save);
  await operator.press('button', factors.addPasskey);
  await look('account-open');
  await operator.press('button', factors.makeRecovery);
  await operator.sees(codes.once);
  await look('account-codes');
}

describe.each([
  { width: 1280, height: 860, colorScheme: 'light' },
  { width: 360, height: 740, colorScheme: 'dark' },
] as const)('the pages of signing in and of the account at $width px, $colorScheme', (size) => {
  it('have no accessibility fault and nothing that runs past their edge', async () => {
    const faults: string[] = [];
    for (const tour of [atTheGate, atHome]) {
      const { page } = await stage.visit(size);
      const look = async (name: string) => {
        faults.push(...(await inspect(page, `${name}-${size.width}-${size.colorScheme}`)));
      };
      await tour(new Actor(page), look);
    }
    expect(faults).toEqual([]);
  }, 300_000);
});
