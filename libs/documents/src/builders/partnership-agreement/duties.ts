import { groupThousands, type DocumentFacts } from '@zit/domain';
import type { Block } from '../../model/model';
import { bold, item, list, paragraph, rich } from '../../model/rich-text';
import { section } from '../paper';
import { inOrder } from '../party';
import { taskTable } from '../tables';

/** §3 duties of the leader, §4 duties and tasks of the partners, §5 management. */
export const dutySections = (facts: DocumentFacts): Block[] => [
  ...section(3, 'Obowiązki i uprawnienia Lidera', leaderDuties(facts)),
  ...section(4, 'Obowiązki Stron i podział zadań', partnerDuties(), ...tasks(facts)),
  ...section(5, 'Zarządzanie partnerstwem', management(facts)),
];

function leaderDuties(facts: DocumentFacts): Block {
  const leaders = inOrder(facts.consortium.members).filter(({ role }) => role === 'LEADER');
  const name = leaders.map((member) => member.name).join(', ');
  return list('1.', [
    name
      ? rich`Strony powierzają rolę Lidera (partnera wiodącego) Stronie: ${bold(name)}. Lider przyjmuje tę rolę.`
      : rich`Strony powierzają rolę Lidera (partnera wiodącego) Stronie wskazanej na wstępie umowy.`,
    item(
      'Lider w szczególności:',
      list('1)', [
        'reprezentuje Strony wobec instytucji finansującej, operatora i osób trzecich w sprawach objętych umową;',
        'koordynuje zadania i dba o ich zgodność z ofertą, budżetem i harmonogramem;',
        'przyjmuje środki ZIT i przekazuje je Partnerom na zasadach § 7;',
        'składa sprawozdania i wnioski o płatność oraz prowadzi dokumentację partnerstwa;',
        'niezwłocznie informuje Strony o sprawach, które mają wpływ na wykonanie umowy.',
      ]),
    ),
    'Strony upoważniają Lidera do zawarcia umowy o dofinansowanie i jej zmian. Zmiana, która dotyczy zadań lub kwot Partnera, wymaga jego uprzedniej pisemnej zgody.',
    'Lider nie może przenieść na inny podmiot praw i obowiązków wynikających z umowy.',
  ]);
}

const partnerDuties = (): Block =>
  list('1.', [
    'Strony realizują zadania wskazane w tabeli z należytą starannością, zgodnie z umową, ofertą i przepisami.',
    item(
      'Każda ze Stron:',
      list('1)', [
        'zapewnia osoby, pomieszczenia i środki potrzebne do realizacji swoich zadań;',
        'wnosi wkład własny w wysokości i terminach wynikających z § 6 i § 8;',
        'prowadzi wyodrębnioną ewidencję księgową wydatków;',
        'przekazuje Liderowi dane do sprawozdań w terminach określonych w § 10;',
        'umożliwia kontrolę i udostępnia dokumenty.',
      ]),
    ),
    'Strona odpowiada za swoje zadania także wtedy, gdy powierza czynności podwykonawcy. Zlecanie sobie nawzajem odpłatnych usług przez Strony jest niedopuszczalne.',
  ]);

function tasks(facts: DocumentFacts): Block[] {
  const table = taskTable(facts.consortium);
  return table.rows.length > 0
    ? [table]
    : [paragraph('Podział zadań określa harmonogram stanowiący załącznik do umowy.')];
}

function management(facts: DocumentFacts): Block {
  const members = inOrder(facts.consortium.members);
  const equal = members.every((member) => member.votes === members[0]?.votes);
  const votes = equal
    ? rich`Głosy Stron są równe: każdej ze Stron przysługuje liczba głosów: ${String(members[0]?.votes ?? 1)}.`
    : rich`Stronom przysługuje następująca liczba głosów: ${members.map((member) => `${member.name} – ${groupThousands(member.votes)}`).join(', ')}.`;
  return list('1.', [
    'Strony powołują radę partnerstwa, w której każda ze Stron ma jednego przedstawiciela. Radzie przewodniczy przedstawiciel Lidera.',
    votes,
    'Rada podejmuje uchwały zwykłą większością głosów w obecności co najmniej połowy Stron; przy równej liczbie głosów rozstrzyga głos Lidera. Zmiana podziału zadań lub budżetu wymaga zgody Stron, których dotyczy.',
    'Rada zbiera się co najmniej raz na kwartał, także za pomocą środków porozumiewania się na odległość. Z posiedzenia sporządza się protokół, który Lider przekazuje Stronom w terminie 7 dni.',
  ]);
}
