import { cardWords, consortiumHistoryWords } from '@zit/words.pl/consortium';
import { frameWords } from '@zit/words.pl/frame';
import { journalPageWords, sealWords } from '@zit/words.pl/journal-page';
import { Actor } from '../src/actor';
import { onStage } from '../src/visit';

const stage = onStage();

describe('the journal', () => {
  it('tells the auditor what was before and after, what was refused, and shows its seals to anybody', async () => {
    const visit = await stage.visit();
    const coordinator = new Actor(visit.page);
    await coordinator.signIn(/Koordynator Stowarzyszenia „Kompas”/);
    await coordinator.openConsortium('Kompas Sopocki');
    await coordinator.page.getByLabel(cardWords.callNo).fill('LC/2264/2015/07');
    await coordinator.seesSaved();
    await coordinator.openTab('history');
    await coordinator.page.getByRole('heading', { level: 2, name: consortiumHistoryWords.title }).waitFor();
    await coordinator.sees(/LC\/2264\/2015\/07/);
    const refused = await visit.context.request.get('/api/v1/journal');
    expect(refused.status()).toBe(403);
    await coordinator.page.goto('/dziennik');
    await coordinator.sees(journalPageWords.noRight.slice(0, 20));

    const auditor = new Actor((await stage.visit()).page);
    await auditor.signIn(/Audytor programu/);
    await auditor.press('link', frameWords.journal);
    await auditor.sees(/LC\/2264\/2015\/07/);
    await auditor.page.getByRole('checkbox', { name: journalPageWords.filters.denied }).check();
    await auditor.page
      .getByRole('status')
      .filter({ hasText: /^\d+.wpis/ })
      .waitFor();
    await auditor.sees(journalPageWords.refused);
    expect(new URL(auditor.page.url()).search).toBe('?odmowy=tak');
    await auditor.press('button', journalPageWords.filters.clear);
    await auditor.sees(/LC\/2264\/2015\/07/);
    await auditor.page
      .getByRole('link', { name: /^konsorcjum: Kompas Sopocki/ })
      .first()
      .click();
    await auditor.page.getByRole('heading', { level: 1, name: 'Kompas Sopocki' }).waitFor();

    const reader = await stage.visit();
    await reader.page.goto('/pieczecie');
    await reader.page.getByRole('heading', { level: 1, name: sealWords.title }).waitFor();
    const rows = reader.page.getByRole('row');
    // The sealer works every minute.
    for (let tries = 0; tries < 30 && (await rows.count()) < 2; tries += 1) {
      await reader.page.waitForTimeout(3_000);
      await reader.page.reload();
      await reader.page.getByRole('heading', { level: 2, name: sealWords.newest }).waitFor();
      await reader.page.waitForLoadState('networkidle');
    }
    expect(await rows.count()).toBeGreaterThan(1);
    expect(await rows.nth(1).innerText()).toMatch(/[0-9a-f]{64}/);
    const file = await reader.context.request.get('/api/v1/journal-seals.jsonl');
    expect(file.status()).toBe(200);
  }, 240_000);
});
