import { decide, POLICY } from '@zit/domain';
import { firstWall } from '../../test/matrix/first-wall';
import type { Asker } from '../../test/matrix/askers';
import { isForeign, type Call } from '../../test/matrix/matrix';
import { MatrixRun } from '../../test/matrix/matrix-run';

jest.mock('@zit/domain', () =>
  jest
    .requireActual<typeof import('../../test/matrix/first-wall')>('../../test/matrix/first-wall')
    .domainWithFallingWall(jest.requireActual('@zit/domain')),
);

jest.mock('../http/signed-in', () => {
  const real = jest.requireActual<typeof import('../http/signed-in')>('../http/signed-in');
  const { firstWall: wall } =
    jest.requireActual<typeof import('../../test/matrix/first-wall')>('../../test/matrix/first-wall');
  return {
    ...real,
    actsAs: (...given: Parameters<typeof real.actsAs>) => wall.deciding || real.actsAs(...given),
  };
});

/** What belongs to people and to those who look after them; the gate's rows. */
const OF_PEOPLE: readonly string[] = ['person', 'invitation', 'grant', 'erasure', 'retention'];
const isOwner = ({ grants }: Asker, organisationId: string | null | undefined): boolean =>
  grants.some((grant) => grant.role === 'OWNER' && grant.organisationId === organisationId);
/** Not of the organisation that the person looks after; to the programme only the state of a thing is closed. */
const isOthers = ({ act, asker, cell, expected }: Call): boolean =>
  expected !== 'allowed' &&
  asker.level === 'FULL' &&
  !asker.viewed &&
  OF_PEOPLE.includes(POLICY[act].on) &&
  !isOwner(asker, cell.standing?.organisationId) &&
  !asker.grants.some(({ role }) => role === 'ADMINISTRATOR');

/** Who asks sees the thing: then only the state of a paper may close the reading, and that is no matter of rows. */
const isTheirs = ({ act, asker, cell }: Call): boolean =>
  decide({ personId: asker.personId, grants: asker.grants }, act, cell.standing, cell.state).see;

describe('the second wall alone: every decision of the portal says yes', () => {
  let run: MatrixRun;
  beforeAll(async () => {
    run = await MatrixRun.start();
    firstWall.down = true;
  }, 600_000);
  afterAll(() => run.stop('access matrix, second wall alone'));

  it('finds nothing for strangers', async () => {
    const found: string[] = [];
    for (const asker of run.askers)
      for (const call of run.callsOf(asker).filter((one) => isForeign(one) && !isTheirs(one))) {
        if (call.access.method !== 'GET') continue;
        const { status } = await run.unguarded(call);
        if (status !== 404) found.push(`${call.name}: ${status}`);
      }
    expect(found).toEqual([]);
  }, 600_000);

  it('lists for each only what they see', async () => {
    const amiss: string[] = [];
    for (const asker of run.askers.filter(({ level, viewed }) => level === 'FULL' && !viewed))
      for (const call of run
        .callsOf(asker)
        .filter(({ act }) => ['listConsortia', 'listCalls', 'listOffers'].includes(act))) {
        const fault = call.cell.check?.((await run.unguarded(call)).body);
        if (fault) amiss.push(`${call.name}: ${fault}`);
      }
    expect(amiss).toEqual([]);
  }, 600_000);

  it('lets nobody change what they may not change', async () => {
    const changed: string[] = [];
    for (const asker of run.askers)
      // A reader's update finds no row and changes nothing; what the portal believes then is the first wall's matter.
      changed.push(
        ...(await run.unguardedChanges(
          run.callsOf(asker).filter((call) => isForeign(call) && call.access.method !== 'GET'),
        )),
      );
    expect(changed).toEqual([]);
  }, 600_000);

  describe('and the policy itself says yes to everybody', () => {
    const calls: Call[] = [];
    beforeAll(() => {
      calls.push(...run.askers.flatMap((asker) => run.callsOf(asker)).filter(isOthers));
      firstWall.deciding = true;
    });
    afterAll(() => {
      firstWall.deciding = false;
    });

    it('shows nobody the people, invitations, requests and proposals of others', async () => {
      // An auditor reads everything.
      const lists = calls.filter(({ act, asker }) => LISTS.includes(act) && asker.name !== 'AUDITOR');
      expect(new Set(lists.map(({ act }) => act)).size).toBe(LISTS.length);
      const shown: string[] = [];
      for (const call of lists) {
        const { status, body } = await run.unguarded(call);
        const { items } = body as { items: { id: string }[] };
        const others = items.filter(({ id }) => id !== call.asker.personId);
        if (status !== 200 || others.length > 0) shown.push(`${call.name}: ${status}, ${others.length} of others`);
      }
      expect(shown).toEqual([]);
    }, 600_000);

    it('lets nobody take roles away, invite, approve, look through eyes, forget or let go', async () => {
      const acts = calls.filter(({ act }) => !LISTS.includes(act));
      expect(acts.length).toBeGreaterThan(300);
      const changed: string[] = [];
      for (const call of acts) {
        const done = await run.unguarded(call);
        if (done.changed.length > 0) changed.push(`${call.name}: ${done.status} changed ${done.changed.join(', ')}`);
      }
      expect(changed).toEqual([]);
    }, 600_000);
  });
});

const LISTS: readonly string[] = ['listPeople', 'listInvitations', 'listErasures', 'listRetention'];
