import { formatPercent, type DocumentFacts, type Grosze } from '@zit/domain';
import type { Block, RichText } from '../../model/model';
import { bold, item, list, orBlank, paragraph, rich, text } from '../../model/rich-text';
import { budgetedBy, sumsOf, wholeOf } from '../contribution';
import { money, section } from '../paper';
import { inOrder } from '../party';
import { contributionTable, financialPlan, grantByMember, valuationTable } from '../tables';

/** §6 financial plan, §7 payments, §8 own contribution. */
export const moneySections = (facts: DocumentFacts): Block[] => [
  ...section(6, 'Plan finansowy', ...plan(facts)),
  ...section(7, 'Przekazywanie środków', payments()),
  ...section(8, 'Wkład własny', ...own(facts)),
];

function plan(facts: DocumentFacts): Block[] {
  const { consortium } = facts;
  const sums = sumsOf(consortium);
  const whole = wholeOf(consortium, sums);
  if (!whole)
    return [paragraph(rich`Całkowity koszt realizacji umowy wynosi ${orBlank(null)} (słownie: ${orBlank(null)}).`)];
  const part = (label: string, amount: Grosze): RichText =>
    rich`${label} – ${money(amount)}, czyli ${formatPercent(amount, whole.total)} kosztu całkowitego`;
  const kinds = list('a)', [
    rich`wkład pieniężny – ${money(sums.ownCash)},`,
    rich`wkład rzeczowy – ${money(sums.ownInKind)};`,
  ]);
  const sources: (RichText | Block[])[] = [
    rich`${part('środki ZIT', whole.zit)};`,
    consortium.lines
      ? item(rich`${part('wkład własny', whole.own)}, w tym:`, kinds)
      : rich`${part('wkład własny', whole.own)};`,
  ];
  if (sums.other > 0) sources.push(rich`${part('inne środki', sums.other)}.`);
  const paragraphs: Block = list('1.', [
    item(rich`Całkowity koszt realizacji umowy wynosi ${money(whole.total)}, z czego:`, list('1)', sources)),
    'Kwotę dofinansowania przypadającą na każdą ze Stron oraz podział kosztów na kategorie i źródła określają tabele poniżej. Sumy tabel są równe kwotom z ust. 1.',
    'Przesunięcia między kategoriami kosztów i między Stronami wymagają zgody rady partnerstwa oraz, jeżeli tak stanowi umowa o dofinansowanie, zgody instytucji finansującej.',
  ]);
  return consortium.lines ? [paragraphs, grantByMember(consortium), financialPlan(consortium)] : [paragraphs];
}

const payments = (): Block =>
  list('1.', [
    'Środki ZIT są przekazywane Liderowi w transzach na wyodrębniony rachunek bankowy.',
    'Lider przekazuje Partnerom przypadającą na nich część transzy na ich wyodrębnione rachunki bankowe, w terminie 7 dni od jej otrzymania, do wysokości kwot z § 6.',
    'Warunkiem przekazania kolejnej transzy jest przedstawienie Liderowi rozliczenia poprzedniej wraz z zestawieniem dokumentów księgowych, w terminie 10 dni od końca okresu rozliczeniowego.',
    'Jeżeli środki nie wpłyną w terminie z przyczyn niezależnych od Lidera, Partnerom nie przysługują wobec niego roszczenia o odsetki.',
    'Odsetki od środków na rachunkach są wykazywane w rozliczeniu i zwracane, jeżeli tak stanowi umowa o dofinansowanie.',
  ]);

function own(facts: DocumentFacts): Block[] {
  const { consortium, ruleSet } = facts;
  const sums = sumsOf(consortium);
  const givers = inOrder(consortium.members)
    .map((member) => ({ member, own: budgetedBy(member, consortium, sums) }))
    .filter(({ own: given }) => given.cash + given.inKind > 0);
  const items = givers.map(({ member, own: given }, i) => {
    const cash = given.cash > 0 ? rich`wkład pieniężny ${money(given.cash)}` : [];
    const inKind = given.inKind > 0 ? rich`wkład rzeczowy o wartości ${money(given.inKind)}` : [];
    const and = cash.length > 0 && inKind.length > 0 ? ' oraz ' : '';
    return rich`${bold(member.name)} – ${cash}${and}${inKind}${i === givers.length - 1 ? '.' : ';'}`;
  });
  const valuation = valuationTable(consortium);
  return [
    list('1.', [
      text(`Strony wnoszą łącznie wkład własny nie niższy niż ${ruleSet.own.percent} % kosztu całkowitego.`),
      items.length > 0
        ? item('Wkład własny wnoszą:', list('1)', items))
        : rich`Strony wnoszące wkład własny i jego wysokość: ${orBlank(null)}.`,
      'Wkład rzeczowy wycenia się według stawek rynkowych, nie wyżej niż wynika z cenników, umów lub innych dowodów. Sposób wyceny każdej pozycji określa tabela.',
      'Wniesienie wkładu dokumentują w szczególności: wyciągi bankowe, karty czasu pracy, cenniki wynajmu pomieszczeń, porozumienia z wolontariuszami i protokoły użyczenia.',
      'Strona, która nie wnosi wkładu w terminie, uzupełnia go w formie pieniężnej w ciągu 30 dni od wezwania Lidera.',
    ]),
    ...(consortium.lines ? [contributionTable(consortium, 'Wkład własny Stron', false)] : []),
    ...(valuation ? [valuation] : []),
  ];
}
