import { cardWords } from '@zit/words.pl/consortium';
import { conflictWords } from '@zit/words.pl/frame';
import { Actor } from '../src/actor';
import { onStage } from '../src/visit';

const stage = onStage();

describe('an officer and a coordinator edit the same consortium', () => {
  it('merges what does not collide, and shows both values of what does', async () => {
    const officer = new Actor((await stage.visit()).page);
    const coordinator = new Actor((await stage.visit()).page);
    await officer.signIn(/Pracownik Gminy Miasta Sopotu/);
    await coordinator.signIn(/Koordynator Stowarzyszenia „Kompas”/);
    await officer.openConsortium('Kompas Sopocki');
    await coordinator.openConsortium('Kompas Sopocki');

    // Different fields: nobody is asked anything.
    await field(officer, cardWords.callNo).fill('LC/2264/2015/02');
    await officer.seesSaved();
    await field(coordinator, cardWords.letterSigned).fill('2015-03-06');
    await coordinator.seesSaved();
    expect(await field(coordinator, cardWords.callNo).inputValue()).toBe('LC/2264/2015/02');

    // The same field: the second person sees the old value, theirs and one's own, and chooses.
    await officer.saves(() => field(officer, cardWords.name).fill('Kompas Sopocki i Przyjaciele'));
    await field(coordinator, cardWords.name).fill('Kompas dla Sopotu');
    const dialog = coordinator.page.getByRole('dialog');
    await dialog.waitFor();
    const said = await dialog.innerText();
    expect(said).toContain('Kompas Sopocki i Przyjaciele');
    expect(said).toContain('Kompas dla Sopotu');
    expect(said).toContain(`${conflictWords.base}: Kompas Sopocki`);
    await dialog.getByRole('radio', { name: /Kompas dla Sopotu/ }).check();
    await coordinator.saves(() => dialog.getByRole('button', { name: conflictWords.confirm }).click());

    await officer.page.reload();
    await officer.page.getByRole('heading', { level: 1, name: 'Kompas dla Sopotu' }).waitFor();
    expect(await field(officer, cardWords.letterSigned).inputValue()).toBe('2015-03-06');
  });

  it('keeps what was typed while the connection was lost, and sends it when it is back', async () => {
    const { page, context } = await stage.visit();
    const officer = new Actor(page);
    await officer.signIn(/Pracownik Gminy Miasta Sopotu/);
    await page.goto('/konsorcja');
    await page
      .getByRole('link', { name: /Kompas/ })
      .first()
      .click();
    await field(officer, cardWords.callNo).waitFor();

    await context.setOffline(true);
    await field(officer, cardWords.callNo).fill('LC/2264/2015/07');
    await officer.sees(/Brak połączenia, 1 zmiana czeka/);
    await context.setOffline(false);
    await officer.seesSaved();
    await page.reload();
    await field(officer, cardWords.callNo).waitFor();
    expect(await field(officer, cardWords.callNo).inputValue()).toBe('LC/2264/2015/07');
  });
});

const field = (actor: Actor, label: string) => actor.page.getByLabel(label, { exact: true });
