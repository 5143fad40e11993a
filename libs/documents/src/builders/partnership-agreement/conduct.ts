import type { DocumentFacts } from '@zit/domain';
import type { Block } from '../../model/model';
import { list, text } from '../../model/rich-text';
import { dataNotice, isGdprTime } from '../clauses';
import { section } from '../paper';

/** §9 eligibility and liability, §10 reporting, §11 control, §12 promotion, §13 personal data, §14 copyright. */
export const conductSections = (facts: DocumentFacts): Block[] => [
  ...section(9, 'Kwalifikowalność, nieprawidłowości i odpowiedzialność', eligibility()),
  ...section(10, 'Sprawozdawczość i wskaźniki', reporting()),
  ...section(11, 'Kontrola i archiwizacja', control()),
  ...section(12, 'Informacja i promocja', promotion()),
  ...section(13, 'Dane osobowe', personalData(facts)),
  ...section(14, 'Prawa autorskie', copyright()),
];

const eligibility = (): Block =>
  list('1.', [
    'Strony ponoszą wydatki kwalifikowalne, niezbędne do realizacji zadań, racjonalne i udokumentowane. Tego samego wydatku nie finansuje się dwa razy.',
    'Strona, która wykorzystała środki niezgodnie z umową, pobrała je nienależnie lub w nadmiernej wysokości, zwraca je wraz z odsetkami na wezwanie Lidera w terminie 14 dni.',
    'Każda ze Stron odpowiada za swoje działania i zaniechania. Jeżeli Lider zwróci środki z przyczyn leżących po stronie Partnera, Partner zwraca Liderowi ich równowartość.',
    'Odpowiedzialność Stron wobec osób trzecich wynika z przepisów powszechnie obowiązujących.',
  ]);

const reporting = (): Block =>
  list('1.', [
    'Partnerzy przekazują Liderowi informacje o postępie zadań, wydatkach i wskaźnikach w terminie 10 dni od końca każdego kwartału.',
    'Strony monitorują liczbę osób objętych usługami w podziale na grupy docelowe z § 1 oraz wskaźniki wynikające z umowy o dofinansowanie.',
    'Lider sporządza sprawozdanie łączne i udostępnia je Stronom przed złożeniem.',
  ]);

const control = (): Block =>
  list('1.', [
    'Strony poddają się kontroli Lidera, instytucji finansującej i innych uprawnionych organów w zakresie wykonania umowy.',
    'Strony przechowują dokumenty związane z umową w sposób zapewniający ich dostępność i bezpieczeństwo przez okres wynikający z umowy o dofinansowanie, nie krócej niż 5 lat od końca roku, w którym zatwierdzono rozliczenie końcowe.',
    'O zmianie miejsca przechowywania dokumentów Strona zawiadamia Lidera na piśmie.',
  ]);

const promotion = (): Block =>
  list('1.', [
    'Strony informują o źródłach finansowania Lokalnego Centrum i oznaczają dokumenty, miejsca oraz strony internetowe zgodnie z wytycznymi programu obowiązującymi w dniu publikacji.',
    'Znaków graficznych innych podmiotów nie zestawia się w sposób, który mógłby wprowadzać w błąd co do źródła finansowania.',
    'Strony udostępniają sobie nawzajem znaki graficzne na potrzeby promocji Lokalnego Centrum.',
  ]);

function personalData(facts: DocumentFacts): Block {
  const participants = isGdprTime(facts.date)
    ? 'Zasady przetwarzania danych uczestników (współadministrowanie albo powierzenie przetwarzania) określa odrębna umowa, stanowiąca załącznik. Strony wdrażają odpowiednie środki techniczne i organizacyjne, a naruszenia zgłaszają Liderowi bez zbędnej zwłoki, nie później niż w ciągu 24 godzin od ich stwierdzenia.'
    : 'Zasady powierzenia przetwarzania danych uczestników określa odrębna umowa, stanowiąca załącznik. Strony stosują środki techniczne i organizacyjne zapewniające ochronę danych i prowadzą ewidencję osób upoważnionych do ich przetwarzania.';
  return list('1.', [...dataNotice(facts.date), text(participants)]);
}

const copyright = (): Block =>
  list('1.', [
    'Strony udzielają sobie nawzajem nieodpłatnej, niewyłącznej licencji na korzystanie z utworów powstałych w ramach umowy, na potrzeby Lokalnego Centrum, na polach eksploatacji znanych w dniu jej zawarcia, w szczególności w zakresie utrwalania, zwielokrotniania i publicznego udostępniania.',
    'Strona, która zamawia utwór u osoby trzeciej, nabywa prawa w zakresie pozwalającym na udzielenie licencji z ust. 1.',
  ]);
