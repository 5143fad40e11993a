/**
 * The one way to write plain JSON (RFC 8785): keys sorted by UTF-16 units, no spaces, numbers as ECMAScript
 * writes them. Equal facts give equal bytes in the browser and on the server, so their SHA-256 can be compared.
 * Keys whose value is undefined are left out. Throws TypeError on what JSON cannot carry (NaN, functions, BigInt).
 */
export function canonicalJson(value: unknown): string {
  return write(value, null);
}

/**
 * The same for texts that share parts: a part that was written once is not written again. What it has seen must not
 * change as long as it is used.
 */
export function canonicalWriter(): (value: unknown) => string {
  const known = new WeakMap<object, string>();
  return (value) => write(value, known);
}

function write(value: unknown, known: WeakMap<object, string> | null): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`JSON has no number ${value}`);
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw new TypeError(`JSON has no ${typeof value}`);
  const before = known?.get(value);
  if (before !== undefined) return before;
  const text = Array.isArray(value) ? list(value, known) : members(value as Record<string, unknown>, known);
  known?.set(value, text);
  return text;
}

const list = (items: readonly unknown[], known: WeakMap<object, string> | null): string =>
  `[${items.map((item) => write(item ?? null, known)).join(',')}]`;

function members(of: Record<string, unknown>, known: WeakMap<object, string> | null): string {
  let text = '';
  // Without a comparison of its own `sort` goes by UTF-16 units.
  for (const key of Object.keys(of).sort()) {
    if (of[key] !== undefined) text += `${text && ','}${JSON.stringify(key)}:${write(of[key], known)}`;
  }
  return `{${text}}`;
}
