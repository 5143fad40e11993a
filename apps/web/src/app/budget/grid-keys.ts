/** What a key asks the sheet to do while no cell is being written. */
export type Shortcut =
  | { act: 'letter'; letter: string }
  | {
      act:
        | 'edit'
        | 'down'
        | 'up'
        | 'leave'
        | 'all'
        | 'clear'
        | 'remove'
        | 'addLine'
        | 'fillDown'
        | 'undo'
        | 'redo'
        | 'moveUp'
        | 'moveDown';
    };

export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  const ctrl = event.ctrlKey || event.metaKey;
  if (isLetter(event)) return { act: 'letter', letter: event.key };
  if (event.altKey && !ctrl) {
    if (event.key === 'ArrowUp') return { act: 'moveUp' };
    return event.key === 'ArrowDown' ? { act: 'moveDown' } : null;
  }
  if (ctrl) return withCtrl(event);
  switch (event.key) {
    case 'F2':
      return { act: 'edit' };
    case 'Enter':
      return { act: event.shiftKey ? 'up' : 'down' };
    case 'Escape':
      return { act: 'leave' };
    case 'Delete':
    case 'Backspace':
      return { act: 'clear' };
    default:
      return null;
  }
}

function withCtrl(event: KeyboardEvent): Shortcut | null {
  switch (event.key.toLowerCase()) {
    case 'z':
      return { act: event.shiftKey ? 'redo' : 'undo' };
    case 'y':
      return { act: 'redo' };
    case 'd':
      return { act: 'fillDown' };
    case 'a':
      return { act: 'all' };
    case 'enter':
      return { act: 'addLine' };
    case 'delete':
      return { act: 'remove' };
    default:
      return null;
  }
}

/** AltGr writes Polish letters and reports itself as Ctrl+Alt on Windows: ą is a letter, not a shortcut. */
const isLetter = (event: KeyboardEvent): boolean =>
  [...event.key].length === 1 &&
  (event.getModifierState('AltGraph') || (!event.ctrlKey && !event.metaKey && !event.altKey));
