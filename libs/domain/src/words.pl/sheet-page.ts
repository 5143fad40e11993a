import { counted } from './plural';

/** Words of the screen that edits a sheet, whatever its form. */
export const sheetWords = {
  undo: 'Cofnij',
  undoOf: (name: string) => `Cofnij: ${name}`,
  undone: (name: string) => `Cofnięto: ${name}.`,
  notUndone: (name: string) => `Nie cofnięto („${name}”): ktoś zmienił to w międzyczasie.`,
  nothingToUndo: 'Nie ma czego cofać.',
  redo: 'Ponów',
  redoOf: (name: string) => `Ponów: ${name}`,
  redone: (name: string) => `Ponowiono: ${name}.`,
  notRedone: (name: string) => `Nie ponowiono („${name}”): ktoś zmienił to w międzyczasie.`,
  nothingToRedo: 'Nie ma czego ponawiać.',
  unmoved: (items: string) => `Ktoś inny zmienił kolejność w tym samym czasie: ${items}. Zostaje jego kolejność.`,
  retry: 'Spróbuj teraz',
  dropRefused: 'Porzuć niezapisane zmiany',
  refusedWhy: 'Portal nie przyjął tych zmian:',
  closed: 'Arkusz jest zamknięty: można go czytać, nie można w nim pisać.',
  empty: 'nie podano',
  unread: (typed: string) => `${typed} (nie odczytano)`,
  lost: 'Ten arkusz nie jest już dostępny w roli, w której działasz: rola albo prawo do niego się skończyło. Treść strony została zamknięta.',
  choose: 'Wybierz',
  /** Of a long text, all the time. */
  characters: (now: string, max: string) => `${now} z ${max} znaków`,
  /** Near the limit of a text. */
  charactersLeft: (left: number) =>
    left >= 0
      ? `Zostało ${counted(left, 'znak', 'znaki', 'znaków')}`
      : `O ${counted(-left, 'znak', 'znaki', 'znaków')} za dużo`,
  /** A date that the browser's own field shows and cannot read; it cannot say what was typed. */
  noSuchDay: (kept: string) =>
    kept
      ? `Takiego dnia nie ma w kalendarzu albo data jest niepełna. Popraw ją; zapisana jest nadal data ${kept}.`
      : 'Takiego dnia nie ma w kalendarzu albo data jest niepełna. Popraw ją; na razie nic nie zapisano.',
  moment: {
    date: 'Dzień',
    time: 'Godzina',
    zone: 'czas polski',
    which: (time: string) => `Tej nocy godzina ${time} wypada dwa razy. Która?`,
    first: 'Pierwsza (czas letni)',
    second: 'Druga (czas zimowy)',
    bad: 'Takiego dnia albo godziny nie ma, albo czegoś w nich brakuje. Popraw to; na razie zapisane jest to, co było.',
  },
  money: 'zł',
  removedItem: '(usunięta pozycja)',
  formerMember: '(organizacja spoza konsorcjum)',
  list: {
    itemName: (item: string, no: number, title: string) => (title ? `${item} ${no}: ${title}` : `${item} ${no}`),
    up: (item: string) => `Przesuń wyżej: ${item}`,
    down: (item: string) => `Przesuń niżej: ${item}`,
    remove: (item: string) => `Usuń: ${item}`,
    removed: (item: string) => `Usunięto: ${item}.`,
    nowAt: (item: string, no: number, of: number) => `${item}: teraz na miejscu ${no} z ${of}.`,
    added: (item: string) => `Dodano: ${item}.`,
    full: (most: number) => `Ta lista mieści najwyżej ${counted(most, 'pozycję', 'pozycje', 'pozycji')}.`,
    empty: 'Nie ma jeszcze żadnej pozycji.',
    show: 'Pokaż wpis',
    step: {
      added: (item: string) => `dodanie: ${item}`,
      removed: (item: string) => `usunięcie: ${item}`,
      moved: (item: string) => `przesunięcie: ${item}`,
    },
  },
} as const;

/** Two people changed the same field. */
export const collisionWords = {
  title: (n: number) => `${counted(n, 'pole', 'pola', 'pól')} do uzgodnienia`,
  lead: 'Ktoś zapisał te pola, gdy też były zmieniane tutaj. Nic nie zginęło: twoja wersja czeka, dopóki jej nie rozstrzygniesz.',
  atField: 'Ktoś zmienił to pole w tym samym czasie. Na stronie czeka wybór, która wersja zostaje.',
  base: 'Było',
  theirs: 'Zapisano',
  theirsBy: (who: string, when: string) => (when ? `${who}, ${when}` : who),
  somebody: 'inna osoba',
  mine: 'Twoja wersja',
  empty: '(puste)',
  removed: '(pozycja usunięta)',
  keepTheirs: 'Zostaw ich',
  keepMine: 'Wpisz moje',
  join: 'Połącz',
  joined: 'Połączony tekst',
  saveJoined: 'Zapisz połączony tekst',
  cancel: 'Wróć',
  /** An accessible name says of which field. */
  of: (act: string, field: string) => `${act}: ${field}`,
  /** Written into what somebody else owns: it is kept, and may be copied away. */
  notYours: 'Tę część pisze teraz ktoś inny.',
  notYoursKept: 'Tej zmiany nie zapisano. Nic nie zginęło: możesz ją skopiować, jest też w historii zmian.',
  typed: 'Wpisano',
  copy: 'Kopiuj tekst',
  copied: 'Skopiowano.',
  notCopied: 'Nie udało się skopiować. Zaznacz tekst i skopiuj go ręcznie.',
  giveUp: 'Rozumiem, porzuć',
  itemGone: 'Tę pozycję usunięto. Twoja wersja przywróci ją na liście.',
  itemMissing: 'Tej pozycji nie ma na liście: ktoś ją usunął albo lista jest pełna.',
  itemChanged: 'Tę pozycję chcesz usunąć, a ktoś ją w tym czasie zmienił.',
  keepItem: 'Zostaw pozycję',
  removeItem: 'Usuń mimo to',
  restoreItem: 'Przywróć z moją wersją',
  leaveRemoved: 'Zostaw usuniętą',
  settled: 'Rozstrzygnięto.',
  settledAll: 'Rozstrzygnięto wszystkie pola.',
} as const;

export const sheetHistoryWords = {
  title: 'Historia zmian',
  lead: 'Każda zmiana każdego pola, od najnowszej. Starszą wartość można przywrócić; będzie to nowa zmiana.',
  nothing: 'W tym arkuszu nie ma jeszcze żadnej zmiany.',
  somebody: 'osoba już niewymieniana',
  before: 'Było',
  after: 'Po zmianie',
  typed: 'Wpisano',
  setAside: 'nie zapisano, odłożono',
  by: (who: string, when: string) => `${who}, ${when}`,
  newer: 'Są nowsze zmiany.',
  empty: '(puste)',
  whole: 'Pokaż całość',
  itemAdded: 'dodano pozycję',
  itemRemoved: 'usunięto pozycję',
  itemMoved: 'zmieniono kolejność',
  restore: 'Przywróć',
  restoreAside: 'Wpisz tę wersję',
  restoreOf: (field: string, value: string) => (value ? `Przywróć: ${field}, ${value}` : `Przywróć: ${field}`),
  restored: (field: string) => `Przywrócono: ${field}.`,
  same: 'Tak jest teraz',
  goBack: 'Wróć do stanu sprzed tej zmiany',
  goBackOf: (when: string, field: string) => `Wróć do stanu sprzed tej zmiany: ${when}, ${field}`,
  refresh: 'Odśwież',
} as const;

/** Going back to an earlier version of the whole sheet. */
export const sheetRestoreWords = {
  title: 'Powrót do wcześniejszej wersji',
  lead: (when: string, n: number) =>
    `Arkusz wróci do stanu sprzed zmiany z ${when}. To nowa zmiana, którą można cofnąć; obejmie ${counted(n, 'pole', 'pola', 'pól')}.`,
  nothing: 'Nie ma czego przywracać: wszystko, co możesz zmienić, jest takie samo jak wtedy.',
  foreign: (n: number) =>
    `${counted(n, 'pole należy', 'pola należą', 'pól należy')} do innych organizacji i zostanie bez zmian.`,
  more: (n: number) => `i jeszcze ${counted(n, 'pole', 'pola', 'pól')}`,
  now: 'Jest',
  then: 'Będzie',
  present: 'pozycja na liście',
  absent: 'bez pozycji',
  moved: 'inna kolejność',
  restore: (n: number) => `Przywróć ${counted(n, 'pole', 'pola', 'pól')}`,
  step: (when: string) => `powrót do stanu sprzed ${when}`,
  restored: (n: number) => `Przywrócono ${counted(n, 'pole', 'pola', 'pól')}.`,
  unsaved: 'Najpierw musi zapisać się to, co właśnie zmieniono. Spróbuj za chwilę.',
  tooFar: 'Od tamtej chwili zaszło zbyt wiele zmian naraz. Przywróć pola pojedynczo.',
} as const;
