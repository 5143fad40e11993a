import type { Representation } from '../organisation/representation';
import type { Sector } from '../organisation/sector';
import { representationOf, signOff, type SignedBy } from './sign-off';

const TODAY = '2015-03-20';
const entry = (person: string, mode: Representation['mode'], more: Partial<Representation> = {}): Representation => ({
  person,
  function: person.toLowerCase(),
  mode,
  validFrom: '2015-01-01',
  validTo: null,
  evidence: null,
  ...more,
});
const signed = (...names: string[]): SignedBy[] => names.map((name) => ({ name, capacity: 'SIGNER' }));
const treasurer: SignedBy = { name: 'Skarbnik', capacity: 'TREASURER' };
const ask = (representation: Representation[], by: SignedBy[], sector: Sector = 'NGO', money = false) =>
  signOff({ name: 'Członek', sector, representation }, TODAY, by, money);

describe('who signs for a member', () => {
  const alone = [entry('Prezes', 'SOLE'), entry('Wiceprezes', 'SOLE')];
  const two = ['Prezes', 'Skarbnik zarządu', 'Sekretarz'].map((name) => entry(name, 'JOINT_2'));
  const all = ['Prezes', 'Wiceprezes', 'Sekretarz'].map((name) => entry(name, 'JOINT_ALL'));

  it.each<[string, Representation[], string[], string | null]>([
    ['alone: nobody yet', alone, [], 'Brakuje potwierdzenia: prezes albo wiceprezes.'],
    ['alone: either', alone, ['Wiceprezes'], null],
    ['by proxy', [entry('Pełnomocnik', 'PROXY')], ['Pełnomocnik'], null],
    [
      'two jointly: nobody',
      two,
      [],
      'Brakuje potwierdzenia dwóch osób łącznie, spośród: prezes, skarbnik zarządu, sekretarz.',
    ],
    ['N15, two jointly: one', two, ['Prezes'], 'Brakuje drugiej osoby: skarbnik zarządu albo sekretarz.'],
    ['two jointly: one twice', two, ['Prezes', 'PREZES'], 'Brakuje drugiej osoby: skarbnik zarządu albo sekretarz.'],
    ['two jointly: two', two, ['Sekretarz', 'Prezes'], null],
    ['all jointly: nobody', all, [], 'Brakuje potwierdzenia wszystkich: prezes, wiceprezes, sekretarz.'],
    ['all jointly: two of three', all, ['Prezes', 'Sekretarz'], 'Brakuje potwierdzenia wszystkich: wiceprezes.'],
    ['all jointly: all', all, ['Prezes', 'Sekretarz', 'Wiceprezes'], null],
    ['a stranger', alone, ['Ktoś inny'], 'Brakuje potwierdzenia: prezes albo wiceprezes.'],
  ])('%s', (_, representation, names, missing) => {
    expect(ask(representation, signed(...names))).toEqual({ complete: missing === null, missing });
  });

  it('one who is alone with a joint right cannot ever be enough, and that is said', () => {
    expect(ask([entry('Prezes', 'JOINT_2')], signed('Prezes')).missing).toContain('nie ma nikogo więcej');
    expect(ask([], signed('Prezes')).missing).toContain('nie ma nikogo, kto może dziś');
  });
  it('only who is in office that day, the last day included', () => {
    const until = (validTo: string): Representation[] => [entry('Prezes', 'SOLE', { validTo })];
    expect(ask(until(TODAY), signed('Prezes')).complete).toBe(true);
    expect(ask(until('2015-03-19'), signed('Prezes')).complete).toBe(false);
    expect(ask([entry('Prezes', 'SOLE', { validFrom: '2015-03-21' })], signed('Prezes')).complete).toBe(false);
    const expired = [...all.slice(0, 2), entry('Sekretarz', 'JOINT_ALL', { validTo: '2015-02-01' })];
    expect(ask(expired, signed('Prezes', 'Wiceprezes')).complete).toBe(true);
  });
  it('a local government that promises money needs its treasurer, and nobody else does', () => {
    const mayor = [entry('Prezydent', 'SOLE')];
    for (const sector of ['JST', 'JST_UNIT'] as const) {
      expect(ask(mayor, signed('Prezydent'), sector, true)).toEqual({
        complete: false,
        missing: 'Brakuje kontrasygnaty skarbnika, bo ten członek obiecuje pieniądze.',
      });
      expect(ask(mayor, [...signed('Prezydent'), treasurer], sector, true).complete).toBe(true);
      expect(ask(mayor, signed('Prezydent'), sector).complete).toBe(true);
      expect(ask(mayor, [treasurer], sector, true).missing).toBe('Brakuje potwierdzenia: prezydent.');
    }
    expect(ask(mayor, signed('Prezydent'), 'NGO', true).complete).toBe(true);
  });
  it('finds a person by name however it is typed, by the strongest right of several', () => {
    const both = [entry('Łucja Żak-Wąs', 'JOINT_2'), entry('Łucja Żak-Wąs', 'SOLE')];
    expect(representationOf('łucja  żak wąs', both, TODAY)?.mode).toBe('SOLE');
    expect(representationOf('Lucja Zak', both, TODAY)).toBeNull();
  });
});
