/** Words of the pages on which an offer is confirmed by all and handed in by one. */
import { counted, plural } from './plural';
import { ended } from './sentence';

const NBSP = '\u00a0';

/** The four places of one offer. */
export const offerPlaceWords = {
  label: 'Miejsca oferty',
  list: 'Oferty',
  offer: 'Treść',
  council: 'Rekomendacja',
  signing: 'Podpisy',
  submit: 'Złożenie',
  receipts: 'Potwierdzenia',
  letters: 'Pisma',
  appeal: 'Odwołanie',
  notLoaded: 'Nie udało się wczytać oferty',
  unsettled: 'Ktoś właśnie zmienia tę ofertę. Poczekaj chwilę i wczytaj stronę ponownie.',
} as const;

export const fingerprintWords = {
  label: 'SHA-256 treści',
  full: 'Pokaż cały skrót',
  less: 'Pokaż skrót krótko',
  copy: 'Kopiuj SHA-256',
  checked: 'Ta przeglądarka policzyła skrót treści pokazanej na tej stronie: jest taki sam.',
  unchecked: 'Skrót podał serwer. Ta przeglądarka nie może go policzyć, bo połączenie nie jest szyfrowane.',
} as const;

export const offerReadingWords = {
  members: 'Członkowie konsorcjum',
  memberName: 'Nazwa',
  nip: 'NIP',
  representation: 'Kto reprezentuje',
  represents: (person: string, position: string) => (position ? `${person}, ${position}` : person),
  leader: 'lider',
  partner: 'partner',
  callNumber: 'Numer naboru',
  edition: 'Wydanie naboru',
  consortium: 'Konsorcjum',
  attachments: 'Załączniki',
  papers: 'Listy i inne dokumenty',
  file: 'Plik',
  whose: 'Czyj',
  size: 'Wielkość',
  sha: 'SHA-256',
  paperKind: 'Dokument',
  paper: { LETTER_OF_INTENT: 'List intencyjny', LETTER_OF_CONFIRMATION: 'List potwierdzający' },
  number: 'Numer',
  nobody: 'bez wskazania',
  contents: 'Spis treści oferty',
  unfold: 'Rozwiń wszystko',
  fold: 'Zwiń wszystko',
  changed: 'zmienione',
  own: 'z Waszymi pozycjami',
} as const;

export const signingWords = {
  title: 'Podpisy',
  lead: 'Każdy członek konsorcjum potwierdza dokładnie tę treść. Późniejsza zmiana unieważnia tylko te potwierdzenia, których dotyczy.',
  members: 'Kto potwierdził',
  progress: (done: number, all: number) =>
    `Treść potwierdziło ${done} z ${counted(all, 'członka', 'członków', 'członków')}`,
  ready: 'Wszyscy potwierdzili tę treść. Ofertę można złożyć.',
  goSubmit: 'Przejdź do złożenia',
  complete: 'Komplet',
  partly: 'Niepełne',
  nothing: 'Brak',
  voided: 'Do ponowienia',
  capacity: { SIGNER: 'reprezentacja', TREASURER: 'kontrasygnata skarbnika' },
  by: (person: string, position: string) => (position ? `${person} (${position})` : person),
  at: (when: string) => `potwierdzono ${when}`,
  lapsed: 'Przestało obowiązywać',
  lapsedBecause: (n: number) => (n === 0 ? 'Treść się zmieniła.' : 'Po tym potwierdzeniu zmieniono:'),
  sawOther: (sha: string) => `Widziana wtedy treść: ${sha}`,
  blocking: (n: number) =>
    `W ofercie ${plural(n, 'jest', 'są', 'jest')} ${counted(n, 'sprawa', 'sprawy', 'spraw')} do poprawy. Poprawki zmienią treść i unieważnią te potwierdzenia, których dotkną.`,
  toWorkshop: 'Otwórz ofertę do poprawy',
  content: 'Treść, którą się potwierdza',
  contentLead:
    'Potwierdzenie obejmuje całą treść, także części zwinięte. Rozwinięte są te, w których są pozycje Twojej organizacji albo coś się zmieniło.',
  confirmTitle: 'Twoje potwierdzenie',
  confirmLead: {
    SIGNER: (member: string) => ended(`Potwierdzasz powyższą treść w imieniu: ${member}`),
    TREASURER: (member: string) => ended(`Kontrasygnujesz jako skarbnik: ${member}`),
  },
  confirmWhat:
    'To oświadczenie złożone w portalu po sprawdzeniu drugiego składnika logowania. Zapiszemy, kto i kiedy je złożył oraz jaki skrót miała treść.',
  confirm: 'Potwierdzam treść',
  confirming: 'Zapisywanie potwierdzenia…',
  confirmed: 'Zapisano Twoje potwierdzenie.',
  toConfirm: 'Przejdź do potwierdzenia',
  own: (when: string) => `Twoje potwierdzenie tej treści obowiązuje od ${when}.`,
  revoke: 'Wycofaj potwierdzenie',
  revoking: 'Wycofywanie…',
  revoked: 'Wycofano potwierdzenie. Możesz potwierdzić ponownie.',
  notYours: 'Potwierdzają osoby z rolą podpisującego w organizacjach konsorcjum, a za gminę także skarbnik.',
  closed: 'Oferta jest złożona. Te potwierdzenia są jej częścią.',
  changedTitle: 'Treść zmieniła się w międzyczasie',
  changed:
    'Ktoś zapisał zmiany, gdy ta strona była otwarta. Niczego nie potwierdzono. Poniżej jest już nowa treść; sprawdź, co się zmieniło.',
  comparing: 'Porównywanie treści tej strony z serwerem…',
  again: 'Porównaj ponownie',
  viewOnly: 'Oglądasz portal oczami innej osoby: potwierdzić może tylko ona sama.',
} as const;

export const submitWords = {
  title: 'Złożenie oferty',
  titleAmended: 'Złożenie poprawionej oferty',
  lead: 'Jedno naciśnięcie składa ofertę. Liczy się chwila, w której serwer odbierze ostatni bajt.',
  leadAmended: (number: string) =>
    `Dopóki nie złożysz poprawionej oferty, obowiązuje wcześniejsza, z potwierdzeniem ${number}.`,
  list: 'Zanim złożysz',
  rulesOk: 'Treść oferty spełnia wszystkie reguły.',
  rulesNot: (n: number) =>
    `${counted(n, 'sprawa', 'sprawy', 'spraw')} do poprawy w treści oferty. Dopóki ${n === 1 ? 'jest' : 'są'}, oferty nie można złożyć.`,
  toFix: 'Otwórz ofertę do poprawy',
  signedOk: (n: number) => `Treść potwierdzili wszyscy członkowie: ${n} z ${n}.`,
  signedNot: (done: number, all: number) => `Treść potwierdziło ${done} z ${all} członków. Brakuje:`,
  missingOf: (member: string, missing: string) => `${member}: ${missing}`,
  toSigning: 'Zobacz podpisy',
  deadlineOf: (when: string) => `Termin: ${when}, włącznie.`,
  left: 'Zostało',
  notOpen: (when: string) => `Nabór zacznie przyjmować oferty ${when}.`,
  annulled: 'Nabór unieważniono; ofert nie można składać.',
  lateTitle: 'Termin minął',
  lateNow: (when: string) => `Oferty przyjmowano do ${when}.`,
  late: [
    'Ofertę można jeszcze złożyć, ale zostanie przyjęta jako spóźniona.',
    'Potwierdzenie poda opóźnienie co do milisekundy.',
    'Oferta spóźniona nie będzie oceniana.',
  ],
  lateAdmits:
    'Przewodniczący może ją dopuścić do oceny decyzją zapisaną w protokole, bo ten nabór na to pozwala; nie musi tego zrobić.',
  lateFinal: 'Ten nabór nie pozwala dopuścić spóźnionej oferty.',
  lateEarlier: (number: string) =>
    `W terminie złożono wcześniejszą ofertę, z potwierdzeniem ${number}. Po terminie nie można jej już zastąpić.`,
  what: 'Co zostanie złożone',
  next: 'Co się stanie',
  steps: [
    'Serwer zapisze chwilę wpływu i zamrozi treść o podanym skrócie.',
    'Oferta dostanie potwierdzenie z numerem, bez luk w numeracji naboru; będzie tu i w poczcie osób z konsorcjum.',
    'Do terminu nikt spoza konsorcjum nie zobaczy treści, tylko liczbę złożonych ofert.',
    'Do terminu ofertę można wycofać albo poprawić i złożyć ponownie.',
  ],
  stepsLate: [
    'Serwer zapisze chwilę wpływu i zamrozi treść o podanym skrócie.',
    'Oferta dostanie potwierdzenie z numerem i dokładnym opóźnieniem.',
    'Tej oferty nie będzie można już poprawić.',
  ],
  submit: 'Złóż ofertę',
  submitAmended: 'Złóż poprawioną ofertę',
  submitLate: 'Złóż ofertę po terminie',
  sending: 'Wysyłanie oferty…',
  sendingLead: 'Nie zamykaj tej strony. Ponowne naciśnięcie niczego nie powtórzy.',
  waiting: {
    OFFLINE: 'Nie ma połączenia z portalem. Oferta jeszcze nie została potwierdzona.',
    BUSY: 'Portal jest przeciążony. Oferta jeszcze nie została potwierdzona.',
  },
  again: (seconds: number) => `Następna próba za ${seconds}${NBSP}s.`,
  keeps: 'Próbujemy dalej, z tym samym kluczem: nie powstaną dwie oferty.',
  tries: (n: number) => `Prób do tej pory: ${n}`,
  now: 'Spróbuj od razu',
  submitted: (number: string) => `Złożono ofertę. Potwierdzenie ${number}.`,
  blocked: 'Oferty nie można jeszcze złożyć; czego brakuje, mówi lista powyżej.',
  readsOnly: 'Składa koordynator albo osoba podpisująca lidera konsorcjum.',
  viewOnly: 'Oglądasz portal oczami innej osoby: złożyć ofertę może tylko ona sama.',
  already: (number: string) => `Ta oferta jest już złożona. Potwierdzenie ${number}.`,
  toReceipt: 'Otwórz potwierdzenie',
  changedTitle: 'Treść zmieniła się w międzyczasie',
  changed:
    'Ktoś zapisał zmiany, gdy ta strona była otwarta. Niczego nie złożono. Poniżej jest, co się zmieniło; sprawdź listę i zdecyduj jeszcze raz.',
  back: 'Wróć do oferty',
  comparing: 'Porównywanie treści tej strony z serwerem…',
  compare: 'Porównaj ponownie',
} as const;

/** Milliseconds as `1 s`, `0,001 s`, `2 godz. 3 min 4,5 s`: nothing is rounded, for a receipt may be disputed. */
export function exactSpan(ms: number): string {
  const whole = Math.floor(ms / 1_000);
  const fraction = ms % 1_000 === 0 ? '' : `,${String(ms % 1_000).padStart(3, '0')}`;
  const [days, hours, minutes] = [
    Math.floor(whole / 86_400),
    Math.floor(whole / 3_600) % 24,
    Math.floor(whole / 60) % 60,
  ];
  const seconds = `${whole % 60}${fraction}`;
  return [
    days > 0 ? counted(days, 'dzień', 'dni', 'dni') : '',
    hours > 0 ? `${hours}${NBSP}godz.` : '',
    minutes > 0 ? `${minutes}${NBSP}min` : '',
    seconds === '0' && whole > 0 ? '' : `${seconds}${NBSP}s`,
  ]
    .filter(Boolean)
    .join(' ');
}
