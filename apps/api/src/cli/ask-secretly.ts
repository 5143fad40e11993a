/** What of a terminal's input and output is used; tests bring their own. */
export interface TerminalInput {
  setRawMode(raw: boolean): unknown;
  on(event: 'data', heard: (piece: Buffer | string) => void): unknown;
  off(event: 'data', heard: (piece: Buffer | string) => void): unknown;
  resume(): unknown;
  pause(): unknown;
}

export interface TerminalOutput {
  write(text: string): unknown;
}

/** Interrupted by Ctrl+C, as the shell counts it. */
const INTERRUPTED = 130;

/** Asks a question on a terminal; nothing of what is typed appears there. */
export function askSecretly(input: TerminalInput, output: TerminalOutput, question: string): Promise<string> {
  output.write(question);
  input.setRawMode(true);
  input.resume();
  return new Promise((answer) => {
    let typed: string[] = [];
    const finish = (): void => {
      input.off('data', hear);
      input.setRawMode(false);
      input.pause();
      output.write('\n');
    };
    const hear = (piece: Buffer | string): void => {
      for (const sign of String(piece)) {
        if (sign === '\r' || sign === '\n' || sign === '\u0004') {
          finish();
          answer(typed.join(''));
          return;
        }
        if (sign === '\u0003') {
          finish();
          process.exit(INTERRUPTED);
        }
        if (sign === '\u007f' || sign === '\b') typed = typed.slice(0, -1);
        else if (sign >= ' ') typed.push(sign);
      }
    };
    input.on('data', hear);
  });
}
