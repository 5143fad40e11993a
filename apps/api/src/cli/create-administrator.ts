import { personWords as words } from '@zit/words.pl/person';
import { issueToken, VALID_MINUTES } from '../account/person-token';
import { checkPassword, normalPassword } from '../account/password-rules';
import type { Door } from '../database/door';
import { linkTo } from '../mail/link-to';
import { admitAdministrator, hasAdministrator } from '../session/first-administrator';
import type { AdministratorCommand } from './read-arguments';
import { EXIT, FileTrouble, type Terminal } from './terminal';
import { throughDoor } from './through-door';

/** A password longer than this is no password but a file piped in by mistake. */
const LONGEST = 200;

/** `person create-admin`: lets the first administrator of a real installation in, once; 1 when there is one already. */
export function createAdministrator(command: AdministratorCommand, terminal: Terminal): Promise<number> {
  return throughDoor(terminal, words, async (door, settings) => {
    if (await door.gate(hasAdministrator)) return refused(terminal);
    await refuseKnown(door, command.email);
    const password = command.link ? null : await newPassword(command, terminal);
    const done = await door.gate(async (manager) => {
      const personId = await admitAdministrator(manager, { name: command.person, email: command.email, password });
      if (personId === null) return null;
      const token = command.link ? await issueToken(manager, personId, 'RESET') : null;
      return { personId, link: token && linkTo(settings, 'nowe-haslo', token) };
    });
    if (!done) return refused(terminal);
    terminal.stdout(`${JSON.stringify(done)}\n`);
    terminal.stderr(`${done.link ? words.setPassword(VALID_MINUTES.RESET) : words.created}\n`);
    return EXIT.ok;
  });
}

function refused(terminal: Terminal): number {
  terminal.stderr(`${words.thereIsOne}\n`);
  return EXIT.blocked;
}

/** An account that is there keeps its password; granting a role to it is the administrator's act, not ours. */
async function refuseKnown(door: Door, email: string): Promise<void> {
  const [known] = await door.gate((manager) =>
    manager.query<unknown[]>('select from person where email = $1', [email]),
  );
  if (known) throw new FileTrouble(words.emailTaken);
}

async function newPassword({ person, email }: AdministratorCommand, terminal: Terminal): Promise<string> {
  const password = terminal.askSecretly
    ? await askTwice(terminal.askSecretly.bind(terminal))
    : await firstLine(terminal.stdin());
  if (password === '') throw new FileTrouble(words.noPassword);
  if (password.length > LONGEST) throw new FileTrouble(words.tooLong(LONGEST));
  const fault = await checkPassword(password, { name: person, email });
  if (fault) throw new FileTrouble(fault);
  return normalPassword(password);
}

async function askTwice(ask: (question: string) => Promise<string>): Promise<string> {
  const password = await ask(words.askPassword);
  if (password !== (await ask(words.askAgain))) throw new FileTrouble(words.notTheSame);
  return password;
}

async function firstLine(stdin: AsyncIterable<Uint8Array | string>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of stdin) {
    text += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
    if (text.includes('\n') || text.length > LONGEST + 1) break;
  }
  return text.split(/\r?\n/, 1)[0] ?? '';
}
