import 'reflect-metadata';
import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { MAX_GROSZE, MAX_LINES } from '@zit/domain';
import {
  AddMember,
  ChangeBudget,
  ChangeConsortium,
  ChangeMember,
  ConsortiumQuery,
  CreateOrganisation,
  DraftDocument,
  IssueDocument,
  OrganisationQuery,
  SignIn,
} from './index';

const id = '1f8e5d16-20a8-4d23-8eb6-bbef530d5b47';

/** Pointers of the fields that are refused, as the API's pipe sees them. */
function refused<T extends object>(shape: ClassConstructor<T>, body: object): string[] {
  const errors = validateSync(plainToInstance(shape, body), {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
  });
  return pointers(errors).sort();
}

const pointers = (errors: ValidationError[], above = ''): string[] =>
  errors.flatMap(({ property, children, constraints }) => [
    ...(constraints ? [`${above}/${property}`] : []),
    ...pointers(children ?? [], `${above}/${property}`),
  ]);

describe('what crosses the wire is checked at the door', () => {
  it('takes a change with its base, and names a wrong field inside it', () => {
    const change = { version: 3, changes: { title: 'Kompas', declaredTotalGrosze: 33_000_000 }, base: { title: 'K' } };
    expect(refused(ChangeConsortium, change)).toEqual([]);
    expect(refused(ChangeConsortium, { ...change, changes: { title: 'K', periodFrom: '2015-02-30' } })).toEqual([
      '/changes/periodFrom',
      '/changes/title',
    ]);
  });

  it.each([
    ['a fraction of a grosz', 33_000_000.5],
    ['not a number', Number.NaN],
    ['more than any budget', MAX_GROSZE + 1],
    ['a negative amount', -1],
    ['words', '330000.005'],
  ])('refuses money that is %s', (_, turnoverGrosze) => {
    expect(refused(ChangeMember, { version: 1, changes: { turnoverGrosze }, base: {} })).toEqual([
      '/changes/turnoverGrosze',
    ]);
  });

  it('takes 5 000 budget lines and refuses one more', () => {
    const added = Array.from({ length: MAX_LINES }, () => ({ id, fields: { quantity: 1.125, unitPriceGrosze: 7000 } }));
    expect(refused(ChangeBudget, { added })).toEqual([]);
    expect(refused(ChangeBudget, { added: [...added, { id, fields: {} }] })).toEqual(['/added']);
    expect(refused(ChangeBudget, { added: [{ id, fields: { quantity: 1.0005 } }] })).toEqual([
      '/added/0/fields/quantity',
    ]);
  });

  it('refuses fields that nobody offered, so that no column can be set from outside', () => {
    expect(refused(AddMember, { organisationId: id, role: 'PARTNER', status: 'AWARDED' })).toEqual(['/status']);
    expect(refused(CreateOrganisation, { name: 'Fundacja', sector: 'NGO', version: 7 })).toEqual(['/version']);
  });

  it('issues only what was seen: a SHA-256 in small hex', () => {
    expect(refused(IssueDocument, { version: 1, factsSha256: 'a'.repeat(64) })).toEqual([]);
    expect(refused(IssueDocument, { version: 1, factsSha256: 'A'.repeat(64) })).toEqual(['/factsSha256']);
    expect(refused(DraftDocument, { kind: 'INVOICE' })).toEqual(['/kind']);
  });

  it('reads the numbers of a query from text, within their bounds', () => {
    expect(refused(OrganisationQuery, { limit: '100', search: 'gdańsk' })).toEqual([]);
    expect(refused(OrganisationQuery, { limit: '101' })).toEqual(['/limit']);
    expect(refused(ConsortiumQuery, { limit: 'wszystkie' })).toEqual(['/limit']);
  });

  it('lets a password be anything, but neither empty nor a book', () => {
    expect(refused(SignIn, { email: 'sopot@zit.example', password: ' ' })).toEqual([]);
    expect(refused(SignIn, { email: 'sopot', password: 'x'.repeat(201) })).toEqual(['/email', '/password']);
  });
});
