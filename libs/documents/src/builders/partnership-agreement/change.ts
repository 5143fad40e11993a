import { type DocumentFacts } from '@zit/domain';
import type { Block } from '../../model/model';
import { bold, blank, item, list, rich } from '../../model/rich-text';
import { ngoShare } from '../clauses';
import { noteParagraphs, periodText, section } from '../paper';

/** §15 accession, §16 change and exit, §17 breach, §18 disputes, §19 force majeure, §20 final provisions. */
export const changeSections = (facts: DocumentFacts): Block[] => [
  ...section(15, 'Przystąpienie kolejnych organizacji pozarządowych', accession()),
  ...section(16, 'Zmiana składu i wystąpienie Strony', exit(facts)),
  ...section(17, 'Naruszenie umowy', breach()),
  ...section(18, 'Rozstrzyganie sporów', disputes()),
  ...section(19, 'Siła wyższa', forceMajeure()),
  ...section(20, 'Postanowienia końcowe', finalProvisions(facts), ...noteParagraphs(facts.note)),
];

const accession = (): Block =>
  list('1.', [
    'Umowa jest otwarta na przystąpienie kolejnych organizacji pozarządowych, które działają na obszarze Lokalnego Centrum i akceptują jej treść.',
    'Organizacja składa Liderowi pisemną deklarację przystąpienia wraz z opisem zadań i deklarowanym wkładem. Rada partnerstwa rozpatruje deklarację w terminie 30 dni.',
    'Przystąpienie następuje przez aneks do umowy. Aneks określa zadania, udział w budżecie i liczbę głosów nowej Strony, a jeżeli umowa o dofinansowanie tego wymaga, jest poprzedzony zgodą instytucji finansującej.',
  ]);

const exit = (facts: DocumentFacts): Block =>
  list('1.', [
    'Strona może wystąpić z partnerstwa za trzymiesięcznym wypowiedzeniem złożonym Liderowi na piśmie. Strony mogą skrócić ten okres w porozumieniu.',
    'Zmiana składu wymaga aneksu oraz zgody instytucji finansującej, jeżeli tak stanowi umowa o dofinansowanie.',
    item(
      'Przed podpisaniem aneksu Lider sprawdza ponownie, czy po zmianie:',
      list('1)', [
        rich`organizacje pozarządowe stanowią ${bold(ngoShare(facts))};`,
        rich`wkład własny wynosi co najmniej ${bold(`${facts.ruleSet.own.percent} %`)} kosztu całkowitego;`,
        'w konsorcjum pozostają wymagane sektory i dokładnie jeden Lider.',
      ]),
    ),
    'Aneks, po którym którykolwiek z warunków z ust. 3 nie byłby spełniony, nie może zostać zawarty, chyba że jednocześnie przystępuje Strona, dzięki której warunki będą spełnione.',
    'Strona występująca rozlicza otrzymane środki, przekazuje dokumentację i zwraca środki niewykorzystane w terminie 30 dni. Jej zadania i zobowiązania do wkładu własnego przejmują wskazane w aneksie Strony.',
  ]);

const breach = (): Block =>
  list('1.', [
    'W razie naruszenia umowy Lider wzywa Stronę do usunięcia naruszenia w terminie co najmniej 14 dni.',
    item(
      'Po bezskutecznym upływie terminu rada partnerstwa może:',
      list('1)', [
        'wstrzymać przekazywanie środków do czasu usunięcia naruszenia;',
        'powierzyć zadanie innej Stronie za jej zgodą;',
        'wyłączyć Stronę z partnerstwa, z zastosowaniem § 16 ust. 3–5.',
      ]),
    ),
    'Naruszenia przez Lidera stwierdza rada partnerstwa bez udziału jego głosu i może powierzyć jego rolę innej Stronie za zgodą instytucji finansującej.',
    'Strona, która naruszyła umowę, naprawia wyrządzoną szkodę na zasadach ogólnych.',
  ]);

const disputes = (): Block =>
  list('1.', [
    'Spory Strony rozwiązują polubownie w drodze negocjacji na forum rady partnerstwa.',
    'Spór nierozwiązany w terminie 30 dni rozstrzyga sąd powszechny właściwy dla siedziby Lidera.',
  ]);

const forceMajeure = (): Block =>
  list('1.', [
    'Strona nie odpowiada za niewykonanie umowy spowodowane siłą wyższą, czyli zdarzeniem zewnętrznym, którego nie można było przewidzieć ani mu zapobiec.',
    'O zdarzeniu Strona zawiadamia Lidera niezwłocznie, nie później niż w ciągu 7 dni, i ogranicza jego skutki. Strony uzgadniają dalszy sposób realizacji zadań.',
  ]);

const finalProvisions = (facts: DocumentFacts): Block =>
  list('1.', [
    rich`Umowa wchodzi w życie z dniem podpisania przez ostatnią ze Stron i obowiązuje do końcowego rozliczenia zadań realizowanych w okresie ${facts.consortium.period ? periodText(facts) : rich`do ${blank('short')}`}`,
    'Jeżeli oferta konsorcjum nie zostanie wybrana, umowa wygasa z dniem ogłoszenia ostatecznych wyników naboru.',
    'Zmiany umowy wymagają formy pisemnej pod rygorem nieważności.',
    'W sprawach nieuregulowanych stosuje się przepisy Kodeksu cywilnego oraz przepisy, na których oparto umowę.',
    rich`Umowę sporządzono w liczbie egzemplarzy: ${bold(String(facts.copies))}, po jednym dla każdej ze Stron, albo w postaci elektronicznej opatrzonej kwalifikowanymi podpisami elektronicznymi.`,
    'Załączniki stanowią integralną część umowy.',
  ]);
