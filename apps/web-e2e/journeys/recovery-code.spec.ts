import { DEMO_PASSWORD } from '@zit/sample';
import { accountPageWords } from '@zit/words.pl/account-page';
import { sessionWords } from '@zit/words.pl/session-page';
import { Actor } from '../src/actor';
import { onStage } from '../src/visit';

const stage = onStage();
const { factors, codes } = accountPageWords;

describe('the phone with the codes is lost', () => {
  it('a recovery code opens the account, once', async () => {
    const { page } = await stage.visit();
    const operator = new Actor(page);
    await operator.signIn(/Pracownik operatora powiatowego/);
    await page.goto('/konto');
    await operator.press('button', factors.makeRecovery);
    const shown = page.getByRole('list', { name: codes.title }).getByRole('listitem');
    await shown.first().waitFor();
    const [first] = await shown.allInnerTexts();
    await operator.press('button', codes.done);
    await operator.sees(codes.keptMissing);
    await page.getByLabel(codes.kept).check();
    await operator.press('button', codes.done);
    await operator.sees(factors.recoveryLeft(10));
    await operator.signOut();

    const enter = async (code: string) => {
      await operator.signInWithPassword('operator@zit.example', DEMO_PASSWORD);
      await page.getByRole('heading', { level: 1, name: sessionWords.second.title }).waitFor();
      await operator.press('button', sessionWords.second.toRecovery);
      await page.getByLabel(sessionWords.second.recovery, { exact: true }).fill(code);
      await operator.press('button', sessionWords.second.sendRecovery);
    };
    await enter(first ?? '');
    await page.waitForURL((url) => url.pathname === '/');
    await page.goto('/konto');
    await operator.sees(factors.recoveryLeft(9));
    await operator.signOut();

    // The same code again, and a page that was closed half way: nothing opens.
    await enter(first ?? '');
    await operator.sees(/Kod odzyskiwania się nie zgadza albo był już użyty/);
    await page.goto('/konsorcja');
    await page.getByRole('heading', { level: 1, name: sessionWords.second.title }).waitFor();
  });
});
