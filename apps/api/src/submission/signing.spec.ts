import { randomUUID } from 'node:crypto';
import type { MemberSigning, OfferSigning } from '@zit/contracts';
import { offering, type Offering } from '../../test/handing-in';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { must } from '../../test/sopot';

let portal: TestPortal;
let offer: Offering;
let root: string;
beforeAll(async () => {
  portal = await startPortal();
  offer = await offering(portal);
  root = `/api/v1/offers/${offer.offerId}`;
});
afterAll(() => portal.stop());

const signersOf = (key: string): Caller[] => offer.signers[key] ?? [];
const confirm = async (by: Caller, sha256?: string, id: string = randomUUID()) =>
  by.post<OfferSigning>(`${root}/confirmations`, { id, sha256: sha256 ?? (await offer.signing()).sha256 });
const memberIn = ({ members }: OfferSigning, key: string): MemberSigning => {
  const found = members.find(({ member }) => member === offer.members[key]);
  if (!found) throw new Error(`no member ${key}`);
  return found;
};
/** Members whose confirmations are complete, by key. */
const complete = ({ members }: OfferSigning): string[] =>
  Object.entries(offer.members).flatMap(([key, id]) =>
    members.some(({ member, complete: is }) => member === id && is) ? [key] : [],
  );
const ALL = ['kompas', 'przystan', 'sasiedzi', 'gmina-sopot', 'molo-praca'];

describe('confirming an offer', () => {
  it('needs a fresh second factor', async () => {
    const [by] = signersOf('przystan') as [Caller];
    const stale = `update session set confirmed_at = now() - interval '11 minutes' where person_id = $1`;
    await portal.dataSource.query(stale, [by.personId]);
    expect(refusal(await confirm(by))).toEqual({ status: 403, code: 'CONFIRM_FIRST' });
    await portal.dataSource.query('update session set confirmed_at = now() where person_id = $1', [by.personId]);
    expect(complete(must(await confirm(by)))).toEqual(['przystan']);
  });

  it('is of exactly the content one saw', async () => {
    expect(refusal(await confirm(signersOf('molo-praca')[0] as Caller, '0'.repeat(64)))).toEqual({
      status: 409,
      code: 'STALE',
    });
  });

  it('is for who represents the organisation in the register today, found by name', async () => {
    const organisationId = offer.organisations['molo-praca'];
    const unknown = await offer.as({ role: 'SIGNER', organisationId, name: 'Ktoś spoza rejestru' });
    const refused = await confirm(unknown);
    expect(refusal(refused)).toEqual({ status: 403, code: 'FORBIDDEN' });
    expect(JSON.stringify(refused.body)).toContain('pełnomocnik zarządu');
    const name = 'Osoba pełniąca funkcję: pełnomocnik zarządu';
    const coordinator = await offer.as({ role: 'COORDINATOR', organisationId, name });
    expect(refusal(await confirm(coordinator))).toEqual({ status: 403, code: 'FORBIDDEN' });
    await portal.dataSource.query(
      `update organisation set representation = jsonb_set(representation, '{0,validTo}', '"2020-01-01"') where id = $1`,
      [organisationId],
    );
    const [by] = signersOf('molo-praca') as [Caller];
    expect(refusal(await confirm(by))).toEqual({ status: 403, code: 'FORBIDDEN' });
    await portal.dataSource.query(
      `update organisation set representation = jsonb_set(representation, '{0,validTo}', 'null') where id = $1`,
      [organisationId],
    );
    expect(complete(must(await confirm(by)))).toContain('molo-praca');
  });

  it('follows the rule of representation: two jointly, all jointly, and the treasurer who promises money', async () => {
    const missing = async (key: string) => memberIn(await offer.signing(), key).missing;
    const [president, other] = signersOf('kompas') as [Caller, Caller];
    must(await confirm(president));
    expect(await missing('kompas')).toContain('skarbnik zarządu');
    // The same person once more is no second person.
    must(await confirm(president));
    expect(await missing('kompas')).toContain('skarbnik zarządu');
    must(await confirm(other));
    expect(await missing('kompas')).toBeNull();
    for (const each of signersOf('sasiedzi')) {
      expect(await missing('sasiedzi')).not.toBeNull();
      must(await confirm(each));
    }
    expect(await missing('sasiedzi')).toBeNull();
    const [mayor, treasurer] = signersOf('gmina-sopot') as [Caller, Caller];
    must(await confirm(mayor));
    expect(await missing('gmina-sopot')).toContain('skarbnika');
    const done = must(await confirm(treasurer));
    expect(
      memberIn(done, 'gmina-sopot')
        .confirmations.map(({ capacity }) => capacity)
        .sort(),
    ).toEqual(['SIGNER', 'TREASURER']);
    expect(complete(done)).toEqual(ALL);
    expect(done.ready).toBe(true);
  });

  it('repeated under its id is one confirmation; another’s id is taken', async () => {
    const [by] = signersOf('przystan') as [Caller];
    const [before] = memberIn(must(await by.get<OfferSigning>(`${root}/signing`)), 'przystan').confirmations;
    const again = must(await confirm(by, undefined, before?.id));
    expect(memberIn(again, 'przystan').confirmations).toEqual([{ ...before, mine: true }]);
    const other = await confirm(signersOf('molo-praca')[0] as Caller, undefined, before?.id);
    expect(refusal(other)).toEqual({ status: 409, code: 'DUPLICATE' });
    // Neither does it answer for contents that it did not confirm.
    expect(refusal(await confirm(by, 'e'.repeat(64), before?.id))).toEqual({ status: 409, code: 'DUPLICATE' });
  });

  it('a change in one member’s own part voids its confirmation and the leader’s, and says what changed', async () => {
    const of = offer.members['przystan'];
    await offer.write({ [`experience.members.${of}.experience`]: 'Dziesięć lat doświadczenia.' });
    const signing = await offer.signing();
    expect(complete(signing)).toEqual(ALL.filter((key) => !['przystan', 'kompas'].includes(key)));
    const [voided] = memberIn(signing, 'przystan').confirmations;
    expect(voided).toMatchObject({ holds: false, mine: false, function: 'prezes zarządu' });
    expect(voided?.changed.map(({ after }) => after)).toEqual(['Dziesięć lat doświadczenia.']);
    expect(signing.ready).toBe(false);
    for (const by of [...signersOf('przystan'), ...signersOf('kompas')]) must(await confirm(by));
    const again = await offer.signing();
    expect(complete(again)).toEqual(ALL);
    // Who has confirmed anew stands there once.
    expect(memberIn(again, 'przystan').confirmations).toHaveLength(1);
  });

  it('what is put back as it was is confirmed again', async () => {
    const path = 'basics.officePhone';
    const [{ value }] = await portal.dataSource.query<[{ value: string }]>(
      'select value from sheet_field where sheet_id = $1 and path = $2',
      [offer.offerId, path],
    );
    await offer.write({ [path]: '+48 58 000 00 99' });
    expect(complete(await offer.signing())).toEqual([]);
    await offer.write({ [path]: value });
    expect(complete(await offer.signing())).toEqual(ALL);
  });

  it('what is put back after another content was confirmed too is confirmed anew', async () => {
    const [by] = signersOf('przystan') as [Caller];
    const path = `experience.members.${offer.members['przystan']}.experience`;
    const first = await offer.signing();
    await offer.write({ [path]: 'Jedenaście lat doświadczenia.' });
    expect(complete(must(await confirm(by)))).toContain('przystan');
    await offer.write({ [path]: 'Dziesięć lat doświadczenia.' });
    const back = await offer.signing();
    expect(back.sha256).toBe(first.sha256);
    expect(complete(back)).toEqual(ALL.filter((key) => key !== 'przystan'));
    const again = must(await confirm(by));
    expect(complete(again)).toEqual(ALL);
    expect(memberIn(again, 'przystan').confirmations).toHaveLength(1);
  });

  it('is taken back by whoever gave it, and by nobody else', async () => {
    const [by] = signersOf('molo-praca') as [Caller];
    const [own] = memberIn(await offer.signing(), 'molo-praca').confirmations;
    const path = `${root}/confirmations/${own?.id}`;
    expect(refusal(await (signersOf('kompas')[0] as Caller).del(path))).toEqual({ status: 404, code: 'NOT_FOUND' });
    expect(complete(must(await by.del<OfferSigning>(path)))).toEqual(ALL.filter((key) => key !== 'molo-praca'));
    expect(refusal(await by.del(path))).toEqual({ status: 404, code: 'NOT_FOUND' });
    must(await confirm(by));
    const acts = await portal.dataSource.query<{ act: string; details: object }[]>(
      `select act, details from journal where person_id = $1 and subject_kind = 'offer' order by seq`,
      [by.personId],
    );
    expect(acts.map(({ act }) => act)).toEqual(['CONFIRM_OFFER', 'REVOKE_CONFIRMATION', 'CONFIRM_OFFER']);
    // Ids only, no names.
    expect(JSON.stringify(acts)).not.toContain('pełnomocnik');
  });

  it('ends with handing in: then there is nothing to confirm or to take back', async () => {
    must(await offer.submit());
    const [by] = signersOf('przystan') as [Caller];
    const [own] = memberIn(await offer.signing(), 'przystan').confirmations;
    expect(refusal(await confirm(by))).toEqual({ status: 403, code: 'FORBIDDEN' });
    expect(refusal(await by.del(`${root}/confirmations/${own?.id}`))).toEqual({ status: 403, code: 'FORBIDDEN' });
    expect(complete(await offer.signing())).toEqual(ALL);
  });
});
