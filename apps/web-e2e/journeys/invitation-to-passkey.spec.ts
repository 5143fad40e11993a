import { accountPageWords } from '@zit/words.pl/account-page';
import { frameWords } from '@zit/words.pl/frame';
import { mailedLinkWords } from '@zit/words.pl/mailed-links';
import { inviteWords, peopleWords } from '@zit/words.pl/people-page';
import { sessionWords } from '@zit/words.pl/session-page';
import { Actor } from '../src/actor';
import { plugInAuthenticator } from '../src/authenticator';
import { onStage } from '../src/visit';

const stage = onStage();
const { factors, codes, enrol } = accountPageWords;

describe('from an invitation to the first sign-in with a passkey', () => {
  it('invited to sign for an organisation, one makes an account, a passkey, and needs no password any more', async () => {
    const owner = new Actor((await stage.visit({ host: 'localhost' })).page);
    await owner.signIn(/Opiekun dostępu Stowarzyszenia „Kompas”/);
    await owner.page.goto('/osoby');
    await owner.press('link', peopleWords.invite);
    await owner.page.getByLabel(inviteWords.email).fill('podpisujacy@example.org');
    await owner.page.getByRole('radio', { name: /podpisująca za organizację/ }).check();
    await owner.press('button', inviteWords.send);
    await owner.sees(inviteWords.sent);

    const { page } = await stage.visit({ host: 'localhost' });
    await plugInAuthenticator(page);
    const signer = new Actor(page);
    await signer.opensLinkOfMail(/[Zz]aproszenie/);
    await signer.sees(mailedLinkWords.invitation.invites('Opiekun dostępu Stowarzyszenia „Kompas”'));
    expect(new URL(page.url()).hash).toBe('');
    await page.getByLabel(mailedLinkWords.invitation.name).fill('Osoba podpisująca za Kompas');
    await page.getByLabel(mailedLinkWords.invitation.password, { exact: true }).fill('kilka zupełnie obcych wyrazów');
    await page.getByLabel(mailedLinkWords.invitation.clause).check();
    await signer.press('button', mailedLinkWords.invitation.create);

    // The role signs: without a second factor it opens nothing but this page.
    await page.getByRole('heading', { level: 1, name: enrol.title }).waitFor();
    await page.goto('/konsorcja');
    await page.getByRole('heading', { level: 1, name: enrol.title }).waitFor();
    await signer.press('button', factors.addPasskey);
    await page.getByLabel(factors.passkeyName).fill('Laptop służbowy');
    await signer.press('button', factors.addPasskey);
    await signer.sees(enrol.done);
    await signer.press('button', enrol.makeCodes);
    await signer.sees(codes.once);
    expect(await page.getByRole('list', { name: codes.title }).getByRole('listitem').count()).toBe(10);
    await page.getByLabel(codes.kept).check();
    await signer.press('button', codes.goOn);
    await page.waitForURL((url) => url.pathname === '/konsorcja');

    await signer.signOut();
    await signer.press('button', sessionWords.passkeySignIn);
    await page.waitForURL((url) => url.pathname === '/');
    await page.goto('/konto');
    await signer.sees('Laptop służbowy');

    // The link worked once.
    await signer.signOut();
    await signer.opensLinkOfMail(/[Zz]aproszenie/);
    await signer.sees(/To zaproszenie jest nieważne/);
  });

  it('says of links past their time, as soon as they are opened, what helps', async () => {
    const owner = new Actor((await stage.visit()).page);
    await owner.signIn(/Opiekun dostępu Stowarzyszenia „Kompas”/);
    await owner.page.goto('/osoby/zapros');
    await owner.page.getByLabel(inviteWords.email).fill('spozniona@example.org');
    await owner.page.getByRole('radio', { name: /redaktor partnera/ }).check();
    await owner.press('button', inviteWords.send);
    await owner.sees(inviteWords.sent);
    const { inDatabase } = stage.portal();
    await inDatabase(`update invitation set expires_at = now() where email = 'spozniona@example.org'`);

    const late = new Actor((await stage.visit()).page);
    await late.opensLinkOfMail(/[Zz]aproszenie/);
    await late.sees(/To zaproszenie jest nieważne/);
    await late.sees(mailedLinkWords.invitation.voidHelp);
    expect(await late.page.getByRole('button', { name: frameWords.retry }).count()).toBe(0);

    await late.page.goto('/nowe-haslo');
    await late.page.getByLabel(sessionWords.email).fill('podpisujacy@example.org');
    await late.press('button', mailedLinkWords.reset.send);
    await late.sees(mailedLinkWords.reset.sent('podpisujacy@example.org'));
    // The mail is written behind the answer.
    await late.opensMail(/Nowe hasło/);
    await inDatabase(`update person_token set expires_at = now() where purpose = 'RESET'`);
    await late.opensLinkOfMail(/Nowe hasło/);
    await late.sees(mailedLinkWords.reset.spent);
    expect(await late.page.getByLabel(sessionWords.email).isVisible()).toBe(true);
  });
});
