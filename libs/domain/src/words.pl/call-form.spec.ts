import { CALL_FORM } from '../call/call-form';
import type { FieldKinds, SheetForm } from '../sheet/form';
import { callFormWords } from './call-form';

const form: SheetForm = CALL_FORM;
const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = callFormWords.choices;

describe('the words of a call', () => {
  const fieldsOf: [string, FieldKinds][] = Object.entries(form.sections).flatMap(([section, { fields, lists }]) => [
    [section, fields] as [string, FieldKinds],
    ...Object.entries(lists).map(([list, of]): [string, FieldKinds] => [`${section}.${list}`, of.fields]),
  ]);
  it('name every code that can be chosen', () => {
    for (const [at, fields] of fieldsOf) {
      for (const [field, kind] of Object.entries(fields)) {
        if (kind.is !== 'choice' && kind.is !== 'choices') continue;
        expect(Object.keys(choices[`${at}.${field}`] ?? {})).toEqual(expect.arrayContaining([...kind.of]));
      }
    }
  });
  it('belong to fields that exist, and no field shares its name with a list', () => {
    const paths = fieldsOf.flatMap(([at, fields]) => Object.keys(fields).map((field) => `${at}.${field}`));
    expect(paths).toEqual(expect.arrayContaining(Object.keys(choices)));
    for (const { fields, lists } of Object.values(form.sections)) {
      const names = [...Object.keys(fields), ...Object.keys(lists)];
      expect(new Set([...names, 'id']).size).toBe(names.length + 1);
    }
  });
});
