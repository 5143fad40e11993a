import { DEMO_PASSWORD } from '@zit/sample';
import { accountPageWords } from '@zit/words.pl/account-page';
import { mailboxWords } from '@zit/words.pl/mailbox-page';
import { mailedLinkWords } from '@zit/words.pl/mailed-links';
import { sessionWords } from '@zit/words.pl/session-page';
import { Actor } from '../src/actor';
import { inspect } from '../src/inspect';
import { expectFocus } from '../src/keyboard';
import { endSession, shortenSession } from '../src/session';
import { onStage } from '../src/visit';

const stage = onStage();
const { factors, password, sessions, codes, enrol } = accountPageWords;
const { confirm, warning, again } = sessionWords;

/** Whoever has no session yet: signing in by steps, a forgotten password, links from mails, the demo's mails. */
async function atTheGate(visitor: Actor, look: (name: string) => Promise<void>): Promise<void> {
  const { page } = visitor;
  await page.goto('/nowe-haslo');
  await page.getByLabel(sessionWords.email).fill('audytor@zit.example');
  await look('reset-ask');
  await visitor.press('button', mailedLinkWords.reset.send);
  await visitor.sees(/^Jeżeli adres/);
  await visitor.opensMail(/Nowe hasło/);
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
  await stage.portal().inDatabase(`update session set confirmed_at = now() - interval '30 minutes'`);
  await operator.press('button', factors.makeRecovery);
  const question = page.getByRole('dialog', { name: confirm.title });
  await question.getByLabel(sessionWords.password, { exact: true }).waitFor();
  await look('confirm');
  await question.getByRole('button', { name: confirm.factor }).click();
  await question.getByLabel(sessionWords.second.code).waitFor();
  await look('confirm-by-factor');
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'hidden' });
  await stage.portal().inDatabase('update session set confirmed_at = now()');
  await operator.press('button', factors.makeRecovery);
  await operator.sees(codes.once);
  await expectFocus(page.getByRole('heading', { name: codes.title }));
  await look('account-codes');
}

/** The session is about to end, and has ended. */
async function nearTheEnd(operator: Actor, look: (name: string) => Promise<void>): Promise<void> {
  const { page } = operator;
  await operator.signIn(/Pracownik operatora powiatowego/);
  await shortenSession(page, 4.5);
  await page.goto('/konto');
  const ending = page.getByRole('dialog', { name: warning.title });
  await ending.waitFor();
  await expectFocus(ending.getByRole('button', { name: warning.extend }));
  await look('session-warning');
  await page.unroute('**/api/v1/session');
  await ending.getByRole('button', { name: warning.extend }).click();
  await ending.waitFor({ state: 'hidden' });
  await endSession(page);
  await operator.press('button', factors.makeRecovery);
  await page.getByRole('dialog', { name: again.title }).waitFor();
  await look('sign-in-again');
}

/** A role that demands a second factor, and nobody has one yet. */
async function enrolling(administrator: Actor, look: (name: string) => Promise<void>): Promise<void> {
  const { page } = administrator;
  await stage
    .portal()
    .inDatabase(`delete from totp where person_id = (select id from person where email = 'administrator@zit.example')`);
  await administrator.signInWithPassword('administrator@zit.example', DEMO_PASSWORD);
  await page.getByRole('heading', { level: 1, name: enrol.title }).waitFor();
  await look('enrol');
  await administrator.press('button', factors.addTotp);
  await expectFocus(page.getByText(factors.scan));
  await administrator.press('button', factors.confirmTotp);
  await administrator.sees(factors.codeWrong);
  await look('enrol-totp');
}

describe.each([
  { width: 1280, height: 860, colorScheme: 'light' },
  { width: 360, height: 740, colorScheme: 'dark' },
] as const)('the pages of signing in and of the account at $width px, $colorScheme', (size) => {
  it('have no accessibility fault and nothing that runs past their edge', async () => {
    const faults: string[] = [];
    for (const tour of [atTheGate, atHome, nearTheEnd, enrolling]) {
      const { page } = await stage.visit(size);
      const look = async (name: string) => {
        faults.push(...(await inspect(page, `${name}-${size.width}-${size.colorScheme}`)));
      };
      await tour(new Actor(page), look);
    }
    expect(faults).toEqual([]);
  }, 300_000);
});
