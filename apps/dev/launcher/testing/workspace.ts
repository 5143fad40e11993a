// A small workspace for the launcher: our launcher and driver, packages by link, a fake build and a fake portal.
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '../../../..');

export interface Run {
  readonly child: ChildProcess;
  /** Everything said so far on both streams. */
  said(): string;
  stdout(): string;
  /** Waits until the text has been said; fails when the program ends before. */
  hears(text: string): Promise<void>;
  readonly exit: Promise<number | null>;
}

export class Workspace {
  readonly folder = mkdtempSync(join(tmpdir(), 'zit-launcher-'));
  readonly data = join(this.folder, '.portal');
  private readonly runs: Run[] = [];

  /** @param replaced packages that the workspace gets from `fake()` instead of by link */
  constructor(replaced: readonly string[] = ['nx']) {
    for (const part of ['launcher', 'postgres']) {
      cpSync(join(root, 'apps/dev', part), join(this.folder, 'apps/dev', part), { recursive: true });
    }
    mkdirSync(join(this.folder, 'node_modules'));
    for (const name of readdirSync(join(root, 'node_modules'))) {
      if (!replaced.includes(name) && !name.startsWith('.zit')) {
        symlinkSync(join(root, 'node_modules', name), join(this.folder, 'node_modules', name));
      }
    }
    this.fake('node_modules/nx/dist/bin/nx.js', '');
    cpSync(join(root, 'package-lock.json'), join(this.folder, 'package-lock.json'));
    mkdirSync(join(this.folder, 'dist/apps/api'), { recursive: true });
    cpSync(join(__dirname, 'fake-portal.mjs'), join(this.folder, 'dist/apps/api/main.mjs'));
  }

  /** Writes a file of the workspace. */
  fake(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  start(args: string[], env: NodeJS.ProcessEnv = {}, before: string[] = []): Run {
    return this.launch('start', args, env, before);
  }

  launch(entry: 'start' | 'test' | 'portal', args: string[], env: NodeJS.ProcessEnv = {}, before: string[] = []): Run {
    const launcher = join(this.folder, 'apps/dev/launcher', `${entry}.mjs`);
    const [file = '', ...rest] = [...before, process.execPath, launcher, ...args];
    const { DATABASE_URL: _, npm_lifecycle_event: __, ...inherited } = process.env;
    const child = spawn(file, rest, {
      env: { ...inherited, NODE_OPTIONS: '', ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let text = '';
    let pure = '';
    child.stdout?.on('data', (chunk: Buffer) => (pure += chunk.toString()));
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const exit = new Promise<number | null>((done) => child.once('close', done));
    const run: Run = {
      child,
      said: () => text,
      stdout: () => pure,
      exit,
      hears: async (wanted) => {
        let over = false;
        void exit.then(() => (over = true));
        for (const deadline = Date.now() + 60_000; !text.includes(wanted); await pause(50)) {
          if (over || Date.now() > deadline) throw new Error(`„${wanted}” was not said:\n${text}`);
        }
      },
    };
    this.runs.push(run);
    return run;
  }

  /** Processes whose command line names this workspace, the databases' included. */
  processes(): { pid: number; command: string }[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .flatMap((name) => {
        try {
          const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
          return command.includes(this.folder) ? [{ pid: Number(name), command }] : [];
        } catch {
          // Ended between the listing and the reading.
          return [];
        }
      });
  }

  /**
   * kill -9 of every process of this workspace that the filter takes, as if at once: all of them are stopped first, or
   * those that are killed last would see the others die and begin to close what they own.
   */
  async kill(which: (command: string) => boolean): Promise<void> {
    const victims = this.processes().filter(({ command }) => which(command));
    for (const signal of ['SIGSTOP', 'SIGKILL'] as const) {
      for (const { pid } of victims) sendTo(pid, signal);
    }
    const pids = new Set(victims.map(({ pid }) => pid));
    while (this.processes().some(({ pid }) => pids.has(pid))) await pause(20);
  }

  async remove(): Promise<void> {
    for (const { child } of this.runs) child.kill('SIGKILL');
    await this.kill(() => true);
    await pause(100);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** A process that ended by itself in the meantime needs no signal. */
function sendTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
