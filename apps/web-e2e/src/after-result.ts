import { writeFile } from 'node:fs/promises';
import type { OfferLetters } from '@zit/contracts';
import { answersPageWords, publicReasonsWords } from '@zit/words.pl/answers-page';
import { appealPageWords } from '@zit/words.pl/appeal-page';
import { plain } from './actor';
import { artefact } from './artefacts';
import { inspect } from './inspect';
import type { Partner } from './partner';
import { textOfPdf } from './read-pdf';

interface Result {
  call: string;
  /** Of the public page. */
  slug: string;
  /** Offer of who appeals. */
  offer: string;
  leader: Partner;
  chair: Partner;
  operator: Partner;
}

/**
 * What follows a published result: a letter, a request for reasons that is answered, and an appeal that the commission
 * answers and the executive decides. @returns what a ruler, the keyboard and a checker find wrong
 */
export async function asksAndAppeals({ call, slug, offer, leader, chair, operator }: Result): Promise<string[]> {
  const faults: string[] = [];
  const narrow = async ({ page }: Partner, name: string): Promise<void> => {
    faults.push(...(await inspect(page, `${name}-1280`)));
    await page.setViewportSize({ width: 320, height: 740 });
    faults.push(...(await inspect(page, `${name}-320`, false)));
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  const { sent } = await leader.reads<OfferLetters>(`/offers/${offer}/formal-letters`);
  expect(sent.map(({ kind }) => kind)).toEqual(['RESERVE']);
  expect(await letterOf(leader, sent[0]?.id ?? '', 'reserve')).toMatch(/lista rezerwowa.*2 z 2.*80,83.*w ciągu 30 dni/);

  await leader.page.goto(`/ogloszenia/${slug}/wynik`);
  await leader.page.getByLabel(publicReasonsWords.text).fill('Prosimy o uzasadnienie punktów w kryterium K2.');
  await leader.press('button', publicReasonsWords.go);
  await leader.sees(publicReasonsWords.own);
  faults.push(...(await inspect(leader.page, 'reasons-asked-1280')));

  await leader.page.goto(`/oferty/${offer}/odwolanie`);
  await leader.page
    .getByLabel(appealPageWords.grounds)
    .fill('Punkty w kryterium K2 pomijają plan działań w Brodwinie.');
  await leader.press('button', appealPageWords.go);
  await leader.sees(appealPageWords.waitsStatement);
  await narrow(leader, 'appeal-lodged');

  await chair.page.goto(`/nabory/${call}/odpowiedzi`);
  await chair.page.getByRole('textbox', { name: answersPageWords.state }).fill('Komisja podtrzymuje punkty w K2.');
  await chair.press('button', answersPageWords.stateGo);
  await chair.sees(appealPageWords.waitsDecision);

  const { page } = operator;
  await page.goto(`/nabory/${call}/odpowiedzi`);
  await page.locator('summary', { hasText: answersPageWords.answer }).first().click();
  await page.getByRole('textbox', { name: /^Odpowiedź na wniosek/ }).fill('Punkty i uzasadnienia z kart są niżej.');
  await narrow(operator, 'answers');
  await operator.press('button', answersPageWords.answerGo);
  await operator.sees(answersPageWords.letter);
  await page.getByText(answersPageWords.dismissed, { exact: true }).click();
  await page.getByLabel(answersPageWords.reasons).fill('Plan działań oceniono zgodnie z opisem kryterium.');
  await page.getByLabel(answersPageWords.basis).fill('Zarządzenie nr 9 (dane testowe)');
  await operator.press('button', answersPageWords.decideGo);
  await operator.sees(appealPageWords.dismissed);

  await leader.page.goto(`/oferty/${offer}/pisma`);
  await leader.sees('Rozstrzygnięcie odwołania');
  await narrow(leader, 'letters-after-result');
  const { sent: all } = await leader.reads<OfferLetters>(`/offers/${offer}/formal-letters`);
  expect(all.map(({ kind }) => kind)).toEqual(['APPEAL_DECIDED', 'APPEAL_RECEIVED', 'RESERVE']);
  expect(await letterOf(leader, all[0]?.id ?? '', 'appeal')).toContain('oddalone');
  return faults;
}

/** The text of a letter's PDF, which is kept to be looked at. */
async function letterOf({ page }: Partner, id: string, name: string): Promise<string> {
  const body = await (await page.context().request.get(`/api/v1/letters/${id}.pdf`)).body();
  await writeFile(await artefact(`letters/${name}.pdf`), body);
  return plain(textOfPdf(body)).replace(/\s+/g, ' ');
}
