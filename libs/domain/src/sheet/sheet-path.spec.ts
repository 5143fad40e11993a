import { CALL_FORM } from '../call/call-form';
import { kindAt, parsePath } from './sheet-path';

const ID = '0b0e9a52-54a5-4d4e-8d52-0d6a0a1f3b11';

describe('a path of a sheet', () => {
  it('names a field, an item, or a field of an item', () => {
    expect(parsePath(CALL_FORM, 'basics.title')).toEqual({ section: 'basics', list: null, item: null, field: 'title' });
    expect(parsePath(CALL_FORM, `criteria.list.${ID}`)).toMatchObject({ list: 'list', item: ID, field: null });
    expect(parsePath(CALL_FORM, `criteria.list.${ID}.weight`)).toMatchObject({ item: ID, field: 'weight' });
  });
  it('is of the form or it is nothing', () => {
    const strangers = ['', 'basics', 'basics.', 'basics.nothing', 'nobody.title', 'criteria.list', 'criteria.list.1'];
    const near = [`criteria.list.${ID.toUpperCase()}`, `criteria.list.${ID}.nothing`, `criteria.list.${ID}.weight.x`];
    const inherited = ['constructor.name', 'basics.constructor', 'criteria.toString', `criteria.__proto__.${ID}`];
    for (const path of [...strangers, ...near, ...inherited]) expect(parsePath(CALL_FORM, path)).toBeNull();
    for (const path of [...strangers, ...near, ...inherited]) expect(kindAt(CALL_FORM, path)).toBeNull();
  });
  it('leads to its kind', () => {
    expect(kindAt(CALL_FORM, 'basics.capGrosze')).toMatchObject({ is: 'grosze' });
    expect(kindAt(CALL_FORM, `criteria.list.${ID}.weight`)).toMatchObject({ is: 'whole', max: 100 });
    expect(kindAt(CALL_FORM, `criteria.list.${ID}`)).toEqual({ is: 'place' });
  });
});
