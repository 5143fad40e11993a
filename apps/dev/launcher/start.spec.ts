import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, Workspace } from './testing/workspace';

jest.setTimeout(120_000);

let space: Workspace;
let port: number;
beforeEach(async () => {
  space = new Workspace();
  port = await freePort();
});
afterEach(() => space.remove());

const ready = 'Zatrzymanie: Ctrl+C';
const at = (path: string) => `http://127.0.0.1:${port}${path}`;
const write = (path: string) => fetch(at(path), { method: 'POST' });
const notes = async () => ((await (await fetch(at('/notes'))).json()) as { notes: number }).notes;
const start = (args: string[] = [], env: NodeJS.ProcessEnv = {}) => space.start(['--port', String(port), ...args], env);
const isDatabase = (command: string) => command.includes('bin/postgres');

describe('npm start', () => {
  it('ends with the address, the logins and the place of the data, and Ctrl+C closes all in order', async () => {
    const run = start();
    await run.hears(ready);
    expect(run.said()).toContain(`Portal działa: http://localhost:${port}`);
    expect(run.said()).toContain('sopot@demo.invalid');
    expect(run.said()).toContain('hasło: haslo-demo');
    expect(run.said()).toContain(`Dane i dzienniki: ${space.data}`);
    expect(run.said()).toMatch(/✓ Baza danych: gotowe \(\d+ s\)/);
    await write('/one');
    run.child.kill('SIGINT');
    expect(await run.exit).toBe(0);
    expect(run.said()).toContain('Portal zatrzymany. Dane są zapisane.');
    expect(space.processes()).toEqual([]);

    const again = start();
    await again.hears(ready);
    // The seed, the note, and the one that the server wrote while it closed.
    expect(await notes()).toBe(3);
    again.child.kill('SIGTERM');
    expect(await again.exit).toBe(0);
  });

  it('loses nothing when the launcher is killed, and starts again at once', async () => {
    const first = start();
    await first.hears(ready);
    await write('/kept');
    first.child.kill('SIGKILL');
    const second = start();
    await second.hears(ready);
    expect(await notes()).toBeGreaterThanOrEqual(2);
    expect(space.processes().filter(({ command }) => isDatabase(command))).toHaveLength(1);
    second.child.kill('SIGTERM');
    expect(await second.exit).toBe(0);
    expect(space.processes()).toEqual([]);
  });

  it('adopts the database when everything but the database is killed', async () => {
    const first = start();
    await first.hears(ready);
    await write('/kept');
    await space.kill((command) => !isDatabase(command));
    const second = start();
    await second.hears(ready);
    expect(second.said()).toContain('portal ją przejmuje');
    expect(await notes()).toBeGreaterThanOrEqual(2);
    second.child.kill('SIGTERM');
    await second.exit;
    expect(space.processes()).toEqual([]);
  });

  it('recovers when everything is killed', async () => {
    const first = start();
    await first.hears(ready);
    await write('/kept');
    await space.kill(() => true);
    const second = start();
    await second.hears(ready);
    // A server that saw its launcher die may have had time to write that it closes.
    expect(await notes()).toBeGreaterThanOrEqual(2);
    second.child.kill('SIGTERM');
    expect(await second.exit).toBe(0);
  });

  it('can be stopped in the middle of starting', async () => {
    const run = start();
    await run.hears('Baza danych…');
    run.child.kill('SIGTERM');
    expect(await run.exit).toBe(0);
    expect(space.processes()).toEqual([]);
  });

  it('stops when npm is killed, which tells its child nothing', async () => {
    const run = space.start(['--port', String(port)], { npm_lifecycle_event: 'start' }, [
      'sh',
      '-c',
      '"$@"; exit $?',
      'sh',
    ]);
    await run.hears(ready);
    // Longer than it takes to notice; the next start waits for the one that leaves.
    await write('/linger');
    run.child.kill('SIGKILL');
    const again = start();
    await again.hears(ready);
    expect(again.said()).not.toContain('Portal już działa pod');
    again.child.kill('SIGTERM');
    expect(await again.exit).toBe(0);
    expect(space.processes()).toEqual([]);
  });

  it('says what happened when the server dies, and closes the database', async () => {
    const run = start();
    await run.hears(ready);
    await write('/crash').catch(() => undefined);
    expect(await run.exit).toBe(1);
    expect(run.said()).toContain('Serwer portalu niespodziewanie się zakończył.');
    expect(space.processes()).toEqual([]);
  });
});

describe('npm start says in one sentence', () => {
  const oneSentence = (text: string) => text.trim().split('\n');

  it('that the portal runs already, and where', async () => {
    const first = start();
    await first.hears(ready);
    const second = start();
    expect(await second.exit).toBe(1);
    expect(oneSentence(second.said())).toEqual([
      `Portal już działa pod adresem http://localhost:${port}. Zatrzymasz go klawiszami Ctrl+C w jego oknie.`,
    ]);
    expect(await notes()).toBe(1);
    first.child.kill('SIGTERM');
    await first.exit;
  });

  it('that another program has the port', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    const run = start([], { ZIT_PORT_PATIENCE: '300' });
    expect(await run.exit).toBe(1);
    expect(oneSentence(run.said())).toEqual([
      `Port ${port} zajmuje inny program. Wybierz inny port: npm start -- --port ${port + 1}`,
    ]);
    other.close();
  });

  it('that the port is no port, and that it does not know an option', async () => {
    const wrong = space.start(['--port', 'osiem']);
    expect(await wrong.exit).toBe(1);
    expect(oneSentence(wrong.said())).toEqual([
      '„osiem” nie jest numerem portu. Podaj liczbę od 1 do 65535, np. --port 4300.',
    ]);
    const unknown = start(['--resett']);
    expect(await unknown.exit).toBe(1);
    expect(oneSentence(unknown.said())).toEqual(['Nie znam opcji „--resett”. Opcje: npm start -- --help']);
  });

  it('that Node.js is too old', async () => {
    const old =
      "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'18.20.4'}})";
    const run = start([], { NODE_OPTIONS: `--import=${old}` });
    expect(await run.exit).toBe(1);
    expect(oneSentence(run.said())).toEqual([
      'Ten komputer ma Node.js 18.20.4, a portal potrzebuje wersji 20 lub nowszej: https://nodejs.org/pl/download',
    ]);
  });

  const mount = process.geteuid?.() === 0 ? ['unshare', '-m'] : ['unshare', '-r', '-m'];
  if (spawnSync(mount[0] ?? '', [...mount.slice(1), 'true']).status === 0) {
    it('that the disk has too little room', async () => {
      const small = join(space.folder, 'small');
      mkdirSync(small);
      const script = `mount -t tmpfs -o size=20m tmpfs '${small}' && exec "$@"`;
      const run = space.start(['--port', String(port)], { ZIT_DATA: small }, [...mount, 'sh', '-c', script, 'sh']);
      expect(await run.exit).toBe(1);
      expect(run.said()).toMatch(/Za mało miejsca na dysku: w folderze .*small jest wolne \d+ MB, a potrzeba 300 MB/);
    });
  }
});

describe('npm start -- --reset', () => {
  it('asks, and changes nothing without a yes; rebuilds the demo data with it', async () => {
    const first = start();
    await first.hears(ready);
    await write('/mine');
    first.child.kill('SIGTERM');
    await first.exit;

    const refused = start(['--reset']);
    await refused.hears('Wpisz „tak”');
    refused.child.stdin?.end('nie\n');
    expect(await refused.exit).toBe(1);
    expect(refused.said()).toContain('Nic nie zostało zmienione.');

    const silent = start(['--reset']);
    silent.child.stdin?.end();
    expect(await silent.exit).toBe(1);

    const kept = start();
    await kept.hears(ready);
    expect(await notes()).toBe(3);
    kept.child.kill('SIGTERM');
    await kept.exit;

    const agreed = start(['--reset']);
    await agreed.hears('Wpisz „tak”');
    agreed.child.stdin?.write('tak\n');
    await agreed.hears(ready);
    expect(await notes()).toBe(1);
    agreed.child.kill('SIGTERM');
    await agreed.exit;

    const scripted = start(['--reset', '--yes']);
    await scripted.hears(ready);
    expect(await notes()).toBe(1);
    scripted.child.kill('SIGTERM');
    await scripted.exit;
  });
});
