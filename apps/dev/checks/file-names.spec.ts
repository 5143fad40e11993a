import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const rooms = ['apps', 'docs', 'libs', 'migrations', '.ci'];
const paths = rooms.flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((path) => join(room, path)),
);

it('no two names differ only in case: macOS and Windows would keep one of the files', () => {
  const seen = new Set<string>();
  const again = paths.filter((path) => seen.size === seen.add(path.toLowerCase()).size);
  expect(again).toEqual([]);
});

it('every name can stand on Windows', () => {
  expect(paths.filter((path) => /[<>:"|?*]|[. ]$|(^|\/)(con|prn|aux|nul|com\d|lpt\d)(\.|\/|$)/i.test(path))).toEqual(
    [],
  );
});
