import { OFFER_FORM } from '../offer/offer-form';
import type { FieldKinds, SheetForm } from '../sheet/form';
import { formWords } from './sheet-forms';
import { offerFormWords } from './offer-form';

const form: SheetForm = OFFER_FORM;
const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = offerFormWords.choices;
const fieldsOf: [string, FieldKinds][] = Object.entries(form.sections).flatMap(([section, { fields, lists }]) => [
  [section, fields] as [string, FieldKinds],
  ...Object.entries(lists).map(([list, of]): [string, FieldKinds] => [`${section}.${list}`, of.fields]),
]);

describe('the words of an offer', () => {
  it('name every code that can be chosen, and are found by the form’s version', () => {
    for (const [at, fields] of fieldsOf) {
      for (const [field, kind] of Object.entries(fields)) {
        if (kind.is !== 'choice' && kind.is !== 'choices') continue;
        expect(Object.keys(choices[`${at}.${field}`] ?? {})).toEqual(expect.arrayContaining([...kind.of]));
      }
    }
    expect(formWords[form.version]).toBe(offerFormWords);
  });
  it('belong to fields that exist, and a list of members says of whom its items are', () => {
    const paths = fieldsOf.flatMap(([at, fields]) => Object.keys(fields).map((field) => `${at}.${field}`));
    expect(paths).toEqual(expect.arrayContaining(Object.keys(choices)));
    for (const { lists } of Object.values(form.sections)) {
      for (const { of, fields } of Object.values(lists))
        expect(fields['member']?.is === 'member').toBe(of === 'MEMBER');
    }
  });
});
