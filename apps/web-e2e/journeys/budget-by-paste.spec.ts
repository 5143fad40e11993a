import { itemName, totals, type BudgetLine } from '@zit/domain';
import { sopotFacts } from '@zit/sample';
import type { Page } from 'playwright-core';
import { budgetWords } from '@zit/words.pl/budget';
import { panelWords } from '@zit/words.pl/consortium';
import { Actor } from '../src/actor';
import { onStage } from '../src/visit';

const stage = onStage();

describe('a coordinator fills the budget from a spreadsheet', () => {
  it('pastes the 16 lines of Sopot and sees exactly its sums, then one grosz too few', async () => {
    const { page } = await stage.visit();
    const coordinator = new Actor(page);
    await coordinator.signIn(/Koordynator Stowarzyszenia „Kompas”/);
    await coordinator.openConsortium('Kompas Sopocki');
    await coordinator.openTab('budget');
    const grid = page.getByRole('grid');
    await grid.getByRole('row').nth(1).waitFor();

    // Throw everything away, then bring it back from the clipboard as a spreadsheet would give it.
    await grid.getByRole('gridcell').nth(1).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+Delete');
    await coordinator.press('button', /^Pokaż stan konsorcjum/);
    await coordinator.sees('Budżet nie ma żadnej pozycji.');
    await coordinator.press('button', panelWords.close);
    await coordinator.press('button', 'Wklej blok');
    await page.getByRole('textbox', { name: budgetWords.pasteLabel }).click();
    // What Ctrl+V does to a text field; a headless browser has no clipboard of its own.
    await page.keyboard.insertText(asSpreadsheet());
    await coordinator.press('button', 'Wstaw do arkusza');
    await coordinator.sees('Wklejono 16 wierszy.');

    for (const sum of ['330 000,00', '280 500,00', '28 500,00', '21 000,00']) {
      await coordinator.sees(sum.replaceAll(' ', '\u00a0'));
    }
    await coordinator.seesSaved();
    await page.reload();
    await grid.getByRole('row').nth(16).waitFor();
    expect(await lineCount(page)).toBe(16);
    await coordinator.sees('Wszystkie reguły spełnione');

    // N2b: 0,01 zł less own contribution, the same total.
    await retype(page, 'L07', '2849999');
    await coordinator.press('button', /^Pokaż stan konsorcjum/);
    await coordinator.sees(/brakuje 0,01\u00a0zł/);
    const said = await coordinator.readsMain();
    expect(said).toContain('14,99 %');
    expect(said).not.toContain('49 499,99 zł (15');
  });
});

const lineCount = (page: Page): Promise<number> =>
  page.getByRole('grid').evaluate((grid) => Number(grid.getAttribute('aria-rowcount')) - 2);

/** Types a new quantity 1 and the price that gives the amount. */
async function retype(page: Page, no: string, grosze: string): Promise<void> {
  const row = page.getByRole('grid').getByRole('row').filter({ hasText: no });
  const cells = row.getByRole('gridcell');
  await cells.nth(6).click();
  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  await page.keyboard.type(`${grosze.slice(0, -2)},${grosze.slice(-2)}`);
  await page.keyboard.press('Enter');
}

/** The lines as tab-separated text with Polish decimals, members by their names, services by theirs. */
function asSpreadsheet(): string {
  const facts = sopotFacts();
  const name = new Map(facts.members.map((member) => [member.id, member.name]));
  const lines: BudgetLine[] = facts.lines ?? [];
  expect(totals(lines, facts.members).total).toBe(33_000_000);
  const money = (grosze: number) => (grosze / 100).toFixed(2).replace('.', ',');
  return lines
    .map((line) =>
      [
        line.category,
        { LABOUR_MARKET: 'rynek pracy', SOCIAL_SERVICES: 'usługi społeczne', CROSS: 'wspólne' }[line.area],
        itemName(line.item),
        name.get(line.member),
        { ZIT: 'ZIT', OWN_CASH: 'wkład pieniężny', OWN_IN_KIND: 'wkład rzeczowy', OTHER_PUBLIC: '', OTHER_PRIVATE: '' }[
          line.source
        ],
        '',
        String(line.quantity),
        money(line.unitPriceGrosze),
        money(line.amountGrosze),
        line.valuation ?? '',
      ].join('\t'),
    )
    .join('\r\n');
}
