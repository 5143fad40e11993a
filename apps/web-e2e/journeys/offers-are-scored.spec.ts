import type { CallPage } from '@zit/contracts';
import { impartialityClause } from '@zit/words.pl/commission';
import { scoringPageWords as words } from '@zit/words.pl/scoring-page';
import { inspect } from '../src/inspect';
import { asks } from '../src/offer';
import { Partner } from '../src/partner';
import { onStage } from '../src/visit';

const stage = onStage();
const CALL = 'Lokalne Centrum w Sopocie, edycja pierwsza';
const ASSESSOR = 'oceniajacy-s1';

describe('offers are scored in an evening', () => {
  it('E.3 S4: three offers by keys alone, at most two for each criterion and two more', async () => {
    const assessor = await Partner.comes(stage, ASSESSOR);
    const { page } = assessor;
    const ask = asks(page.context(), stage.portal());
    const { items } = await ask<CallPage>('GET', '/api/v1/calls');
    const call = items.find(({ title }) => title === CALL)?.id ?? '';
    // How one declares is another story.
    const declaration = { id: crypto.randomUUID(), clause: impartialityClause.version };
    await ask('POST', `/api/v1/calls/${call}/commission/declaration`, declaration);
    const faults: string[] = [];
    await page.goto(`/nabory/${call}/ocena`);
    const rows = page.locator('tr[zitScoreLine]');
    await rows.first().waitFor();
    // D came too late.
    expect(await rows.count()).toBe(3);
    const criteria = await rows.first().locator('[data-column]').count();
    const scored = await rows.first().locator('[data-column]:not(.automatic)').count();
    let pressed = 0;
    const press = async (key: string) => {
      pressed += 1;
      await page.keyboard.press(key);
    };
    await page.locator('[data-row="0"][data-column="0"]').focus();
    for (let offer = 0; offer < 3; offer += 1) {
      pressed = 0;
      for (let at = 0; at < scored; at += 1) {
        await press(String(5 + ((offer + at) % 5)));
        await press(at === scored - 1 ? 'Enter' : 'ArrowRight');
      }
      expect(pressed).toBeLessThanOrEqual(criteria * 2 + 2);
    }
    await page.locator('.state', { hasText: words.states.COMPLETE }).nth(2).waitFor();
    await page.locator('zit-saved-state[data-state="saved"]').waitFor();
    await page.locator('zit-offer-contents details').first().waitFor();
    faults.push(...(await inspect(page, 'scoring-1280')));
    await page.reload();
    await page.locator('.state', { hasText: words.states.COMPLETE }).nth(2).waitFor();
    await assessor.press('button', words.panel.handInAll(3));
    await page.locator('.state', { hasText: words.states.HANDED_IN }).nth(2).waitFor();
    await page.setViewportSize({ width: 320, height: 740 });
    faults.push(...(await inspect(page, 'scoring-320')));
    expect(faults).toEqual([]);
  });
});
