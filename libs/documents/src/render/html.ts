import { documentWords } from '@zit/words.pl/documents';
import type { Block, DocumentModel, ListStyle, RichText, SignatureSlot, Table, TableRow } from '../model/model';

/** Where the stylesheet of HTML twins is served; a strict CSP allows no styles inside the page. */
export interface HtmlOptions {
  /** Address of HTML_STYLESHEET; null puts the styles into the page (a file opened from the disk). */
  stylesheet: string | null;
}

/**
 * The HTML twin: the accessible version of the same document, one page with headings, numbered lists,
 * tables with captions and scopes. Text only, escaped; no script.
 */
export function renderHtml(model: DocumentModel, options: HtmlOptions = { stylesheet: null }): string {
  const style = options.stylesheet
    ? `<link rel="stylesheet" href="${escape(options.stylesheet)}">`
    : `<style>${HTML_STYLESHEET}</style>`;
  const { note, template, number, seal } = model.footer;
  return `<!doctype html>
<html lang="${model.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(model.title)}</title>
${style}
</head>
<body>
<main>
${model.blocks.map(blockHtml).join('\n')}
</main>
<footer><p>${escape(`${note} · ${template} · ${number}`)}</p>${seal ? `<p class="seal">${escape(seal)}</p>` : ''}</footer>
</body>
</html>
`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${inline(block.text)}</h1>${block.subtitle ? `\n<p class="subtitle">${inline(block.subtitle)}</p>` : ''}`;
    case 'heading':
      return `<h${block.level}>${inline(block.text)}</h${block.level}>`;
    case 'paragraph': {
      const names = [block.align === 'center' || block.align === 'end' ? block.align : '', block.small ? 'small' : ''];
      const classes = names.filter(Boolean).join(' ');
      return `<p${classes ? ` class="${classes}"` : ''}>${inline(block.text)}</p>`;
    }
    case 'list':
      return listHtml(block.style, block.items);
    case 'table':
      return tableHtml(block);
    case 'keyValue':
      return `<dl>${block.rows.map(({ key, value }) => `<dt>${escape(key)}</dt><dd>${inline(value)}</dd>`).join('')}</dl>`;
    case 'signatures':
      return `<div class="signatures">\n${block.slots.map(slotHtml).join('\n')}\n</div>`;
    case 'keep':
      return block.blocks.map(blockHtml).join('\n');
    case 'qr':
      return '';
    case 'pageBreak':
      return '<hr class="page">';
  }
}

const LIST_CLASS: Record<ListStyle, string> = { '1.': 'ustep', '1)': 'punkt', 'a)': 'litera', '-': 'tiret' };

function listHtml(style: ListStyle, items: Block[][]): string {
  const tag = style === '-' ? 'ul' : 'ol';
  const entries = items.map((blocks) => `<li>${blocks.map(blockHtml).join('\n')}</li>`).join('\n');
  return `<${tag} class="${LIST_CLASS[style]}">\n${entries}\n</${tag}>`;
}

function tableHtml(table: Table): string {
  const head = table.columns
    .map((column) => `<th scope="col"${column.width === 'number' ? ' class="number"' : ''}>${escape(column.head)}</th>`)
    .join('');
  const rows = (all: TableRow[]) => all.map((row) => rowHtml(row, table)).join('\n');
  const foot = table.foot.length > 0 ? `\n<tfoot>\n${rows(table.foot)}\n</tfoot>` : '';
  return `<div class="table" role="region" tabindex="0" aria-label="${escape(table.caption)}">
<table>
<caption>${escape(table.caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${rows(table.rows)}
</tbody>${foot}
</table>
</div>`;
}

function rowHtml(row: TableRow, table: Table): string {
  const cells = table.columns.map((column, i) => {
    const content = inline(row.cells[i] ?? []);
    if (column.rowHeader) return `<th scope="row">${content}</th>`;
    return `<td${column.width === 'number' ? ' class="number"' : ''}>${content}</td>`;
  });
  return `<tr${row.group ? ' class="group"' : ''}>${cells.join('')}</tr>`;
}

function slotHtml(slot: SignatureSlot): string {
  const people =
    slot.signatories.length > 0 ? slot.signatories : [{ name: '', office: documentWords.signature.office }];
  const below = people.map(({ name, office }) => [name, office].filter(Boolean).join(', '));
  if (slot.countersignature) below.push(slot.countersignature);
  const lines = below.map(
    (who) =>
      `<p class="sign"><span class="visually-hidden">${documentWords.signature.space}: </span>${escape(who)}</p>`,
  );
  return `<section class="slot"><p class="party">${escape(slot.party)}</p>${lines.join('')}</section>`;
}

const inline = (runs: RichText): string =>
  runs
    .map((run) => {
      if (run.blank)
        return `<span class="blank" role="img" aria-label="${documentWords.blankLabel}">${escape(run.text)}</span>`;
      const content = escape(run.text);
      const strong = run.bold ? `<strong>${content}</strong>` : content;
      return run.italic ? `<em>${strong}</em>` : strong;
    })
    .join('');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** Styles of every HTML twin; served as a file of its own, so that no inline style is needed. */
export const HTML_STYLESHEET = `:root{color-scheme:light}
body{margin:0;background:#fff;color:#1a1a1a;font:1.05rem/1.55 "Source Serif 4 Variable","Source Serif 4",Georgia,"Times New Roman",serif}
main,footer{max-width:46rem;margin:0 auto;padding:1.5rem 1rem}
h1{font-size:1.7rem;line-height:1.2;text-align:center;margin:1.5rem 0 .25rem}
h2{font-size:1.15rem;text-align:center;margin:2.25rem 0 .75rem}
h3{font-size:1.05rem;text-align:center;margin:1.5rem 0 .5rem}
p{margin:0 0 .6rem}
.subtitle,.center{text-align:center}
.subtitle{margin-bottom:1.5rem}
.end{text-align:right}
.small{font-size:.9rem}
ol,ul{margin:0 0 .6rem;padding-left:2rem}
li>p{margin-bottom:.35rem}
ol.punkt{list-style:none;counter-reset:punkt}
ol.punkt>li{counter-increment:punkt;position:relative}
ol.punkt>li::before{content:counter(punkt) ")";position:absolute;left:-1.9rem;width:1.6rem;text-align:right}
ol.litera{list-style:none;counter-reset:litera}
ol.litera>li{counter-increment:litera;position:relative}
ol.litera>li::before{content:counter(litera,lower-alpha) ")";position:absolute;left:-1.9rem;width:1.6rem;text-align:right}
ul.tiret{list-style:"– "}
.table{overflow-x:auto;margin:1rem 0 1.5rem}
.table:focus-visible{outline:3px solid #1f4e8c;outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:.92rem;border-top:2px solid #222;border-bottom:2px solid #222}
caption{text-align:left;font-weight:600;padding-bottom:.35rem}
th,td{padding:.3rem .5rem;text-align:left;vertical-align:top;border-top:1px solid #bbb}
thead th{border-bottom:1px solid #222;border-top:0}
tbody th{font-weight:400}
.group th,.group td,tfoot th,tfoot td{font-weight:600;border-top-color:#222}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums lining-nums}
dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.2rem 1rem}
dt{color:#444}
dd{margin:0}
.blank{color:#555}
.signatures{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1.5rem 2rem;margin-top:1rem}
.slot{break-inside:avoid}
.party{font-weight:600}
.sign{margin-top:3.2rem;border-top:1px dotted #333;padding-top:.2rem;font-size:.92rem}
hr.page{border:0;border-top:1px solid #bbb;margin:3rem 0}
footer{border-top:1px solid #bbb;font-size:.85rem;color:#444}
.seal{overflow-wrap:anywhere}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@page{size:A4;margin:25mm}
@media print{main,footer{max-width:none;padding:0}hr.page{visibility:hidden;break-after:page;margin:0}h2,h3{break-after:avoid}tr{break-inside:avoid}.table{overflow:visible}thead{display:table-header-group}}
`;
