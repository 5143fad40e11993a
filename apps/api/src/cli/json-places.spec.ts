import fc from 'fast-check';
import { jsonPlaces, lineAndColumn, placeOf } from './json-places';

describe('places in a JSON text', () => {
  test('every value stands where its pointer says', () => {
    const text = '{\n  "a": [1, {"b/c": "x"}],\n  "~": null\n}';
    const { at, brokenAt } = jsonPlaces(text);
    expect(brokenAt).toBeNull();
    const rest = (pointer: string) => text.slice(at.get(pointer));
    expect(rest('/a/1/b~1c')).toMatch(/^"x"/);
    expect(rest('/~0')).toMatch(/^null/);
    expect(lineAndColumn(text, at.get('/a/0') ?? 0)).toEqual({ line: 2, column: 9 });
  });

  test('a missing part is shown at the part around it', () => {
    const text = '{"a": {"b": 1}}';
    expect(placeOf(jsonPlaces(text), '/a/x/y')).toBe(6);
  });

  test.each([
    ['{"a": NaN}', 6],
    ['{"a": 1,}', 8],
    ['[1 2]', 3],
    ['{"a" 1}', 5],
    ['', 0],
    ['{"a": 1', 7],
    ['{} x', 3],
    ['"\u0001"', 0],
  ])('%s breaks at %i', (text, offset) => expect(jsonPlaces(text).brokenAt).toBe(offset));

  test('breaks exactly where JSON.parse does not read on', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', '"', 'x', '0'), (json, cut, put) => {
        const at = cut % (json.length + 1);
        const text = json.slice(0, at) + put + json.slice(at + 1);
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        return (jsonPlaces(text).brokenAt === null) === valid;
      }),
    );
  });

  test('does not drown in depth', () => expect(jsonPlaces('['.repeat(100_000))).toMatchObject({ tooDeep: true }));
});
