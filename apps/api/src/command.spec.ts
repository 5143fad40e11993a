import { emptyDatabase, type TestDatabase } from '@zit/test-database';
import { DataSource } from 'typeorm';
import { runCommand } from './command';
import { dataSourceOptions } from './database/data-source';

const hear = (stream: 'stdout' | 'stderr'): { lines: () => string } => {
  const spy = jest.spyOn(process[stream], 'write').mockReturnValue(true);
  return { lines: () => spy.mock.calls.map(([text]) => String(text)).join('') };
};

describe('the built file is asked to', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await emptyDatabase();
  });
  afterAll(() => database.drop());
  afterEach(() => jest.restoreAllMocks());

  it('do something it does not know: it says what it can do', async () => {
    const complaints = hear('stderr');
    expect(await runCommand(['nonsense'], {})).toBe(2);
    expect(await runCommand(['migrate', '--force'], {})).toBe(2);
    expect(complaints.lines()).toContain('main.mjs seed-demo [--reset]');
  });

  it('serve without settings: it names what is missing', async () => {
    const complaints = hear('stderr');
    expect(await runCommand(['serve'], { PORT: 'x' })).toBe(2);
    expect(complaints.lines()).toBe('DATABASE_URL is missing\nPORT must be a whole number from 0 to 65535, got "x"\n');
  });

  it('serve a real portal without the key of second factors: it does not begin', async () => {
    const complaints = hear('stderr');
    expect(await runCommand(['serve'], { DATABASE_URL: database.url })).toBe(2);
    expect(complaints.lines()).toBe('SECRET_KEY is missing\n');
  });

  it.each(['serve', 'worker'])('%s with a login that owns everything: it does not begin', async (command) => {
    const complaints = hear('stderr');
    const settings = { DATABASE_URL: database.url, SECRET_KEY: 'x'.repeat(32) };
    expect(await runCommand([command], settings)).toBe(2);
    expect(complaints.lines()).toMatch(/^Użytkownik bazy .+ więc portal się nie uruchomi\. .+\n$/);
  });

  it('plant a demo in a real portal: it refuses', async () => {
    const complaints = hear('stderr');
    expect(await runCommand(['seed-demo', '--reset'], { DATABASE_URL: database.url })).toBe(2);
    expect(complaints.lines()).toContain('PORTAL_MODE');
  });

  it.each([
    ['nobody answers', (url: URL) => (url.port = '1'), 'nie odpowiada'],
    ['the password is wrong', (url: URL) => (url.password = 'złe'), 'odrzuciła logowanie'],
    ['the database is missing', (url: URL) => (url.pathname = '/nie_ma'), 'nie ma bazy danych'],
  ])('migrate where %s: one sentence, and no password in it', async (_, spoil, sentence) => {
    const complaints = hear('stderr');
    const url = new URL(database.url);
    const { password } = url;
    spoil(url);
    expect(await runCommand(['migrate'], { DATABASE_URL: url.toString() })).toBe(2);
    expect(complaints.lines()).toContain(sentence);
    expect(complaints.lines()).not.toContain(password);
  });

  it('migrate past the pooler: the address that does not answer is the one named', async () => {
    const complaints = hear('stderr');
    const direct = new URL(database.url);
    direct.port = '1';
    const environment = { DATABASE_URL: database.url, DATABASE_DIRECT_URL: direct.toString() };
    expect(await runCommand(['migrate'], environment)).toBe(2);
    expect(complaints.lines()).toContain(` ${direct.host} `);
  });

  it('migrate, and let the first administrator in, once', async () => {
    const said = hear('stdout');
    const environment = {
      DATABASE_URL: database.url,
      ADMINISTRATOR_EMAIL: 'pierwszy@example.test',
      ADMINISTRATOR_PASSWORD: 'bardzo długie hasło',
    };
    expect(await runCommand(['migrate'], environment)).toBe(0);
    expect(said.lines()).toMatch(/migrated: TerritoryHasValidity\d+, .*\nthe first administrator may sign in\n/);
    expect(await runCommand(['migrate'], { ...environment, ADMINISTRATOR_EMAIL: 'drugi@example.test' })).toBe(0);
    const dataSource = await new DataSource(dataSourceOptions({ url: database.url, poolSize: 1 })).initialize();
    expect(await dataSource.query('select email from person')).toEqual([{ email: 'pierwszy@example.test' }]);
    await dataSource.destroy();
  });

  it('describe the API', async () => {
    const said = hear('stdout');
    expect(await runCommand(['openapi'], {})).toBe(0);
    expect(JSON.parse(said.lines())).toMatchObject({ openapi: '3.1.0' });
  });
});
