import type { CallPage } from '@zit/contracts';
import { samplePeople } from '@zit/sample';
import { scoringPageWords as words } from '@zit/words.pl/scoring-page';
import { inspect } from '../src/inspect';
import { asks } from '../src/offer';
import { Partner } from '../src/partner';
import { onStage } from '../src/visit';

const stage = onStage();
const CALL = 'Lokalne Centrum w Sopocie, edycja pierwsza';
const CHAIR = 'przewodniczacy';

describe('offers are scored in an evening', () => {
  it('E.3 S4: three offers by keys alone, at most two for each criterion and two more', async () => {
    const chair = await Partner.comes(stage, CHAIR);
    const { page } = chair;
    const { items } = await asks(page.context(), stage.portal())<CallPage>('GET', '/api/v1/calls');
    const call = items.find(({ title }) => title === CALL)?.id ?? '';
    await sitsIn(call);
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
    await chair.press('button', words.panel.handInAll(3));
    await page.locator('.state', { hasText: words.states.HANDED_IN }).nth(2).waitFor();
    await page.setViewportSize({ width: 320, height: 740 });
    faults.push(...(await inspect(page, 'scoring-320')));
    expect(faults).toEqual([]);
  });

  /** The commission sits and has declared: that is another story. */
  async function sitsIn(call: string): Promise<void> {
    const email = samplePeople.find(({ key }) => key === CHAIR)?.email;
    const portal = stage.portal();
    const who = '(select id from person where email = $2)';
    await portal.inDatabase(
      `insert into commission (call_id, basis, formed_by) values ($1, 'Zarządzenie nr 1', ${who})`,
      [call, email],
    );
    await portal.inDatabase(
      `insert into commission_seat (id, call_id, person_id, office, named_by, seated_by)
       values (gen_random_uuid(), $1, ${who}, 'CHAIR', 'grupa sterująca', ${who})`,
      [call, email],
    );
    await portal.inDatabase(
      `insert into impartiality (id, call_id, person_id, kind, clause)
       values (gen_random_uuid(), $1, ${who}, 'DECLARED', '1')`,
      [call, email],
    );
  }
});
