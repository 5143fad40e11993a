import { randomUUID } from 'node:crypto';
import { change, openSheets, type Sheets, type Writer } from '../../test/sheets';

const EDITORS = 5;
const SAVES = 200;
/** A field of their own for each, and all of them in one sheet. */
const OWN = ['basics.title', 'basics.purpose', 'texts.contact', 'notice.text', 'resolution.rules'];

describe('a sheet under several people at once', () => {
  let sheets: Sheets;
  let editors: Writer[];
  beforeAll(async () => {
    sheets = await openSheets();
    editors = await Promise.all(Array.from({ length: EDITORS }, () => sheets.writer()));
  });
  afterAll(() => sheets.close());
  const editor = (at: number): Writer => editors[at] as Writer;

  it('loses nothing of 5 people who save 200 times each', async () => {
    const id = await sheets.fresh();
    await Promise.all(
      OWN.map(async (path, at) => {
        let base = 0;
        for (let n = 1; n <= SAVES; n++) {
          const { taken, collisions } = await sheets.save(editor(at), id, [change(path, `${at}: ${n}`, base)]);
          expect(collisions).toEqual([]);
          base = taken[0]?.rev ?? -1;
        }
      }),
    );
    const { rev, fields } = await sheets.read(id);
    expect(rev).toBe(EDITORS * SAVES);
    expect(fields.map(({ path, value }) => [path, value]).sort()).toEqual(
      OWN.map((path, at) => [path, `${at}: ${SAVES}`]).sort(),
    );
    const lines = await sheets.history(id);
    expect(lines.map((line) => line.rev)).toEqual(Array.from({ length: rev }, (_, at) => rev - at));
    for (const path of OWN) {
      const own = lines.filter((line) => line.path === path).reverse();
      expect(own.map(({ before }) => before)).toEqual([null, ...own.slice(0, -1).map(({ after }) => after)]);
    }
  }, 120_000);

  it('takes one of five who write the same field at once, and keeps the other four', async () => {
    const id = await sheets.fresh();
    for (let base = 0, round = 0; round < 10; round++) {
      const answers = await Promise.all(
        editors.map((who, at) => sheets.save(who, id, [change('basics.title', `${round}: ${at}`, base)])),
      );
      const winners = answers.filter(({ taken }) => taken.length === 1);
      expect(winners).toHaveLength(1);
      const won = winners[0]?.taken[0];
      const lost = answers.flatMap(({ collisions }) => collisions);
      expect(lost.map(({ theirs, rev }) => ({ theirs, rev }))).toEqual(
        Array(EDITORS - 1).fill({ theirs: won?.value, rev: won?.rev }),
      );
      const aside = (await sheets.history(id)).filter(({ setAside }) => setAside).slice(0, EDITORS - 1);
      expect(aside.map(({ after }) => after).sort()).toEqual(lost.map(({ mine }) => mine).sort());
      base = won?.rev ?? -1;
    }
  });

  it('takes a save once that arrives many times at once', async () => {
    const id = await sheets.fresh();
    const save = randomUUID();
    const sent = [change('basics.title', 'Nabór'), change(`criteria.list.${randomUUID()}`, 1)];
    const answers = await Promise.all(Array.from({ length: 8 }, () => sheets.save(editor(0), id, sent, save)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ rev: 1, collisions: [] });
    expect(await sheets.history(id)).toHaveLength(2);
  });

  it('neither removes an item that is written at the same time nor loses what was written', async () => {
    const id = await sheets.fresh();
    for (let round = 0; round < 15; round++) {
      const item = `criteria.list.${randomUUID()}`;
      const { rev } = await sheets.save(editor(0), id, [change(item, 1), change(`${item}.name`, 'jakość')]);
      const [removal, text] = await Promise.all([
        sheets.save(editor(1), id, [change(item, null, rev)]),
        sheets.save(editor(2), id, [change(`${item}.name`, 'dostępność', rev)]),
      ]);
      const there = (await sheets.read(id)).fields.filter(({ path }) => path.startsWith(item));
      const [place, name] = [item, `${item}.name`].map((path) => there.find((field) => field.path === path)?.value);
      if (removal.taken.length === 1) {
        expect([place, name]).toEqual([null, 'jakość']);
        expect(text.collisions).toEqual([expect.objectContaining({ because: 'ITEM_REMOVED', mine: 'dostępność' })]);
      } else {
        expect([place, name]).toEqual([1, 'dostępność']);
        expect(removal.collisions).toEqual([expect.objectContaining({ because: 'ITEM_CHANGED', by: 'Osoba z testu' })]);
        expect(text.taken).toHaveLength(1);
      }
    }
  });

  it('freezes between two saves: what was taken is in the values, what was refused is not', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await sheets.fresh();
      const saves = OWN.map((path, at) => sheets.save(editor(at), id, [change(path, 'napisane')]));
      const frozen = sheets.door.write(editor(0), (manager) => sheets.service.freeze(manager, id));
      const results = await Promise.allSettled(saves);
      const taken = OWN.filter((_, at) => results[at]?.status === 'fulfilled');
      const refused = results.filter((result) => result.status === 'rejected');
      for (const { reason } of refused) expect(reason).toMatchObject({ problem: { code: 'SHEET_CLOSED' } });
      expect(Object.keys((await frozen).values).sort()).toEqual([...taken].sort());
      expect((await sheets.read(id)).fields.map(({ path }) => path).sort()).toEqual([...taken].sort());
    }
  });
});
