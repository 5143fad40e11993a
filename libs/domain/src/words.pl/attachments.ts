import { ATTACHMENT_LIMITS, type AnnounceFault, type AttachmentFormat } from '../attachment/attachment';
import { plural } from './plural';

const FORMATS: Readonly<Record<AttachmentFormat, string>> = {
  pdf: 'PDF',
  jpeg: 'obraz JPG',
  png: 'obraz PNG',
  docx: 'dokument DOCX',
  xlsx: 'arkusz XLSX',
  odt: 'dokument ODT',
};
const TAKEN = 'PDF, JPG, PNG, DOCX, XLSX albo ODT';
const SAVE_AS_PDF = 'Otwórz go w programie, w którym powstał, i zapisz jako PDF.';

/** Bytes as people read them: `25 MB`, `1,4 MB`, `312 kB`, with non-breaking spaces; a megabyte is a million bytes. */
function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${bytes}\u00a0B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)}\u00a0kB`;
  const tenths = Math.round(bytes / 100_000);
  return `${String(tenths / 10).replace('.', ',')}\u00a0MB`;
}

/** What the portal says about files that hang on offers and calls: each refusal with the way out. */
export const attachmentWords = {
  sizeOf,
  format: FORMATS,
  announce: {
    NAME: 'Nazwa pliku zawiera folder, niewidoczny znak albo spację na brzegu. Zmień nazwę pliku i dodaj go ponownie.',
    EXTENSION: `Portal przyjmuje tylko pliki ${TAKEN}. Zapisz ten dokument w jednym z tych formatów, najlepiej jako PDF.`,
    EMPTY: 'Ten plik jest pusty. Sprawdź, czy zapisał się w całości, i dodaj go ponownie.',
    LARGE: `Plik może mieć najwyżej ${sizeOf(ATTACHMENT_LIMITS.fileBytes)}. Zmniejsz skany lub zdjęcia w nim albo podziel go na części.`,
    MANY: `Można dołączyć najwyżej ${files(ATTACHMENT_LIMITS.files)}. Usuń zbędne albo połącz kilka w jeden PDF.`,
    TOGETHER: `Wszystkie dołączone pliki mogą mieć razem najwyżej ${sizeOf(ATTACHMENT_LIMITS.offerBytes)}. Zmniejsz ten plik albo usuń inny.`,
  } satisfies Record<AnnounceFault, string>,
  content: {
    unknown: (found: string | null) =>
      found === null
        ? `Zawartość tego pliku nie jest żadnym z przyjmowanych formatów. ${SAVE_AS_PDF}`
        : `W środku tego pliku jest format ${found}, a portal przyjmuje tylko ${TAKEN}. ${SAVE_AS_PDF}`,
    otherThanName: (extension: string, found: AttachmentFormat) =>
      `Nazwa kończy się na „.${extension}”, a w środku jest ${FORMATS[found]}. Zmień końcówkę nazwy albo wybierz właściwy plik.`,
    cut: (format: AttachmentFormat) =>
      `Ten plik (${FORMATS[format]}) jest niepełny: brakuje mu końca. Sprawdź, czy się otwiera, i zapisz go jeszcze raz.`,
    broken: (format: AttachmentFormat) =>
      `Ten plik (${FORMATS[format]}) jest uszkodzony. Otwórz go, zapisz ponownie i dodaj jeszcze raz.`,
    glued: (format: AttachmentFormat) =>
      `W tym pliku (${FORMATS[format]}) ukryty jest drugi plik innego rodzaju. Otwórz go, zapisz ponownie i dodaj jeszcze raz.`,
    macros: 'Ten dokument zawiera makra. Zapisz go bez makr (DOCX, XLSX, ODT) albo jako PDF.',
    nested:
      'W tym dokumencie osadzony jest inny plik, na przykład arkusz albo archiwum. Zapisz dokument jako PDF, a osadzony plik dołącz osobno.',
    locked: 'Ten dokument jest zabezpieczony hasłem. Zapisz go bez hasła i dodaj ponownie.',
    bomb: 'Po rozpakowaniu ten dokument byłby niebezpiecznie duży. Zapisz go jako PDF i dodaj ponownie.',
  },
  otherSize: (announced: number, arrived: number) =>
    `Zapowiedziano plik o wielkości ${sizeOf(announced)}, a dotarło ${sizeOf(arrived)}. Dodaj plik ponownie; poprzednia próba niczego nie zapisała.`,
  cutOff: 'Przesyłanie pliku zostało przerwane i niczego nie zapisano. Ponów je.',
  otherBytes: 'Pod tym załącznikiem jest już inny plik. Dodaj nowy plik jako osobny załącznik.',
  idTaken: 'Ten numer załącznika jest już zajęty. Odśwież stronę i dodaj plik ponownie.',
  sending: 'Ten plik jest właśnie przesyłany, być może w innej karcie. Poczekaj, aż się zapisze.',
  notYours: (owner: string) =>
    `Pliki dodaje i usuwa ich właściciel (${owner}) albo ten, komu użyczył swojej części. Poproś go o to.`,
  notAwaited: 'Ten załącznik nie czeka na plik. Odśwież stronę.',
  noSuchMember: 'Tej organizacji nie ma w konsorcjum. Wybierz członka z listy.',
  manyAtOnce: 'Przesyłasz już kilka plików naraz. Poczekaj, aż się zapiszą, i ponów przesyłanie.',
  noSpace: 'Portal nie ma teraz miejsca na pliki i niczego nie zapisał. Spróbuj później albo zawiadom administratora.',
  noPlace: 'W tym portalu nie ustawiono jeszcze miejsca na pliki. Zawiadom administratora.',
  storeDown: 'Magazyn plików nie odpowiada i niczego nie zapisano. Spróbuj ponownie za chwilę.',
  lost: 'Tego pliku nie ma w magazynie portalu. Zawiadom administratora; skrót SHA-256 pliku pozostał zapisany.',
  bytesOnly: 'Plik wysyła się jako same bajty (Content-Type: application/octet-stream).',
  rules: `Do oferty można dołączyć ${files(ATTACHMENT_LIMITS.files)}: ${TAKEN}, każdy do ${sizeOf(ATTACHMENT_LIMITS.fileBytes)}, razem do ${sizeOf(ATTACHMENT_LIMITS.offerBytes)}.`,
} as const;

function files(count: number): string {
  return `${count} ${plural(count, 'plik', 'pliki', 'plików')}`;
}

/** The part „Załączniki” of an offer's page. */
export const attachmentPageWords = {
  rules: attachmentWords.rules,
  used: (count: number, bytes: number) => `Teraz: ${files(count)}, ${sizeOf(bytes)}.`,
  drop: 'Przeciągnij pliki tutaj albo',
  dropNow: 'Upuść, aby dodać',
  choose: 'Wybierz pliki',
  whose: 'Czyje to pliki',
  queue: 'W drodze',
  waits: 'czeka na swoją kolej',
  announces: 'rozpoczynanie…',
  sends: (percent: number) => `wysłano ${percent}\u00a0%`,
  checks: 'sprawdzanie zawartości…',
  progressOf: (name: string) => `Przesyłanie pliku ${name}`,
  cancel: 'Przerwij',
  cancelOf: (name: string) => `Przerwij przesyłanie pliku ${name}`,
  retry: 'Ponów',
  retryOf: (name: string) => `Ponów przesyłanie pliku ${name}`,
  dismiss: 'Odłóż',
  dismissOf: (name: string) => `Odłóż plik ${name}`,
  arrived: (name: string) => `Dołączono plik ${name}.`,
  failed: (name: string, why: string) => `Nie dołączono pliku ${name}. ${why}`,
  noneTitle: 'Nie ma jeszcze załączników',
  none: 'Dołącz statuty, pełnomocnictwa, listy poparcia, plany lokalu i inne dokumenty, których wymaga nabór.',
  attached: 'Dołączone pliki',
  about: 'Co to za dokument',
  aboutOf: (name: string) => `Co to za dokument: ${name}`,
  aboutSaved: 'Zapisano opis.',
  digest: 'SHA-256',
  addedAt: (when: string) => `dodano ${when}`,
  download: (name: string, size: string) => `Pobierz ${name} (${size})`,
  remove: 'Usuń',
  removeOf: (name: string) => `Usuń plik ${name}`,
  removed: (name: string) => `Usunięto plik ${name}.`,
  undo: 'Cofnij',
  restored: (name: string) => `Przywrócono plik ${name}.`,
  closed: 'Oferta jest złożona, więc jej plików nie można zmieniać. Otwórz ją ponownie, aby dodać lub usunąć plik.',
  leaving: 'Pliki są jeszcze w drodze.',
} as const;
