/** The id in the page of the field at a path; the check beside the sheet leads there. */
export const fieldId = (path: string): string => `pole-${path.replaceAll('.', '-')}`;

/** Leads the keyboard to a field, or to the item at that path; false when it is not on the page. */
export function focusField(path: string): boolean {
  const found = document.getElementById(fieldId(path));
  if (!found) return false;
  const wanted = found.matches('input, textarea, select')
    ? found
    : (found.querySelector<HTMLElement>(CONTROLS) ?? found);
  wanted.focus();
  wanted.scrollIntoView({ block: 'center' });
  return true;
}

const CONTROLS = 'input, textarea, select';
