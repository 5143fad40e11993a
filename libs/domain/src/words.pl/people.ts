import type { GrantFault } from '../access/granting';

/** Sentences about people, roles and invitations that the server says. */
export const peopleWords = {
  invitationVoid:
    'To zaproszenie jest nieważne: wygasło, zostało wycofane albo już go użyto. Poproś osobę, która zapraszała, o nowe.',
  signInFirst: 'Na ten adres jest już konto. Zaloguj się na nie, a potem otwórz zaproszenie jeszcze raz.',
  otherAccount:
    'Zaproszenie wysłano na inny adres niż adres Twojego konta. Wyloguj się i otwórz zaproszenie jeszcze raz.',
  clauseChanged: 'Informacja o przetwarzaniu danych zmieniła się. Otwórz zaproszenie jeszcze raz i przeczytaj ją.',
  nameMissing: 'Podaj imię i nazwisko.',
  passwordMissing: 'Ustaw hasło.',
  grantFault: {
    ORGANISATION:
      'Ta rola wymaga innego wskazania: role organizacji nadaje się dla organizacji, role programu bez niej.',
    ROLE: 'Tej roli nie można tu nadać. Wybierz rolę, która pasuje do organizacji, albo zwróć się do administratora programu.',
    PLACE: 'Wskaż właściwe miejsce: gminę (7 cyfr) albo powiat (4 cyfry), jeśli rola go wymaga.',
  } satisfies Record<GrantFault, string>,
  noSuchOrganisation: 'Nie ma takiej organizacji w rejestrze. Wybierz organizację z listy.',
  alreadyInvited: 'Ta osoba ma już ważne zaproszenie do tej roli. Wycofaj je, aby wysłać nowe.',
  tooManyTokens: (minutes: number) =>
    `Za dużo prób z nieważnym zaproszeniem. Odczekaj ${minutes} minut i otwórz link z wiadomości jeszcze raz.`,
  tooManyInvitations: (perHour: number) =>
    `W ciągu godziny można wysłać najwyżej ${perHour} zaproszeń. Odczekaj i wyślij pozostałe później.`,
  notOpen: 'To zaproszenie jest już zakończone.',
  secondEyes: 'Zaproszenie administratora zatwierdza inny administrator niż ten, który je przygotował.',
  nobodyElse:
    'W programie nie ma drugiego administratora, który mógłby je zatwierdzić. Zaproś go: to zaproszenie poczeka, dopóki jest ważne.',
  noApprovalNeeded: 'To zaproszenie nie czeka na zatwierdzenie.',
  lastOwner:
    'To ostatni opiekun dostępu tej organizacji. Najpierw zaproś innego, a gdy przyjmie zaproszenie, odbierz tę rolę.',
  lastAdministrator:
    'To ostatni administrator programu. Najpierw zaproś innego, a gdy przyjmie zaproszenie, odbierz tę rolę.',
  ownerOrProgramme: 'Role odbiera opiekun dostępu organizacji albo administrator programu.',
} as const;
