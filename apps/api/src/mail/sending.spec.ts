import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { startPortal, type TestPortal } from '../../test/portal';
import { chores } from '../worker/chores';
import { WorkerService } from '../worker/worker.service';
import { Door, type Work } from '../database/door';
import { SETTINGS, type Settings } from '../http/settings';
import { MailSender } from './mail-sender';
import { writeMail } from './write-mail';

/** What the server that takes the mails does with a text it was given. */
type Mood = 'take' | 'take and drop' | 'refuse for now' | 'refuse';

class Peer {
  mood: (delivery: number) => Mood = () => 'take';
  /** Message-ID of every text that arrived whole, and whether it was acknowledged or refused. */
  readonly arrived: string[] = [];
  private deliveries = 0;
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          const mood = this.mood(this.deliveries++);
          if (mood.startsWith('take')) this.arrived.push(mail.messageId ?? '');
          if (mood === 'take') answer();
          else if (mood === 'take and drop') this.drop(session.id);
          else answer(Object.assign(new Error('no'), { responseCode: mood === 'refuse' ? 550 : 451 }));
        });
      });
    },
  });

  private drop(sessionId: string): void {
    for (const connection of this.server.connections)
      if ((connection as unknown as { id: string }).id === sessionId)
        (connection as unknown as { _socket: { destroy(): void } })._socket.destroy();
  }

  async listen(port = 0): Promise<number> {
    this.server.on('error', () => undefined);
    await new Promise<void>((done) => this.server.listen(port, '127.0.0.1', done));
    return (this.server.server.address() as AddressInfo).port;
  }

  close = (): Promise<void> => new Promise((done) => this.server.close(done));

  times(id: string): number {
    return this.arrived.filter((one) => one === `<${id}@example.test>`).length;
  }
}

/** The process dies: what it would have written next never happens. */
class Killed extends Error {}

describe('sending mails', () => {
  let portal: TestPortal;
  let peer: Peer;
  let port: number;
  beforeAll(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    await portal.dataSource.query('delete from mail');
    peer = new Peer();
    port = await peer.listen();
  });
  afterEach(() => peer.close());
  afterAll(() => portal.stop());

  const sender = (door: Door = portal.app.get(Door), at = port): MailSender =>
    new MailSender(door, {
      ...portal.app.get<Settings>(SETTINGS),
      smtpUrl: `smtp://127.0.0.1:${at}`,
      mailFrom: 'Portal ZIT <portal@example.test>',
    });
  const write = async (count: number): Promise<string[]> => {
    for (let n = 0; n < count; n++)
      await portal.app
        .get(Door)
        .gate((manager) => writeMail(manager, { template: 'NOTICE_PASSWORD_CHANGED', to: `ktos${n}@example.test` }));
    const rows = await portal.dataSource.query<{ id: string }[]>('select id from mail order by id');
    return rows.map((row) => row.id);
  };
  /** The next try of every mail that still has one is due now. */
  const letTimePass = () =>
    portal.dataSource.query(`update mail set send_at = now() where sent_at is null and send_at < 'infinity'`);
  const state = async () => {
    const [row] = await portal.dataSource.query<
      { sent: number; waiting: number; attempts: number; fault: string | null }[]
    >(
      `select count(sent_at)::int as sent, (count(*) - count(sent_at))::int as waiting, max(attempts) as attempts,
              max(last_fault) as fault from mail`,
    );
    return row;
  };

  it('R-17: while the server is down mails wait with growing pauses, then each goes once', async () => {
    const ids = await write(5);
    const closed = createServer();
    const nowhere = await new Promise<number>((done) =>
      closed.listen(0, '127.0.0.1', () => done((closed.address() as AddressInfo).port)),
    );
    await new Promise((done) => closed.close(done));
    const pauses: number[] = [];
    for (let round = 0; round < 8; round++) {
      expect(await sender(undefined, nowhere).sendDue()).toEqual({ sent: 0, faulty: 5 });
      const [row] = await portal.dataSource.query<{ minutes: number }[]>(
        `select round(extract(epoch from max(send_at) - now()) / 60)::int as minutes from mail`,
      );
      pauses.push(row?.minutes ?? 0);
      expect(await sender().sendDue()).toEqual({ sent: 0, faulty: 0 });
      await letTimePass();
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(await state()).toMatchObject({ sent: 0, waiting: 5, fault: 'ESOCKET' });
    expect(await sender().sendDue()).toEqual({ sent: 5, faulty: 0 });
    expect(ids.map((id) => peer.times(id))).toEqual([1, 1, 1, 1, 1]);
  });

  it('R-17: a server that takes and drops gets the same Message-ID again, never a third time', async () => {
    const [id = ''] = await write(1);
    peer.mood = () => 'take and drop';
    for (let round = 0; round < 5; round++) {
      await sender().sendDue();
      await letTimePass();
    }
    expect(peer.times(id)).toBe(2);
    expect(peer.arrived).toHaveLength(2);
  });

  it('R-17: who says „later” is asked again, who says „never” is not', async () => {
    const [id = ''] = await write(1);
    peer.mood = (delivery) => (delivery < 4 ? 'refuse for now' : 'take');
    for (let round = 0; round < 6; round++) {
      await sender().sendDue();
      await letTimePass();
    }
    expect(peer.times(id)).toBe(1);
    await write(1);
    peer.mood = () => 'refuse';
    for (let round = 0; round < 3; round++) {
      await sender().sendDue();
      await letTimePass();
    }
    expect(await state()).toMatchObject({ sent: 1, waiting: 1, fault: 'EMESSAGE 550' });
    expect(peer.arrived).toEqual([`<${id}@example.test>`]);
  });

  it('R-17: killed 50 times at any step, each mail arrives at least once and at most twice', async () => {
    const ids = await write(20);
    let steps = 0;
    /** A door that dies before or after any of the sender's steps; the steps of one mail are claim, begin, mark. */
    const deadly = (at: number, before: boolean): Door => {
      const real = portal.app.get(Door);
      let step = 0;
      const worker = async <T>(work: Work<T>): Promise<T> => {
        const dies = step++ === at;
        steps++;
        if (dies && before) throw new Killed();
        const result = await real.worker(work);
        if (dies) throw new Killed();
        return result;
      };
      return { worker } as unknown as Door;
    };
    for (let kill = 0; kill < 50; kill++) {
      // Spread over claim, begin and mark, both sides, without chance: 7 is coprime to what is counted.
      await sender(deadly((kill * 7) % 9, kill % 2 === 0))
        .sendDue()
        .catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
        });
      await letTimePass();
    }
    await sender().sendDue();
    expect(steps).toBeGreaterThan(50);
    const times = ids.map((id) => peer.times(id));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...times)).toBeLessThanOrEqual(2);
  });

  it('R-17: several workers at once send each mail once', async () => {
    const ids = await write(12);
    const counts = await Promise.all([1, 2, 3].map(() => sender().sendDue()));
    expect(counts.reduce((sum, count) => sum + count.sent, 0)).toBe(12);
    expect(ids.map((id) => peer.times(id))).toEqual(ids.map(() => 1));
  });

  it('empties what a sent mail said after a day, and leaves the others as they are', async () => {
    await write(2);
    await sender().sendDue();
    await portal.dataSource.query(`update mail set sent_at = now() - interval '25 hours'
      where id = (select min(id::text)::uuid from mail)`);
    const chore = chores.find((one) => one.name === 'empty-sent-mails');
    expect(chore && (await portal.app.get(WorkerService, { strict: false }).doIfDue(chore))).toEqual({
      faulty: 0,
      mails: 1,
      last: 0,
    });
    const [row] = await portal.dataSource.query<{ n: number }[]>(`select count(*)::int as n from mail where body = ''`);
    expect(row?.n).toBe(1);
  });
});
