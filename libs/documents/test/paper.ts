import type { AnnexFacts, ConsortiumFacts, DocumentFacts, DocumentKind, RuleSet } from '@zit/domain';
import { TEMPLATE_VERSIONS } from '../src/builders/template-versions';
import type { Block, DocumentModel, RichText } from '../src/model/model';
import { plain } from '../src/model/rich-text';

/** Facts of an issued document of June 2015 about a consortium; specs change what their story is about. */
export const paper = (
  kind: DocumentKind,
  [consortium, ruleSet]: [ConsortiumFacts, RuleSet],
  more: Partial<DocumentFacts> = {},
): DocumentFacts => ({
  kind,
  templateVersion: TEMPLATE_VERSIONS[kind].version,
  number: 'UP/2264/2015/01',
  date: '2015-06-20',
  place: 'Sopot',
  copies: 6,
  validUntil: null,
  note: null,
  memberId: 'M4',
  consortium,
  ruleSet,
  ...(kind === 'ANNEX' ? { annex: changing(consortium) } : {}),
  ...more,
});

/** What an annex changes: before it the last member was not there, and the first line was 1 000,00 zł dearer. */
export function changing(consortium: ConsortiumFacts): AnnexFacts {
  const lines = consortium.lines?.map((line, at) =>
    at === 0 ? { ...line, amountGrosze: line.amountGrosze + 100_000 } : line,
  );
  return {
    no: 1,
    agreement: { number: 'UP/2264/2015/01', date: '2015-06-20', factsSha256: 'ab'.repeat(32) },
    holds: true,
    previous: null,
    before: { ...consortium, lines: lines ?? null, members: consortium.members.slice(0, -1) },
  };
}

/** All texts of a model in reading order, with plain spaces. */
export const textsOf = (model: DocumentModel): string =>
  model.blocks
    .flatMap(blockTexts)
    .join('\n')
    .replace(/\u00a0/g, ' ');

function blockTexts(block: Block): string[] {
  switch (block.kind) {
    case 'title':
      return [plain(block.text), ...(block.subtitle ? [plain(block.subtitle)] : [])];
    case 'heading':
    case 'paragraph':
      return [plain(block.text)];
    case 'list':
      return block.items.flatMap((item) => item.flatMap(blockTexts));
    case 'table': {
      const cells = (row: { cells: RichText[] }) => row.cells.map(plain).join(' | ');
      return [
        block.caption,
        block.columns.map(({ head }) => head).join(' | '),
        ...[...block.rows, ...block.foot].map(cells),
      ];
    }
    case 'keyValue':
      return block.rows.map(({ key, value }) => `${key} ${plain(value)}`);
    case 'signatures':
      return block.slots.flatMap(({ party, signatories, countersignature }) => [
        party,
        ...signatories.map(({ name, office }) => `${name}, ${office}`),
        ...(countersignature ? [countersignature] : []),
      ]);
    case 'keep':
      return block.blocks.flatMap(blockTexts);
    case 'qr':
      return [block.value];
    case 'pageBreak':
      return [];
  }
}

/** The consortium with members and lines multiplied: `members` parties, `lines` lines spread over them. */
export function enlarged(consortium: ConsortiumFacts, members: number, lines: number): ConsortiumFacts {
  const one = <Item>(items: readonly Item[], i: number): Item => items[i % items.length] as Item;
  return {
    ...consortium,
    members: Array.from({ length: members }, (_, i) => ({
      ...one(consortium.members, i),
      id: `M${i + 1}`,
      role: i === 0 ? ('LEADER' as const) : ('PARTNER' as const),
      name: `${one(consortium.members, i).name} nr ${i + 1}`,
    })),
    lines: Array.from({ length: lines }, (_, i) => ({
      ...one(consortium.lines ?? [], i),
      no: `L${i + 1}`,
      member: `M${((i * 7) % members) + 1}`,
    })),
  };
}
