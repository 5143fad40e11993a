import { checkHistory, type Attempt, type Found, type Receipt } from './check-history';

const AT = Date.parse('2015-03-31T13:30:00.000Z');
const receipt = (no: number): Receipt => ({
  number: `LC/${no}`,
  receivedAt: new Date(AT - 100 + no).toISOString(),
  deadlineAt: new Date(AT).toISOString(),
  lateMs: 0,
  sha256: `c${no}`,
  receiptSha256: `r${no}`,
  journalled: true,
});
const submission = (no: number): Attempt => ({
  ...{ key: `k${no}`, id: `o${no}`, begun: AT - 200, ended: AT, outcome: 'ok', receipt: receipt(no) },
});
const save = (no: number, outcome: Attempt['outcome'] = 'ok'): Attempt => ({
  ...{ key: `s${no}`, id: 'sheet', begun: AT, ended: AT + 1, outcome, value: `v${no}` },
});
const bare = ({ journalled: _, ...said }: Receipt) => said;

const history = (): Attempt[] => [
  submission(1),
  submission(2),
  { ...submission(2), begun: AT },
  save(1),
  save(2),
  save(3, 'unknown'),
];
const found = (): Found => ({
  receipts: [1, 2].map((no) => {
    return { key: `k${no}`, offerId: `o${no}`, no, state: 'SUBMITTED', standing: true, receipt: bare(receipt(no)) };
  }),
  journal: ['LC/1', 'LC/2'],
  file: ['r1', 'r2'],
  saves: [1, 2].map((no) => ({ key: `s${no}`, id: 'sheet', value: `v${no}`, aside: false })),
  values: { sheet: 'v2' },
});
const faults = (change: (given: Found, all: Attempt[]) => void): string[] => {
  const [given, all] = [found(), history()];
  change(given, all);
  return checkHistory(all, given);
};

describe('the checker of a history', () => {
  it('finds nothing where nothing was lost', () => {
    expect(faults(() => undefined)).toEqual([]);
    // Nobody knows of the third save: it may be there or not.
    expect(
      faults((given) => {
        given.saves.push({ key: 's3', id: 'sheet', value: 'v3', aside: false });
        given.values['sheet'] = 'v3';
      }),
    ).toEqual([]);
  });

  it.each<[string, (given: Found, all: Attempt[]) => void, RegExp]>([
    ['a submission that was acknowledged and lost', ({ receipts }) => void receipts.pop(), /acknowledged and lost/],
    ['one that is there twice', ({ receipts }) => void receipts.push({ ...receipts[0]!, no: 3 }), /doubled/],
    [
      'a receipt that says something else',
      ({ receipts }) => void (receipts[0]!.receipt.sha256 = 'x'),
      /answered LC\/1/,
    ],
    ['one that is not in the file', ({ file }) => void file.pop(), /not in the file/],
    ['one that nobody sent', ({ receipts }) => void (receipts[0]!.key = 'other'), /never sent/],
    ['an instant before it was sent', (_, all) => void (all[0]!.begun = AT), /nobody sent it/],
    [
      'a false lateness',
      (given, all) => {
        given.receipts[0]!.receipt.lateMs = 5;
        all[0]!.receipt!.lateMs = 5;
      },
      /late by something else/,
    ],
    ['a gap in the numbers', ({ receipts }) => void (receipts[1]!.no = 3), /gaps/],
    ['an act that the journal does not know', ({ journal }) => void journal.pop(), /journal/],
    ['one that is received and does not stand', ({ receipts }) => void (receipts[0]!.standing = false), /not standing/],
    [
      'one that was refused and kept',
      (_, all) => {
        all[0] = { ...all[0]!, outcome: 'refused', receipt: undefined };
      },
      /refused and kept/,
    ],
    ['a save that was acknowledged and lost', ({ saves }) => void saves.pop(), /acknowledged and lost/],
    ['a value that went back', ({ values }) => void (values['sheet'] = 'v1'), /v2 was acknowledged/],
    ['a save that was set aside', ({ saves }) => void (saves[1]!.aside = true), /nobody else wrote there/],
    ['a save that is there twice', ({ saves }) => void saves.push(saves[0]!), /doubled/],
  ])('finds %s', (_, change, fault) => {
    expect(faults(change).join('\n')).toMatch(fault);
  });
});
