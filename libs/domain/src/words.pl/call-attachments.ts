/** Files that hang on a call: in its workshop, on its public page, in differences of its editions. */
import { ATTACHMENT_LIMITS } from '../attachment/attachment';
import { attachmentWords } from './attachments';
import { plural } from './plural';

const { sizeOf } = attachmentWords;
const files = (count: number): string => `${count}\u00a0${plural(count, 'plik', 'pliki', 'plików')}`;

export const callAttachmentWords = {
  title: 'Załączniki',
  /** Labels of differences. */
  added: (name: string) => `Załączniki: dodano plik „${name}”`,
  replaced: (name: string) => `Załączniki: zastąpiono plik „${name}”`,
  withdrawn: (name: string) => `Załączniki: wycofano plik „${name}”`,
  described: (name: string) => `Załączniki: opis pliku „${name}”`,
  order: 'Załączniki: kolejność plików',
  told: (name: string, about: string, size: number, sha256: string) =>
    `${name}${about ? ` (${about})` : ''}, ${sizeOf(size)}, SHA-256 ${sha256}`,
  noSuchReplaced: 'Pliku, który ma być zastąpiony, nie ma już w tym naborze. Odśwież stronę i dodaj plik ponownie.',
} as const;

/** The part „Załączniki” of a call's workshop. */
export const callAttachmentPageWords = {
  title: callAttachmentWords.title,
  rules: `Do naboru można dołączyć ${files(ATTACHMENT_LIMITS.files)}: PDF, JPG, PNG, DOCX, XLSX albo ODT, każdy do ${sizeOf(ATTACHMENT_LIMITS.fileBytes)}, razem do ${sizeOf(ATTACHMENT_LIMITS.offerBytes)}.`,
  lead: 'Po ogłoszeniu pliki pobierze każdy, bez logowania. Nazwy, opisy i skróty SHA-256 zostaną zamrożone razem z treścią naboru.',
  leadAnnex:
    'Zmiany plików zobaczą wszyscy dopiero po ogłoszeniu aneksu, jako różnice. Pliki z poprzednich wydań można będzie pobrać nadal.',
  noneTitle: 'Nie ma jeszcze załączników',
  none: 'Dołącz na przykład ogłoszenie, wzory oświadczeń albo mapy.',
  noneReader: 'Do tego projektu nie dołączono jeszcze plików.',
  counted: (count: number) => files(count),
  attached: 'Pliki w kolejności, w jakiej zobaczą je wszyscy',
  up: 'Wyżej',
  upOf: (name: string) => `Przesuń wyżej plik ${name}`,
  down: 'Niżej',
  downOf: (name: string) => `Przesuń niżej plik ${name}`,
  moved: (name: string, place: number, all: number) => `Plik ${name} jest teraz ${place}. z ${all}.`,
  replace: 'Zastąp',
  replaceOf: (name: string) => `Zastąp plik ${name} innym`,
  replacedWith: (name: string) => `Zastąpiono plik. Teraz jest: ${name}.`,
  isNew: 'nowy w tym aneksie',
  underWay: (count: number) =>
    `${plural(count, 'Plik jest', 'Pliki są', 'Pliki są')} jeszcze w drodze (${count}). Poczekaj, aż ${plural(count, 'się dołączy', 'się dołączą', 'się dołączą')}, zanim ogłosisz nabór.`,
} as const;

/** On the public page. */
export const publicAttachmentWords = {
  title: callAttachmentWords.title,
  lead: 'Skrót SHA-256 pozwala sprawdzić, że pobrany plik jest dokładnie tym, który ogłoszono.',
  /** `what`: „PDF, 1,4 MB” */
  download: (name: string, what: string) => `Pobierz ${name} (${what})`,
  digest: 'SHA-256',
  copy: (name: string) => `Kopiuj SHA-256 pliku ${name}`,
  ofEdition: (no: number) => `Załączniki wydania ${no}`,
  none: 'Do tego naboru nie dołączono plików.',
} as const;
