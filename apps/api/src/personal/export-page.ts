import type { PersonalDataExport, PersonalDataSection } from '@zit/contracts';
import { formatInstantPl, PERSONAL_TABLES, type TableMark } from '@zit/domain';
import { columnWords, personalWords as words } from '@zit/words.pl/personal';

/** The export as a page to read: one heading for each part, every value beside its name. */
export const exportPage = ({ madeAt, sections }: PersonalDataExport): string => `<!doctype html>
<html lang="pl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.exportTitle}</title>
<link rel="stylesheet" href="/api/v1/paper.css">
</head>
<body>
<main>
<h1>${words.exportTitle}</h1>
<p>${words.madeAt(formatInstantPl(madeAt))}</p>
<p>${words.exportLead}</p>
${sections.map(sectionOf).join('\n')}
</main>
</body>
</html>
`;

const sectionOf = ({ table, title, ground, rows }: PersonalDataSection): string => `<section>
<h2>${escaped(title)}</h2>
<p>${escaped(ground)}</p>
${rows.length === 0 ? `<p>${words.none}</p>` : rows.map((row, at) => rowOf(table, row, at)).join('\n')}
</section>`;

const rowOf = (table: string, row: Record<string, unknown>, at: number): string => `<h3>${words.rowNo(at + 1)}</h3>
<dl>
${Object.entries(row)
  .map(([column, value]) => `<dt>${escaped(columnWords[column] ?? column)}</dt><dd>${shown(table, column, value)}</dd>`)
  .join('\n')}
</dl>`;

const MARKS: Readonly<Record<string, TableMark>> = PERSONAL_TABLES;

function shown(table: string, column: string, value: unknown): string {
  if (MARKS[table]?.secret.includes(column)) return value === true ? words.secretThere : words.nothing;
  if (value === null || value === undefined || value === '') return words.nothing;
  if (value instanceof Date) return escaped(formatInstantPl(value.toISOString()));
  return escaped(typeof value === 'string' ? value : JSON.stringify(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
