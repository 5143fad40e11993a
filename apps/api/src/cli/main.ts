import { commandLineWords as words } from '@zit/words.pl/command-line';
import { UnreadableCase } from './case-file';
import { readArguments } from './read-arguments';
import { EXIT, FileTrouble, Unusable, type Terminal } from './terminal';

/**
 * The command line (issue section 5). Commands are loaded when asked for, so that `rules check` does not
 * wait for the PDF machinery.
 * @returns the exit code: 0 nothing blocks, 1 something does, 2 the file or the command cannot be read
 */
export async function main(argv: string[], terminal: Terminal): Promise<number> {
  try {
    const command = readArguments(argv);
    switch (command.name) {
      case 'help':
        terminal.stdout(words.help);
        return EXIT.ok;
      case 'rules check': {
        const { checkRules } = await import('./check-rules');
        return await checkRules(command, terminal);
      }
      case 'ranking compute': {
        const { computeRankingOf } = await import('./ranking');
        return await computeRankingOf(command, terminal);
      }
      case 'ranking verify': {
        const { verifyResult } = await import('./ranking');
        return await verifyResult(command, terminal);
      }
      case 'journal verify': {
        const { verifyJournal } = await import('./journal');
        return await verifyJournal(command, terminal);
      }
      case 'journal export': {
        const { writeJournal } = await import('./journal');
        return await writeJournal(terminal);
      }
      case 'person create-admin': {
        const { createAdministrator } = await import('./create-administrator');
        return await createAdministrator(command, terminal);
      }
      case 'document': {
        const { printDocument } = await import('./print-document');
        return await printDocument(command, terminal);
      }
    }
  } catch (error) {
    if (error instanceof UnreadableCase) {
      terminal.stdout(`${JSON.stringify({ faults: error.faults })}\n`);
      terminal.stderr(error.message);
      return EXIT.unreadable;
    }
    if (error instanceof Unusable) {
      terminal.stderr(error instanceof FileTrouble ? `${error.message}\n` : `${error.message}\n${words.seeHelp}\n`);
      return EXIT.unreadable;
    }
    throw error;
  }
}
