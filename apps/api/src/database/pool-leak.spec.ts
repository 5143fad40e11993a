import { randomUUID } from 'node:crypto';
import type { ConsortiumPage, ConsortiumResponse } from '@zit/contracts';
import { DataSource } from 'typeorm';
import { startPortal, type Caller, type TestPortal } from '../../test/portal';
import { must, SOPOT_CENTRE } from '../../test/sopot';
import { Door, type DoorUser } from './door';

/** Organisations at once, and what each asks; far more than there are connections. */
const ORGANISATIONS = 16;
const ROUNDS = 20;

interface Party {
  caller: Caller;
  who: DoorUser;
  consortiumId: string;
}

describe('many organisations on few connections', () => {
  let portal: TestPortal;
  let source: DataSource;
  let door: Door;
  const parties: Party[] = [];

  beforeAll(async () => {
    portal = await startPortal({ settings: { poolSize: 3 } });
    source = await new DataSource({ ...portal.dataSource.options, poolSize: 3 } as never).initialize();
    door = new Door(source);
    for (let n = 0; n < ORGANISATIONS; n++) {
      const [organisation] = await portal.dataSource.query<[{ id: string }]>(
        `insert into organisation (name, name_key, sector) values ($1, $1, 'NGO') returning id`,
        [`organizacja ${n}`],
      );
      const caller = await portal.as({ role: 'COORDINATOR', organisationId: organisation.id });
      const { id } = must(
        await caller.post<ConsortiumResponse>('/api/v1/consortia', { title: `K ${n}`, localCentreId: SOPOT_CENTRE }),
      );
      const who = { personId: caller.personId, actingFor: organisation.id, actingBody: null };
      parties.push({ caller, who, consortiumId: id });
    }
  }, 60_000);
  afterAll(async () => {
    await source.destroy();
    await portal.stop();
  });

  /** Every party in every round, so mixed that neighbours are of different organisations and of different fates. */
  const eachRound = async (act: (party: Party, turn: number) => Promise<void>): Promise<void> => {
    const turns = Array.from({ length: ORGANISATIONS * ROUNDS }, (_, turn) => turn);
    await Promise.all(turns.map((turn) => act(parties[(turn * 7) % ORGANISATIONS] as Party, turn)));
  };

  it('S-39: shows each only its own through the door, while every second work fails in some way', async () => {
    let foreign = 0;
    let failed = 0;
    await eachRound(async ({ who, consortiumId }, turn) => {
      const fate = turn % 4;
      const work = door.write(who, async (manager) => {
        const seen = await manager.query<{ id: string }[]>('select id from consortium');
        foreign += seen.filter(({ id }) => id !== consortiumId).length + (seen.length === 1 ? 0 : 1);
        if (fate === 1) throw new Error('changed my mind');
        if (fate === 2) await manager.query('select 1 / 0');
        if (fate === 3)
          await manager.transaction(async (inner) => {
            await inner.query('select pg_sleep(0.001)');
            const again = await inner.query<{ id: string }[]>('select consortium_id as id from member');
            foreign += again.filter(({ id }) => id !== consortiumId).length;
          });
      });
      await work.catch(() => failed++);
    });
    expect({ foreign, failed }).toEqual({ foreign: 0, failed: (ORGANISATIONS * ROUNDS) / 2 });
    const [left] = await source.query<[{ person: string }]>(
      `select coalesce(current_setting('app.person', true), '') as person`,
    );
    expect(left.person).toBe('');
  }, 60_000);

  it('S-39: shows each only its own over HTTP, refused and failing requests between', async () => {
    let foreign = 0;
    const statuses = new Set<number>();
    await eachRound(async ({ caller, consortiumId }, turn) => {
      const other = parties[(turn * 7 + 1) % ORGANISATIONS]?.consortiumId ?? '';
      if (turn % 3 === 1) statuses.add((await caller.get(`/api/v1/consortia/${other}`)).status);
      else if (turn % 3 === 2) {
        const body = { organisationId: randomUUID(), role: 'PARTNER' };
        statuses.add((await caller.post(`/api/v1/consortia/${consortiumId}/members`, body)).status);
      } else {
        const { items } = must(await caller.get<ConsortiumPage>('/api/v1/consortia'));
        foreign += items.filter(({ id }) => id !== consortiumId).length + (items.length === 1 ? 0 : 1);
      }
    });
    expect({ foreign, statuses: [...statuses].sort() }).toEqual({ foreign: 0, statuses: [400, 404] });
  }, 120_000);
});
