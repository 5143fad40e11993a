/** The register of outages: what its page and its refusals say. */
export const outageWords = {
  blank: 'To pole nie może być puste. Wpisz treść.',
  noZone: 'Podaj chwilę razem ze strefą czasu, na przykład 2015-03-31T13:30:00Z.',
  endsLater: 'Koniec awarii musi być późniejszy niż jej początek.',
  notOver: 'Awarię wpisuje się, gdy już się skończyła. Podaj koniec, który już był.',
  noSuchEntry: 'Nie ma takiego wpisu w rejestrze awarii albo zastąpił go późniejszy. Wybierz obowiązujący wpis.',
  correctedAlready: 'Ten wpis został już poprawiony. Odśwież stronę i popraw najnowszy.',
} as const;
