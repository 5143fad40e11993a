import { migrate } from './database/migrate';
import { readSettings, SettingsFault, type Settings } from './http/settings';
import { describeApi } from './openapi/describe-api';
import { serve } from './serve';
import { work } from './worker/work';

/** What the built file can be asked to do; each answers its exit code. */
const commands: Readonly<Record<string, (settings: Settings) => Promise<number>>> = {
  serve,
  worker: work,
  migrate: async (settings) => {
    const done = await migrate(settings.databaseDirectUrl);
    say(done.length > 0 ? `migrated: ${done.join(', ')}` : 'nothing to migrate');
    return 0;
  },
};

/** Runs one command; settings are read once and every fault of theirs is named. Exit code 2: not understood. */
export async function runCommand(
  [name = 'serve', ...rest]: string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  if (name === 'openapi') {
    process.stdout.write(describeApi());
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command || rest.length > 0) {
    complain(`usage: main.mjs ${[...Object.keys(commands), 'openapi'].join(' | ')}`);
    return 2;
  }
  try {
    return await command(readSettings(environment));
  } catch (error) {
    if (!(error instanceof SettingsFault)) throw error;
    for (const fault of error.faults) complain(fault);
    return 2;
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);
