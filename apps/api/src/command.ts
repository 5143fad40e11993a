import { connectionFault } from './database/connection-fault';
import { migrate } from './database/migrate';
import { LoginFault } from './database/serving-login';
import { readSettings, SettingsFault, type Settings } from './http/settings';
import { describeApi } from './openapi/describe-api';
import { NotADemo, seedDemo } from './seed/seed-demo';
import { serve } from './serve';
import { admitFirstAdministrator } from './session/first-administrator';
import { work } from './worker/work';

interface Command {
  options: readonly string[];
  /** The database it connects to; the address that serves unless told. */
  database?(settings: Settings): string;
  run(settings: Settings, options: readonly string[]): Promise<number>;
}

/** What the built file can be asked to do; each answers its exit code. */
const commands: Readonly<Record<string, Command>> = {
  serve: { options: [], run: serve },
  worker: { options: [], run: work },
  migrate: {
    options: [],
    database: ({ databaseDirectUrl }) => databaseDirectUrl,
    run: async (settings) => {
      const done = await migrate(settings.databaseDirectUrl);
      say(done.length > 0 ? `migrated: ${done.join(', ')}` : 'nothing to migrate');
      if (await admitFirstAdministrator(settings)) say('the first administrator may sign in');
      return 0;
    },
  },
  'seed-demo': {
    options: ['--reset'],
    run: async (settings, options) => {
      const planted = await seedDemo(settings, { reset: options.includes('--reset') });
      say(`planted: ${JSON.stringify(planted)}`);
      return 0;
    },
  },
};

const usage = (): string =>
  [
    ...Object.entries(commands).map(([name, { options }]) => [name, ...options.map((one) => `[${one}]`)].join(' ')),
    'openapi',
  ]
    .map((line) => `main.mjs ${line}`)
    .join('\n');

/** Runs one command; settings are read once and every fault of theirs is named. Exit code 2: not understood. */
export async function runCommand(
  [name = 'serve', ...options]: string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  if (name === 'openapi') {
    process.stdout.write(describeApi());
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command || options.some((option) => !command.options.includes(option))) {
    complain(usage());
    return 2;
  }
  let settings: Settings | null = null;
  try {
    settings = readSettings(environment);
    return await command.run(settings, options);
  } catch (error) {
    const url = settings && (command.database?.(settings) ?? settings.databaseUrl);
    const unconnected = connectionFault(error, url ?? '');
    if (error instanceof SettingsFault) error.faults.forEach(complain);
    else if (error instanceof NotADemo || error instanceof LoginFault) complain(error.message);
    else if (unconnected) complain(unconnected);
    else throw error;
    return 2;
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);
