// @ts-check
// Every sentence of the launcher. It runs before anything is compiled, so its words cannot stand in words.pl.

/**
 * @param {number} ms milliseconds
 * @returns {string} '12 s' or '2 min 05 s'
 */
const time = (ms) => {
  const seconds = Math.round(ms / 1000);
  const rest = String(seconds % 60).padStart(2, '0');
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${rest} s`;
};

export const words = {
  time,
  running: (/** @type {string} */ what, /** @type {number} */ ms) => `  ${what}: trwa ${time(ms)}`,
  done: (/** @type {string} */ what, /** @type {number} */ ms) => `✓ ${what}: gotowe (${time(ms)})`,
  failed: (/** @type {string} */ what, /** @type {number} */ ms) => `✗ ${what}: są błędy (${time(ms)})`,
  begun: (/** @type {string} */ what) => `  ${what}…`,
  oldNode: (/** @type {string} */ found, /** @type {number} */ needed) =>
    `Ten komputer ma Node.js ${found}, a portal potrzebuje wersji ${needed} lub nowszej: https://nodejs.org/pl/download`,
  noPinnedNode: (/** @type {string} */ found, /** @type {number} */ needed) =>
    `Dla tego systemu nie ma dołączonego Node.js, a zainstalowany (${found}) jest starszy niż ${needed}. Zainstaluj Node.js ${needed}.`,
  badOption: (/** @type {string} */ option) => `Nie znam opcji „${option}”. Opcje: npm start -- --help`,
  badPort: (/** @type {string} */ text) =>
    `„${text}” nie jest numerem portu. Podaj liczbę od 1 do 65535, np. --port 4300.`,
  help: [
    'npm start                     uruchamia portal z danymi pokazowymi',
    'npm start -- --port 4300      na innym porcie (zwykle 4200)',
    'npm start -- --reset          buduje dane pokazowe od nowa (pyta o zgodę; --yes odpowiada „tak”)',
    '',
    'Zmienne środowiskowe: PORT, HOST, ZIT_DATA (folder danych), DATABASE_URL (własny PostgreSQL 15 lub nowszy).',
  ].join('\n'),
  steps: {
    install: 'Pakiety',
    build: 'Budowanie portalu',
    database: 'Baza danych',
    migrate: 'Tabele',
    seed: 'Dane pokazowe',
    serve: 'Serwer portalu',
  },
  adopted: 'Baza danych działała po poprzednim uruchomieniu; portal ją przejmuje, nic nie zginęło.',
  second: (/** @type {string} */ address) =>
    `Portal już działa${address === '' ? ' albo właśnie się uruchamia' : ` pod adresem ${address}`}. Zatrzymasz go klawiszami Ctrl+C w jego oknie.`,
  portTaken: (/** @type {number} */ port) =>
    `Port ${port} zajmuje inny program. Wybierz inny port: npm start -- --port ${port + 1}`,
  portRefused: (/** @type {number} */ port) =>
    `System nie pozwala otworzyć portu ${port}. Wybierz port powyżej 1023, np. npm start -- --port 4200`,
  littleSpace: (/** @type {string} */ folder, /** @type {number} */ free, /** @type {number} */ needed) =>
    `Za mało miejsca na dysku: w folderze ${folder} jest wolne ${free} MB, a potrzeba ${needed} MB. Zwolnij miejsce i uruchom ponownie.`,
  diskFull: (/** @type {string} */ folder) =>
    `Dysk jest pełny (folder ${folder}). Zwolnij miejsce i uruchom ponownie; zapisane dane są bezpieczne.`,
  noWrite: (/** @type {string} */ folder) =>
    `Nie mogę pisać w folderze ${folder}. Zmień jego uprawnienia albo wskaż inny folder zmienną ZIT_DATA.`,
  noNetwork: 'Nie udało się pobrać pakietów: sprawdź połączenie z internetem i uruchom ponownie.',
  noNpm: 'Nie znalazłem programu npm. Zainstaluj Node.js razem z npm: https://nodejs.org/pl/download',
  stepFailed: (/** @type {string} */ what) => `✗ ${what}: nie udało się. Szczegóły:`,
  seeLog: (/** @type {string} */ path) => `Pełny zapis: ${path}`,
  noBinaries: 'Dla tego systemu nie ma dołączonej bazy danych. Wskaż własny PostgreSQL zmienną DATABASE_URL.',
  noPassword: (/** @type {string} */ folder) =>
    `W folderze ${folder} jest baza danych, ale brakuje pliku „password”. Przywróć go z kopii albo wskaż inny folder zmienną ZIT_DATA.`,
  databaseHeld: 'Baza danych w tym folderze jest zajęta i nie odpowiada. Uruchom ponownie za minutę.',
  askReset:
    'Dane pokazowe zostaną usunięte i zbudowane od nowa, razem ze zmianami wprowadzonymi na ekranie.\nWpisz „tak”, aby to zrobić: ',
  resetRefused: 'Nic nie zostało zmienione.',
  resetOther:
    'Opcja --reset działa tylko na danych pokazowych, a PORTAL_MODE nie jest „demo”. Nic nie zostało zmienione.',
  parts: {
    lint: 'Granice i styl kodu',
    types: 'Typy',
    build: 'Budowanie',
    domain: 'domain: reguły',
    contracts: 'contracts: umowy między pokojami',
    documents: 'documents: dokumenty',
    api: 'api: serwer',
    web: 'web: ekrany',
    dev: 'dev: warsztat',
    'web-e2e': 'web-e2e: podróże w przeglądarce',
  },
  unknownPart: (/** @type {string} */ part, /** @type {string[]} */ known) =>
    `Nie ma części „${part}”. Części: ${known.join(', ')}`,
  unknownBench: (/** @type {string} */ bench, /** @type {string[]} */ known) =>
    `Nie ma pomiaru „${bench}”. Pomiary: ${known.join(', ')}`,
  failedPart: (/** @type {string} */ part) => `\n✗ ${part}, zapis:`,
  noTests: 'w tej części nie ma ani jednego testu',
  tooLong: (/** @type {number} */ minutes) => `przerwane po ${minutes} min`,
  tableHead: ['część', 'zdane', 'niezdane', 'czas'],
  ready: (/** @type {string} */ address) => `\nPortal działa: ${address}\n`,
  loginsHead: 'Zaloguj się jako (hasło każdej osoby jest takie samo):',
  login: (/** @type {string} */ email, /** @type {string} */ name, /** @type {string} */ role) =>
    `  ${email.padEnd(36)} ${name}${role === '' || name.includes(role) ? '' : ` (${role})`}`,
  password: (/** @type {string} */ password) => `  hasło: ${password}`,
  codes: '  kod jednorazowy, gdy rola go wymaga: podaje strona logowania; logowanie jednym kliknięciem dodaje go samo\n',
  data: (/** @type {string} */ folder) => `Dane i dzienniki: ${folder}`,
  dataElsewhere: (/** @type {string} */ host, /** @type {string} */ folder) =>
    `Dane: baza ${host} (DATABASE_URL); dzienniki: ${folder}`,
  howToStop: 'Zatrzymanie: Ctrl+C\n',
  stoppedEarly: 'Uruchamianie przerwane.',
  stopping: '\nZatrzymuję portal…',
  stopped: 'Portal zatrzymany. Dane są zapisane.',
  serverDied: 'Serwer portalu niespodziewanie się zakończył. Ostatnie wpisy:',
};
