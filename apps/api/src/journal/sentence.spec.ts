import { historyWords } from '@zit/words.pl/history';
import { journalPageWords } from '@zit/words.pl/journal-page';
import { ACTS } from './note';
import { sentenceOf } from './sentence';

const ORGANISATION = '6f1c1b1e-0000-4000-8000-000000000000';
const names = (): string => 'Fundacja Przystań';
const told = (act: string, details: Record<string, unknown> = {}, organisationId: string | null = null): string =>
  sentenceOf({ act, details, organisationId, changes: [], changeCount: 0 }, names);

describe('sentences of the journal', () => {
  it.each(ACTS)('%s has a sentence with a verb, and a name to filter by', (act) => {
    const text = told(act);
    expect(text).not.toBe(historyWords.unknownAct);
    // Impersonal: zmieniono, usunięto, zapoznano się; two older ones are nouns of their own.
    expect(text).toMatch(/^(\p{L}+(no|to)( się)? |odmowa: |wystąpienie z konsorcjum: )\p{L}*/u);
    expect(text).not.toMatch(/undefined|null|NaN|[A-Z]{2,}_/);
    // Refusals have a filter of their own.
    if (act !== 'DENIED') expect(journalPageWords.acts).toHaveProperty(act);
  });

  it('knows an act of a later version as such', () => expect(told('LATER_ACT')).toBe(historyWords.unknownAct));

  it('names role and organisation, never a person', () => {
    const details = { role: 'EDITOR', organisationId: ORGANISATION, personId: ORGANISATION };
    expect(told('INVITE', { ...details, state: 'PROPOSED' }, ORGANISATION)).toBe(
      'Fundacja Przystań zaprosiła osobę: redaktor partnera, Fundacja Przystań; czeka na zatwierdzenie',
    );
    expect(told('REVOKE_ROLE', details)).toBe('odebrano rolę: redaktor partnera, Fundacja Przystań');
  });

  it.each([
    [1, 'zakończono 1 sesję'],
    [2, 'zakończono 2 sesje'],
    [5, 'zakończono 5 sesji'],
  ])('counts in good Polish: %i', (count, text) => expect(told('END_SESSIONS', { count })).toBe(text));

  it('says how many recovery codes are left', () => {
    expect(told('USE_RECOVERY_CODE', { left: 1 })).toBe('użyto kodu odzyskiwania; został 1');
    expect(told('USE_RECOVERY_CODE', { left: 3 })).toBe('użyto kodu odzyskiwania; zostały 3');
    expect(told('USE_RECOVERY_CODE', { left: 9 })).toBe('użyto kodu odzyskiwania; zostało 9');
  });

  it('calls the fields of a sheet as its form does, and tells what was set aside', () => {
    const id = '6f1c1b1e-0000-4000-8000-000000000001';
    const fields = ['basics.title', `criteria.list.${id}.weight`, `criteria.list.${id}`, 'notice.text'];
    const changes = fields.map((field) => ({ field, before: null, after: 1 }));
    const save = (taken: number, setAside: number) =>
      sentenceOf(
        {
          act: 'CHANGE_SHEET',
          details: { taken, setAside },
          organisationId: null,
          changes: changes.slice(0, taken),
          changeCount: taken,
        },
        names,
      );
    expect(save(2, 0)).toBe('zmieniono 2 pola (Podstawowe informacje: tytuł naboru; Kryteria: kryterium, waga)');
    expect(save(4, 1)).toMatch(/^zmieniono 4 pola \(między innymi .*\); odłożono na bok 1 wartość, bo to pole zmienił/);
    expect(save(0, 2)).toBe('odłożono na bok 2 wartości, bo te pola zmienił wcześniej ktoś inny');
  });
});
