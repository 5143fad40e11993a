import type { OfferResponse, SaveSheet, SheetCollision, SheetField, SheetResponse, SheetSaved } from '@zit/contracts';
import {
  acceptValue,
  kindAt,
  mergeSave,
  OFFER_FORM,
  OMT_2014,
  refusedChanges,
  type SheetValue,
  type SheetValues,
} from '@zit/domain';
import { sopotMembers } from '../../budget/sheet.fixture';

const AT = '2015-03-20T10:00:00.000Z';
export const memberId = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;
export const lineId = (n: number): string => `11111111-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** The five members of the Sopot case in an offer, the asking person being of the `me`-th, from 1; M1 leads. */
export function offerOf(me: number, loans: OfferResponse['loans'] = []): OfferResponse {
  return {
    id: '22222222-0000-4000-8000-000000000001',
    state: 'DRAFT',
    title: 'Kompas Sopocki',
    consortiumId: '22222222-0000-4000-8000-000000000002',
    consortium: 'Kompas Sopocki',
    call: {
      id: '22222222-0000-4000-8000-000000000003',
      slug: 'lc-2264-2015-01',
      number: 'LC/2264/2015/01',
      title: 'Lokalne Centrum w Sopocie',
      municipality: 'Gmina Miasta Sopotu',
      teryt: '2264011',
      phase: 'OPEN',
      opensAt: AT,
      deadlineAt: '2015-03-31T13:30:00.000Z',
      edition: 1,
      sha256: 'a'.repeat(64),
      admitsLate: false,
      capGrosze: null,
      periodFrom: '2015-07-01',
      periodTo: '2016-06-30',
      legalRegime: null,
      memberSectors: [],
      ruleSet: OMT_2014,
    },
    members: sopotMembers.map((member, i) => ({ ...member, id: memberId(i + 1), organisationId: memberId(i + 1) })),
    me: { member: memberId(me), leads: me === 1, edits: true, confirms: null, submits: me === 1 },
    loans,
    attachments: [],
    papers: [],
    elsewhere: [],
    correction: null,
    updatedAt: AT,
    serverTime: AT,
  };
}

/** A line of the offer's sheet as values by path. */
export const lineValues = (n: number, more: Readonly<Record<string, SheetValue>> = {}): Record<string, SheetValue> => {
  const fields: Record<string, SheetValue> = {
    member: memberId(1),
    category: 'C1',
    area: 'CROSS',
    item: `pozycja ${n}`,
    source: 'ZIT',
    quantity: 2_000,
    unitPriceGrosze: 10_000,
    amountGrosze: 20_000,
    ...more,
  };
  const item = `budget.lines.${lineId(n)}`;
  return {
    [item]: n,
    ...Object.fromEntries(Object.entries(fields).map(([field, value]) => [`${item}.${field}`, value])),
  };
};

/** The server's part of an offer's sheet in memory, with its rules of ownership. */
export class OfferServer {
  private readonly fields = new Map<string, SheetField>();
  private rev = 1;
  readonly saves: SaveSheet[] = [];

  constructor(
    readonly offer: OfferResponse,
    values: SheetValues,
  ) {
    for (const [path, value] of Object.entries(values)) this.fields.set(path, { path, value, rev: 1 });
  }

  readonly read = (): Promise<SheetResponse> => Promise.resolve(this.after(0));
  readonly news = (_url: string, after: number): Promise<SheetResponse> => Promise.resolve(this.after(after));

  readonly save = (_url: string, body: SaveSheet): Promise<SheetSaved> => {
    this.saves.push(copied(body));
    const from = this.rev;
    const edits = body.changes.map(({ path, base, value }) => {
      const kind = kindAt(OFFER_FORM, path);
      const accepted = kind ? acceptValue(kind, value) : undefined;
      if (accepted === undefined) throw new Error(`The server would refuse ${path}`);
      return { path, base, value: accepted };
    });
    const { me, loans, members } = this.offer;
    const ids = new Set(members.map(({ id }) => id));
    const refused = refusedChanges(edits, me, loans, this.values(), ids);
    const { writes, agreed, collisions } = mergeSave(OFFER_FORM, this.fields, edits, refused);
    if (writes.length > 0) this.rev += 1;
    for (const { path, after } of writes) this.fields.set(path, { path, value: after, rev: this.rev });
    return Promise.resolve({
      from,
      rev: this.rev,
      taken: [...writes.map(({ path }) => path), ...agreed].map((path) => this.at(path)),
      collisions: collisions.map(({ path, because }): SheetCollision => {
        const { value: theirs, rev } = this.at(path);
        const mine = edits.findLast((edit) => edit.path === path)?.value ?? null;
        return { path, because, base: null, theirs, rev, mine, by: null, at: AT };
      }),
      savedAt: AT,
    });
  };

  /** Somebody else writes. */
  write(path: string, value: SheetValue): void {
    this.rev += 1;
    this.fields.set(path, { path, value, rev: this.rev });
  }

  values(): SheetValues {
    return Object.fromEntries([...this.fields.values()].map(({ path, value }) => [path, value]));
  }

  private after(rev: number): SheetResponse {
    const fields = [...this.fields.values()].filter((field) => field.rev > rev);
    return copied({ form: OFFER_FORM.version, rev: this.rev, closed: false, fields });
  }

  private at(path: string): SheetField {
    return this.fields.get(path) ?? { path, value: null, rev: 0 };
  }
}

const copied = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
