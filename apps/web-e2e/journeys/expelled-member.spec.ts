import { cardWords } from '@zit/words.pl/consortium';
import { documentPageWords } from '@zit/words.pl/document-page';
import { frameWords, lostAccessWords } from '@zit/words.pl/frame';
import { revokeWords } from '@zit/words.pl/people-page';
import { Actor } from '../src/actor';
import { inspect } from '../src/inspect';
import { onStage } from '../src/visit';

const stage = onStage();

describe('somebody loses access while a page is open', () => {
  it('closes at the next act when the role is taken, and keeps what was typed to copy', async () => {
    const { page, context } = await stage.visit();
    const coordinator = new Actor(page);
    await coordinator.signIn(/Koordynator Stowarzyszenia „Kompas”/);
    await coordinator.openConsortium('Kompas Sopocki');
    await page.getByLabel(cardWords.callNo).waitFor();
    const draft = await context.newPage();
    await draft.goto(`${page.url()}/dokumenty`);
    await draft.getByRole('link', { name: documentPageWords.openDraft }).last().click();
    const note = draft.getByLabel(documentPageWords.fields.note);
    await note.waitFor();

    const owner = new Actor((await stage.visit()).page);
    await owner.signIn(/Opiekun dostępu Stowarzyszenia „Kompas”/);
    await owner.page.goto('/osoby');
    await owner.press('button', /Odbierz rolę koordynator konsorcjum/);
    await owner.page.getByRole('dialog').getByRole('button', { name: revokeWords.confirm }).click();
    await owner.page.getByRole('heading', { level: 2, name: /^Koordynator/ }).waitFor({ state: 'hidden' });

    await coordinator.page.getByLabel(cardWords.callNo).fill('LC/2264/2015/99');
    await coordinator.page.getByRole('heading', { level: 1, name: lostAccessWords.title }).waitFor();
    await coordinator.sees(frameWords.roleNews.taken('koordynator konsorcjum, Stowarzyszenie „Kompas”'));
    const unsaved = coordinator.page.getByLabel(lostAccessWords.unsavedLabel);
    expect(await unsaved.inputValue()).toContain('LC/2264/2015/99');
    expect(await coordinator.readsMain()).not.toContain('Przystań Integracji');
    await note.fill('Strony spotkają się 3 marca.');
    await draft.getByRole('heading', { level: 1, name: lostAccessWords.title }).waitFor();
    expect(await draft.getByLabel(lostAccessWords.unsavedLabel).inputValue()).toContain('Strony spotkają się 3 marca.');
    expect(await inspect(draft, 'draft-lost-1280-light')).toEqual([]);
    await coordinator.page.goto('/konsorcja');
    await coordinator.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await coordinator.readsMain()).not.toContain('Kompas Sopocki');
  });

  it('closes by itself when the organisation leaves the consortium', async () => {
    const editor = new Actor((await stage.visit()).page);
    await editor.page.clock.install();
    await editor.signIn(/Redaktor Fundacji „Przystań Integracji”/);
    await editor.openConsortium('Kompas Sopocki');
    await editor.page.getByLabel(cardWords.callNo).waitFor();

    const officer = new Actor((await stage.visit()).page);
    await officer.signIn(/Pracownik Gminy Miasta Sopotu/);
    await officer.openConsortium('Kompas Sopocki');
    await officer.letLeave('Fundacja „Przystań Integracji”', 'Stowarzyszenie „Kompas”');

    // Nobody touches the page; half a minute goes by.
    await editor.page.clock.runFor(30_000);
    await editor.page.getByRole('heading', { level: 1, name: lostAccessWords.title }).waitFor();
    expect(await editor.readsMain()).not.toContain('Stowarzyszenie „Kompas”');
  });
});
