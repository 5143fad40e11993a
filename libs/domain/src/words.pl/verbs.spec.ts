import { did } from './verbs';

describe('who did what', () => {
  it.each([
    ['Fundacja „Przystań Integracji”', 'Fundacja „Przystań Integracji” zmieniła'],
    ['Gmina Miasta Sopotu', 'Gmina Miasta Sopotu zmieniła'],
    ['Stowarzyszenie „Kompas”', 'Stowarzyszenie „Kompas” zmieniło'],
    ['Centrum Integracji', 'Centrum Integracji zmieniło'],
    ['„Nowe” Towarzystwo', '„Nowe” Towarzystwo zmieniło'],
    ['Związek Gmin', 'Związek Gmin zmienił'],
    ['Miejski Ośrodek Pomocy Społecznej', 'Miejski Ośrodek Pomocy Społecznej zmienił'],
    ['Caritas Archidiecezji', 'Caritas Archidiecezji zmieniła'],
    ['Spółdzielnia Socjalna „Razem”', 'Spółdzielnia Socjalna „Razem” zmieniła'],
  ])('%s', (name, sentence) => expect(did('change', name)).toBe(sentence));

  it('is told without a subject when nobody is named', () => expect(did('change', null)).toBe('zmieniono'));
});
