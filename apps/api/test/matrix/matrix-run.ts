import type { DoorMode } from '../../src/database/door';
import { DOOR_MODE } from '../../src/database/door';
import { portalOn, type TestPortal } from '../portal';
import { useRenderWorker } from '../render-worker';
import type { Asker } from './askers';
import { rawRequest } from '../raw-request';
import { callsOf, isNoted, pathOf, send, wrong, type Call } from './matrix';
import { clonedWorld, findWorld } from './prepared';
import { Snapshot } from './snapshot';
import type { World } from './world';

/** Refusals between two looks at the journal; it keeps no more than sixty a minute of one person. */
const CHUNK = 50;
/** Calls at once where none may change anything. */
const AT_ONCE = 5;

/** A world of its own, and everybody who calls everything in it. */
export class MatrixRun {
  calls = 0;
  private names: string[] | null = null;

  private constructor(
    private readonly portal: TestPortal,
    private readonly world: World,
    private readonly snapshot: Snapshot,
    private readonly lastEntry: string,
    readonly askers: readonly Asker[],
    private readonly stopRendering: () => void,
  ) {}

  static async start(mode: DoorMode = 'walled'): Promise<MatrixRun> {
    const portal = await portalOn(await clonedWorld(), {
      settings: { publicOrigin: 'http://localhost' },
      places: [{ provide: DOOR_MODE, useValue: mode }],
    });
    const stopRendering = await useRenderWorker(portal);
    const { world, askers } = await findWorld(portal.dataSource, portal.url);
    // The journal forgets the refusals it was asked about, so that its limit is not reached.
    await portal.dataSource.query('alter table journal disable trigger user');
    const [last] = await portal.dataSource.query<{ seq: string }[]>('select max(seq) as seq from journal');
    const snapshot = await Snapshot.take(portal.dataSource);
    return new MatrixRun(portal, world, snapshot, last?.seq ?? '0', askers, stopRendering);
  }

  /** Says how many calls there were: the figure of docs/benches.md. */
  async stop(title: string): Promise<void> {
    await this.portal.stop();
    this.stopRendering();
    process.stdout.write(`${title}: ${this.calls} calls, ${this.askers.length} askers\n`);
  }

  callsOf(asker: Asker): Call[] {
    return callsOf(this.world, asker);
  }

  /** Makes every refused call; answers what is wrong: a status, a change, an entry too many or too few. */
  async refused(): Promise<string[]> {
    const faults: string[] = [];
    const refused = inTurns(
      this.askers.map((asker) => this.callsOf(asker).filter((call) => call.expected !== 'allowed')),
    );
    for (let at = 0; at < refused.length; at += CHUNK) {
      const chunk = refused.slice(at, at + CHUNK);
      faults.push(...(await this.together(chunk)));
      faults.push(...(await this.changes(chunk)));
      faults.push(...(await this.entriesAmiss(chunk)));
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
    if (this.names) return this.names;
    const rows = await this.portal.dataSource.query<{ name: string }[]>(
      `select distinct column_name as name from information_schema.columns where table_schema = 'public' order by 1`,
    );
    const names = rows.flatMap(({ name }) => [
      name,
      name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    ]);
    this.names = [...new Set(names)];
    return this.names;
  }

  private async together(list: readonly Call[]): Promise<string[]> {
    const faults: string[] = [];
    for (let at = 0; at < list.length; at += AT_ONCE)
      faults.push(...(await Promise.all(list.slice(at, at + AT_ONCE).map(wrong))).flat());
    this.calls += list.length;
    return faults;
  }

  /** Refused calls that changed something, together: those that could have. */
  private async changes(calls: readonly Call[]): Promise<string[]> {
    const changed = await this.snapshot.changed();
    if (changed.length === 0) return [];
    await this.snapshot.restore();
    const acts = calls.filter(({ access }) => access.method !== 'GET').map(({ name }) => name);
    return [`refused calls changed ${changed.join(', ')}: ${acts.join('; ')}`];
  }

  /** One entry for each refusal, of who was refused, and no entry of an act. */
  private async entriesAmiss(calls: readonly Call[]): Promise<string[]> {
    const rows = await this.portal.dataSource.query<{ act: string; person: string | null }[]>(
      `with gone as (delete from journal where seq > $1 returning act, details, person_id)
       select case when act = 'DENIED' then details->>'act' else act end as act, person_id as person from gone`,
      [this.lastEntry],
    );
    const noted = rows.map(({ act, person }) => `${act} of ${person}`);
    const due = calls.filter(isNoted).map(({ act, asker }) => `${act} of ${asker.viewerId ?? asker.personId}`);
    const names = new Map(calls.map(({ asker }) => [asker.viewerId ?? asker.personId ?? '', asker.name]));
    const told = (entry: string) => entry.replace(/[^ ]+$/, (person) => names.get(person) ?? person);
    return [
      ...without(due, noted).map((entry) => `no entry: ${told(entry)}`),
      ...without(noted, due).map((entry) => `an entry too many: ${told(entry)}`),
    ];
  }
}

/** The first of each list, then the second of each: whoever asks waits for nobody but themselves. */
function inTurns<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

/** What is left of one list when each of the other has taken its like. */
function without(list: readonly string[], taken: readonly string[]): string[] {
  const left = [...list];
  for (const one of taken) {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}
