/** Where the keyboard stands, and what is wrong with how it stands there. */
export interface FocusLook {
  /** It is what was looked for. */
  there: boolean;
  /** What was looked for is no longer on the page. */
  gone: boolean;
  /** How it would be called, e.g. `button „Dodaj usługę”`. */
  what: string;
  faults: string[];
}

/**
 * Run inside the page. What has the focus must be on the screen, not under something that lies over the page (WCAG
 * 2.4.11), and told apart from what has not (2.4.7) by an outline that is not cut off, or by its frame.
 */
export function lookAtFocus(wanted: Element | null): FocusLook {
  const at = document.activeElement;
  const gone = wanted !== null && !wanted.isConnected;
  if (!at || at === document.body) return { there: false, gone, what: 'nothing', faults: [] };
  const label = (at as HTMLInputElement).labels?.[0] ?? null;
  const by = at.getAttribute('aria-labelledby')?.split(' ')[0];
  const said =
    at.getAttribute('aria-label') ??
    (by ? document.getElementById(by)?.textContent : null) ??
    label?.textContent ??
    (at.textContent?.trim() || at.id);
  const what = `${at.localName} „${said?.replaceAll(/\s+/g, ' ').trim().slice(0, 60)}”`;
  const drawn = at.matches('input[type=radio], input[type=checkbox]') ? (label ?? at) : at;
  // A heading or a panel that was led to says by its place where the keyboard is.
  const ledTo = at.getAttribute('tabindex') === '-1' && !at.matches('a, button, input, select, textarea');
  const faults = [hidden(at, drawn), ledTo ? null : unmarked(at, drawn)].filter((fault) => fault !== null);
  return { there: at === wanted, gone, what, faults };

  function hidden(focused: Element, shown: Element): string | null {
    const box = shown.getClientRects()[0];
    if (!box || box.width < 2 || box.height < 2) return 'has no size';
    const points = [
      [box.left + box.width / 2, box.top + box.height / 2],
      ...[box.left + 3, box.right - 3].flatMap((x) => [box.top + 3, box.bottom - 3].map((y) => [x, y])),
    ];
    const over = points.map(([x = 0, y = 0]) => {
      const [hit] = document.elementsFromPoint(x, y).filter((each) => !passing(each));
      if (!hit) return `is not on the screen (${Math.round(x)}, ${Math.round(y)})`;
      const own = hit.contains(focused) || focused.contains(hit) || shown.contains(hit) || label?.contains(hit);
      return own ? null : `is covered by ${nameOf(hit)}`;
    });
    // Of a text, as of what is taller than the screen, it is the place of writing that comes into sight.
    const tall = focused.localName === 'textarea' || box.height > innerHeight / 2;
    return (tall ? over.every((each) => each !== null) : true) ? (over.find((each) => each !== null) ?? null) : null;
  }

  /** Material's buttons reach out unseen for fingers; and what was just done is told for six seconds. */
  function passing(each: Element): boolean {
    const tells = each.closest('.cdk-overlay-pane')?.querySelector('mat-snack-bar-container') ?? null;
    return each.matches('.mat-mdc-button-touch-target') || (tells !== null && !tells.contains(at));
  }

  function nameOf(hit: Element): string {
    const named = hit.closest('[class], [id]') ?? hit;
    return `${named.localName}.${named.getAttribute('class') ?? named.id}`;
  }

  function unmarked(focused: Element, shown: Element): string | null {
    const outlined = [focused, shown].find((each) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && !/, 0\)$/.test(outlineColor);
    });
    if (outlined) return cut(outlined);
    const frame = focused.closest('.mdc-text-field')?.querySelector('.mdc-notched-outline__leading');
    if (frame && parseFloat(getComputedStyle(frame).borderTopWidth) >= 2) return null;
    return framed(focused) ? null : 'does not show that it has the keyboard';
  }

  /** The same element without the focus looks otherwise. */
  function framed(focused: Element): boolean {
    const twin = focused.cloneNode(false) as Element;
    for (const name of ['id', 'name']) twin.removeAttribute(name);
    focused.after(twin);
    const look = (of: Element) => {
      const { boxShadow, borderColor, borderWidth, backgroundColor } = getComputedStyle(of);
      return [boxShadow, borderColor, borderWidth, backgroundColor].join(' ');
    };
    const differs = look(focused) !== look(twin);
    twin.remove();
    return differs;
  }

  /** At least two sides of the outline are drawn. */
  function cut(outlined: Element): string | null {
    const { outlineOffset, outlineWidth } = getComputedStyle(outlined);
    const out = parseFloat(outlineOffset) + parseFloat(outlineWidth) / 2;
    const box = outlined.getBoundingClientRect();
    const sides = { left: box.left - out, right: -box.right - out, top: box.top - out, bottom: -box.bottom - out };
    let drawn = Object.keys(sides).length;
    for (let over = outlined.parentElement; over && over !== document.body; over = over.parentElement) {
      if (getComputedStyle(over).overflow === 'visible') continue;
      const clip = over.getBoundingClientRect();
      const lost = [
        sides.left < clip.left,
        sides.right < -clip.right,
        sides.top < clip.top,
        sides.bottom < -clip.bottom,
      ].filter(Boolean).length;
      drawn = Math.min(drawn, 4 - lost);
    }
    return drawn < 2 ? `shows ${drawn} sides of its outline` : null;
  }
}
