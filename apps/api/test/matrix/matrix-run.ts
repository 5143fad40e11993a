import type { DoorMode } from '../../src/database/door';
import { DOOR_MODE } from '../../src/database/door';
import { startPortal, type TestPortal } from '../portal';
import { gatherAskers, type Asker } from './askers';
import { rawRequest } from '../raw-request';
import { callsOf, isNoted, pathOf, send, wrong, type Call } from './matrix';
import { Snapshot } from './snapshot';
import { buildWorld, type World } from './world';

/** Refusals between two looks at the journal; it keeps no more than sixty a minute of one person. */
const CHUNK = 50;
/** Calls at once where none may change anything. */
const AT_ONCE = 5;

/** A world of its own, and everybody who calls everything in it. */
export class MatrixRun {
  calls = 0;

  private constructor(
    private readonly portal: TestPortal,
    private readonly world: World,
    private readonly snapshot: Snapshot,
    private readonly lastEntry: string,
    readonly askers: readonly Asker[],
  ) {}

  static async start(mode: DoorMode = 'walled'): Promise<MatrixRun> {
    const portal = await startPortal({
      settings: { publicOrigin: 'http://localhost' },
      places: [{ provide: DOOR_MODE, useValue: mode }],
    });
    const world = await buildWorld(portal);
    const askers = await gatherAskers(portal, world);
    // The journal forgets the refusals it was asked about, so that its limit is not reached.
    await portal.dataSource.query('alter table journal disable trigger user');
    const [last] = await portal.dataSource.query<{ seq: string }[]>('select max(seq) as seq from journal');
    return new MatrixRun(portal, world, await Snapshot.take(portal.dataSource), last?.seq ?? '0', askers);
  }

  /** Says how many calls there were: the figure of docs/benches.md. */
  async stop(title: string): Promise<void> {
    await this.portal.stop();
    this.world.stop();
    process.stdout.write(`${title}: ${this.calls} calls, ${this.askers.length} askers\n`);
  }

  callsOf(asker: Asker): Call[] {
    return callsOf(this.world, asker);
  }

  /** Makes every refused call; answers what is wrong: a status, a change, an entry too many or too few. */
  async refused(): Promise<string[]> {
    const faults: string[] = [];
    for (const asker of this.askers) {
      const refused = this.callsOf(asker).filter((call) => call.expected !== 'allowed');
      for (let at = 0; at < refused.length; at += CHUNK) {
        const chunk = refused.slice(at, at + CHUNK);
        faults.push(...(await this.together(chunk)));
        const changed = await this.snapshot.changed();
        if (changed.length > 0) faults.push(`${asker.name}: refused calls changed ${changed.join(', ')}`);
        faults.push(...(await this.entriesAmiss(asker, chunk)));
      }
    }
    return faults;
  }

  /** Makes every allowed call, each change on the world as it was built. */
  async allowed(): Promise<string[]> {
    const faults: string[] = [];
    for (const asker of this.askers) {
      const allowed = this.callsOf(asker).filter((call) => call.expected === 'allowed');
      faults.push(...(await this.together(allowed.filter(({ access }) => access.method === 'GET'))));
      for (const call of allowed.filter(({ access }) => access.method !== 'GET')) {
        faults.push(...(await this.together([call])));
        await this.snapshot.restore();
      }
    }
    return faults;
  }

  /** Makes a call that no guard stops any more: its answer, and the tables that it changed. */
  async unguarded(call: Call): Promise<{ status: number; body: unknown; changed: string[] }> {
    this.calls++;
    const { status, body } = await send(call);
    const changed = call.access.method === 'GET' ? [] : await this.snapshot.changed();
    if (changed.length > 0) await this.snapshot.restore();
    return { status, body, changed };
  }

  /** The same of many acts that should change nothing: looked for once, and by one and one only where something did. */
  async unguardedChanges(calls: readonly Call[]): Promise<string[]> {
    this.calls += calls.length;
    for (let at = 0; at < calls.length; at += AT_ONCE) await Promise.all(calls.slice(at, at + AT_ONCE).map(send));
    if ((await this.snapshot.changed()).length === 0) return [];
    await this.snapshot.restore();
    const found: string[] = [];
    for (const call of calls) {
      const { status, changed } = await this.unguarded(call);
      if (changed.length > 0) found.push(`${call.name}: ${status} changed ${changed.join(', ')}`);
    }
    return found.length > 0 ? found : [`${calls[0]?.name ?? ''} and others changed something together`];
  }

  asker(name: string): Asker {
    const found = this.askers.find((asker) => asker.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  }

  pathOf(call: Pick<Call, 'access'> & Partial<Pick<Call, 'cell'>>): string {
    return call.cell ? pathOf(call.access, call.cell) : call.access.path.replaceAll(/:\w+/g, this.someId);
  }

  /** An id that somebody has, whatever the route makes of it. */
  readonly someId = (): string => this.world.consortia[0]?.id ?? '';

  /** A request whose path goes out as it is written. */
  raw(method: string, path: string, token: string | null, body?: unknown): Promise<{ status: number; text: string }> {
    this.calls++;
    return rawRequest(this.portal.url, { method, path, token, body: method === 'GET' ? undefined : body });
  }

  /** Tables that are no longer as they were built. */
  changedTables(): Promise<string[]> {
    return this.snapshot.changed();
  }

  /** Every column of every table, as fields would be called. */
  async columns(): Promise<string[]> {
    const rows = await this.portal.dataSource.query<{ name: string }[]>(
      `select distinct column_name as name from information_schema.columns where table_schema = 'public' order by 1`,
    );
    const names = rows.flatMap(({ name }) => [
      name,
      name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    ]);
    return [...new Set(names)];
  }

  private async together(list: readonly Call[]): Promise<string[]> {
    const faults: string[] = [];
    for (let at = 0; at < list.length; at += AT_ONCE)
      faults.push(...(await Promise.all(list.slice(at, at + AT_ONCE).map(wrong))).flat());
    this.calls += list.length;
    return faults;
  }

  /** One entry for each refusal, and no entry of an act. */
  private async entriesAmiss(asker: Asker, calls: readonly Call[]): Promise<string[]> {
    const rows = await this.portal.dataSource.query<{ act: string }[]>(
      `with gone as (delete from journal where seq > $1 returning act, details)
       select case when act = 'DENIED' then details->>'act' else act end as act from gone`,
      [this.lastEntry],
    );
    const noted = rows.map((row) => row.act).sort();
    const due = calls
      .filter(isNoted)
      .map((call): string => call.act)
      .sort();
    return noted.join() === due.join() ? [] : [`${asker.name}: entries ${noted.join()} for refusals ${due.join()}`];
  }
}
