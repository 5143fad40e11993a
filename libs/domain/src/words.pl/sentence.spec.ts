import { offerRightsWords } from './offer-page';

test('a name that ends with a full stop ends its sentence', () => {
  expect(offerRightsWords.member('„Molo Praca” sp. z o.o.')).toBe('Wpisuje: „Molo Praca” sp. z o.o.');
  expect(offerRightsWords.member('Gmina Miasta Sopotu')).toBe('Wpisuje: Gmina Miasta Sopotu.');
});
