import { EventEmitter } from 'node:events';
import { personWords } from '@zit/words.pl/person';
import { cloneDatabase, type TestDatabase } from '@zit/test-database';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../database/data-source';
import { passwordFits } from '../session/password';
import { askSecretly, type TerminalInput } from './ask-secretly';
import { main } from './main';

const PASSWORD = 'zielona łódka na molo';
const who = ['--name', 'Administrator programu', '--email', 'Administrator@Example.test'];

describe('portal person create-admin', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await cloneDatabase();
  });
  afterEach(() => database.drop());

  async function portal(
    args: string[],
    { typed, piped = '', environment }: { typed?: string[]; piped?: string; environment?: Record<string, string> } = {},
  ) {
    let stdout = '';
    let stderr = '';
    const status = await main(['person', 'create-admin', ...args], {
      stdout: (text) => void (stdout += text),
      stderr: (text) => void (stderr += text),
      stdin: async function* () {
        yield await Promise.resolve(piped);
      },
      now: () => '2026-11-22T08:00:00.000Z',
      environment: environment ?? { DATABASE_URL: database.url },
      ...(typed ? { askSecretly: () => Promise.resolve(typed.shift() ?? '') } : {}),
    });
    return { status, stdout, stderr };
  }
  const ask = async <Row>(sql: string): Promise<Row[]> => {
    const dataSource = await new DataSource(dataSourceOptions({ url: database.url, poolSize: 1 })).initialize();
    const rows = await dataSource.query<Row[]>(sql);
    await dataSource.destroy();
    return rows;
  };

  it('asks for a password twice and lets the first administrator in, once', async () => {
    const { status, stdout, stderr } = await portal(who, { typed: [PASSWORD, PASSWORD] });
    expect({ status, stderr }).toEqual({ status: 0, stderr: `${personWords.created}\n` });
    const { personId } = JSON.parse(stdout) as { personId: string };
    const [person] = await ask<{ id: string; email: string; password_hash: string; role: string }>(
      'select p.id, email, password_hash, role from person p join role_grant g on g.person_id = p.id',
    );
    expect(person).toMatchObject({ id: personId, email: 'administrator@example.test', role: 'ADMINISTRATOR' });
    expect(await passwordFits(person?.password_hash ?? null, PASSWORD)).toBe(true);
    expect(await ask(`select act from journal where subject_id = '${personId}'`)).toEqual([
      { act: 'ADMIT_ADMINISTRATOR' },
    ]);
    const again = await portal(['--name', 'Ktoś inny', '--email', 'inny@example.test'], { piped: `${PASSWORD}\n` });
    expect(again).toEqual({ status: 1, stdout: '', stderr: `${personWords.thereIsOne}\n` });
  });

  it('reads the password from a pipe', async () => {
    expect((await portal(who, { piped: `${PASSWORD}\nreszta pliku` })).status).toBe(0);
    const [person] = await ask<{ password_hash: string }>('select password_hash from person');
    expect(await passwordFits(person?.password_hash ?? null, PASSWORD)).toBe(true);
  });

  it('prints a link instead of taking a password', async () => {
    const { status, stdout } = await portal([...who, '--link'], {
      environment: { DATABASE_URL: database.url, PUBLIC_ORIGIN: 'https://portal.example.pl' },
    });
    const { link } = JSON.parse(stdout) as { link: string };
    expect([status, link]).toEqual([0, expect.stringMatching(/^https:\/\/portal\.example\.pl\/nowe-haslo#[\w-]{43}$/)]);
    expect(await ask('select password_hash from person')).toEqual([{ password_hash: null }]);
  });

  it.each([
    ['a weak password', who, { piped: 'administrator1\n' }, 'niepowiązanych'],
    ['no password', who, { piped: '' }, personWords.noPassword],
    ['two passwords that differ', who, { typed: [PASSWORD, 'inne'] }, personWords.notTheSame],
    ['no name', ['--email', 'a@example.test'], {}, personWords.noName],
    ['no address', ['--name', 'Administrator'], {}, personWords.noEmail],
    [
      'half an address',
      ['--name', 'Administrator', '--email', 'administrator@'],
      {},
      '„administrator@” nie jest adresem',
    ],
    ['an unknown option', [...who, '--role', 'AUDITOR'], {}, '--role'],
    ['no database', who, { environment: {} }, personWords.noDatabase],
  ])('with %s it does nothing and says why', async (_, args, given, sentence) => {
    const { status, stderr } = await portal(args, given);
    expect({ status, said: stderr.includes(sentence) }).toEqual({ status: 2, said: true });
    expect(await ask('select from person')).toEqual([]);
  });

  it('shows nothing of what is typed at the terminal', async () => {
    let shown = '';
    const raw: boolean[] = [];
    const input: EventEmitter & TerminalInput = Object.assign(new EventEmitter(), {
      setRawMode: (on: boolean) => raw.push(on),
      resume: () => undefined,
      pause: () => undefined,
    });
    const answer = askSecretly(input, { write: (text) => void (shown += text) }, 'Hasło: ');
    for (const piece of ['taj', 'nę', '\u007f', 'e\r']) input.emit('data', piece);
    expect(await answer).toBe('tajne');
    expect({ shown, raw }).toEqual({ shown: 'Hasło: \n', raw: [true, false] });
  });
});
