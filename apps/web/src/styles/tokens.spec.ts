import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const source = readFileSync(resolve(__dirname, '_tokens.scss'), 'utf8');
const pairs = new Map(
  [...source.matchAll(/--zit-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name ?? '', [light ?? '', dark ?? ''] as const],
  ),
);

const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
};

/** WCAG 2.2 contrast ratio. */
const contrast = (one: string, other: string): number => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
};

const grounds = ['paper', 'surface', 'sunken'];
const text: [string, string[]][] = [
  ['ink', [...grounds, 'sea-soft', 'amber-soft', 'red-soft', 'green-soft']],
  ['ink-soft', [...grounds, 'sea-soft', 'amber-soft', 'red-soft', 'green-soft']],
  ['sea', [...grounds, 'sea-soft']],
  ['sea-deep', [...grounds, 'sea-soft']],
  ['on-sea', ['sea']],
  ['amber', [...grounds, 'amber-soft']],
  ['red', [...grounds, 'red-soft']],
  ['green', [...grounds, 'green-soft']],
];
const shapes: [string, string[]][] = [
  ['line-strong', ['paper', 'surface']],
  ['focus', grounds],
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('contrast of the %s theme', (_name, theme) => {
  const check = (list: [string, string[]][], least: number) =>
    list.flatMap(([front, backs]) =>
      backs
        .map(
          (back) =>
            `${front} on ${back}: ${contrast(pairs.get(front)?.[theme] ?? '', pairs.get(back)?.[theme] ?? '').toFixed(2)}`,
        )
        .filter((line) => !(Number(line.split(': ')[1]) >= least)),
    );
  it('text is at least 4.5 : 1', () => expect(check(text, 4.5)).toEqual([]));
  it('borders of controls and the focus ring are at least 3 : 1', () => expect(check(shapes, 3)).toEqual([]));
});
