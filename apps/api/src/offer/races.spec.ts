import { randomUUID } from 'node:crypto';
import type { SheetSaved } from '@zit/contracts';
import type { Grant, SheetValue } from '@zit/domain';
import { beginSopot, offersRoot as root, readOfferSheet, saveOffer, valuesIn, type OfferCase } from '../../test/offers';
import { startPortal, type TestPortal } from '../../test/portal';
import { must } from '../../test/sopot';
import type { Actor } from '../consortium/actor';
import { OfferService } from './offer.service';

const KEYS = ['M1', 'M2', 'M3', 'M4', 'M5'] as const;
type Key = (typeof KEYS)[number];
const SAVES = 200;

describe('an offer under five organisations at once', () => {
  let portal: TestPortal;
  let sopot: OfferCase;
  let service: OfferService;
  const actors = {} as Record<Key, Actor>;
  beforeAll(async () => {
    portal = await startPortal();
    sopot = await beginSopot(portal);
    service = portal.app.get(OfferService);
    for (const key of KEYS) {
      const { personId } = sopot.writers[key];
      const grants = await portal.dataSource.query<Grant[]>(
        'select role, organisation_id as "organisationId", teryt from role_grant where person_id = $1',
        [personId],
      );
      const named = grants.map((grant) => ({ ...grant, organisationName: null }));
      actors[key] = { personId, actingFor: sopot.organisations[key] ?? '', actingBody: null, grants: named };
      if (key !== 'M1') must(await saveOffer(sopot.writers[key], sopot.offer.id, { [itemOf(key)]: 1 }));
    }
  }, 60_000);
  afterAll(() => portal.stop());

  const itemOf = (key: Key): string => `experience.members.${sopot.members[key]}`;
  /** Some text that is this member's own. */
  const ownOf = (key: Key): string => (key === 'M1' ? 'basics.needs' : `${itemOf(key)}.experience`);
  const save = (key: Key, path: string, value: SheetValue, base: number): Promise<SheetSaved> =>
    service.save(actors[key], sopot.offer.id, { save: randomUUID(), changes: [{ path, base, value }] });
  const becauseOf = ({ collisions }: SheetSaved) => collisions.map(({ because }) => because);
  const standing = async (path: string) =>
    (await readOfferSheet(sopot.writers.M1, sopot.offer.id)).fields.find((field) => field.path === path);

  it('loses nothing of 5 × 200 acknowledged saves, and lets nobody write what is another’s', async () => {
    await Promise.all(
      KEYS.map(async (key, at) => {
        const other = ownOf(KEYS[(at + 1) % KEYS.length] ?? 'M1');
        let base = 0;
        for (let n = 1; n <= SAVES; n++) {
          const { taken, collisions } = await save(key, ownOf(key), `${key}: ${n}`, base);
          expect(collisions).toEqual([]);
          base = taken[0]?.rev ?? -1;
          if (n % 20 === 0) expect(becauseOf(await save(key, other, `${key} pisze obcym`, 0))).toEqual(['NOT_YOURS']);
        }
      }),
    );
    const values = valuesIn(await readOfferSheet(sopot.writers.M3, sopot.offer.id));
    expect(KEYS.map((key) => values[ownOf(key)])).toEqual(KEYS.map((key) => `${key}: ${SAVES}`));
    const rows = await portal.dataSource.query<{ path: string; by: string; aside: boolean; n: number }[]>(
      `select path, changed_by as by, set_aside as aside, count(*)::int as n from sheet_change
       where sheet_id = $1 and path = any ($2) group by 1, 2, 3`,
      [sopot.offer.id, KEYS.map(ownOf)],
    );
    const foreign = rows.filter(({ path, by }) =>
      KEYS.some((key) => ownOf(key) === path && actors[key].personId !== by),
    );
    expect(foreign.filter(({ aside }) => !aside)).toEqual([]);
    expect(foreign.reduce((sum, { n }) => sum + n, 0)).toBe((KEYS.length * SAVES) / 20);
    expect(rows.filter(({ aside }) => !aside).map(({ n }) => n)).toEqual(KEYS.map(() => SAVES));
  }, 180_000);

  it('takes from a borrower exactly while the part is lent, and keeps the rest aside', async () => {
    const path = 'groups.recruitment';
    const lend = async (...to: Key[]) =>
      must(
        await sopot.writers.M1.put(`${root}/${sopot.offer.id}/loans`, {
          part: 'groups',
          members: to.map((key) => sopot.members[key]),
        }),
      );
    let taken = 0;
    for (let round = 1; round <= 10; round++) {
      const before = await standing(path);
      expect(becauseOf(await save('M2', path, `przed ${round}`, before?.rev ?? 0))).toEqual(['NOT_YOURS']);
      // Some of these come before the loan, some after it.
      const [early] = await Promise.all([save('M2', path, `w trakcie ${round}`, before?.rev ?? 0), lend('M2')]);
      const now = await standing(path);
      if (early.taken.length > 0) expect(now?.value).toBe(`w trakcie ${round}`);
      else expect(now).toEqual(before);
      const lent = await save('M2', path, `użyczone ${round}`, now?.rev ?? 0);
      expect(becauseOf(lent)).toEqual([]);
      taken += 1;
      const [late] = await Promise.all([save('M2', path, `pod koniec ${round}`, lent.taken[0]?.rev ?? -1), lend()]);
      expect((await standing(path))?.value).toBe(`${late.taken.length > 0 ? 'pod koniec' : 'użyczone'} ${round}`);
    }
    expect(taken).toBe(10);
  }, 60_000);

  it('two who lend the same part at once leave what one of them said', async () => {
    const lend = (...to: Key[]) =>
      service.lend(actors.M1, sopot.offer.id, { part: 'places', members: to.map((key) => sopot.members[key] ?? '') });
    for (let round = 0; round < 5; round++) {
      await Promise.all([lend('M2', 'M3'), lend('M4'), lend('M5')]);
      const { loans } = await service.read(actors.M1, sopot.offer.id);
      const left = loans.map(({ member }) => KEYS.find((key) => sopot.members[key] === member)).sort();
      expect(['M2 M3', 'M4', 'M5']).toContain(left.join(' '));
    }
    await lend();
  }, 60_000);

  it('takes nothing more from a member that has left, and keeps all that was acknowledged before', async () => {
    const path = ownOf('M5');
    let base = (await standing(path))?.rev ?? 0;
    let acknowledged: SheetValue = null;
    let gone = false;
    let begun = (): void => {};
    const acknowledgedOnce = new Promise<void>((done) => (begun = done));
    const writing = (async () => {
      for (let n = 1; ; n++) {
        const startedAfter = gone;
        const saved = await save('M5', path, `przed odejściem ${n}`, base).catch((error: unknown) => error);
        if (!(saved instanceof Error)) {
          expect(startedAfter).toBe(false);
          acknowledged = `przed odejściem ${n}`;
          base = (saved as SheetSaved).taken[0]?.rev ?? -1;
          begun();
        } else {
          expect(saved).toMatchObject({ problem: { code: 'NOT_FOUND' } });
          return;
        }
      }
    })();
    // In the middle of the writing, however slow it is; when it ends before, its fault is what is told.
    await Promise.race([acknowledgedOnce, writing]);
    must(
      await sopot.administrator.post(`/api/v1/consortia/${sopot.id}/members/${sopot.members['M5']}/exit`, {
        linesToMemberId: sopot.members['M1'],
      }),
    );
    gone = true;
    await writing;
    expect(acknowledged).not.toBeNull();
    expect((await standing(path))?.value).toBe(acknowledged);
  }, 60_000);
});
