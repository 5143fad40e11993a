// The partnership agreement of „Kompas Sopocki”: documents per CPU second against stock pdfmake, and how the API
// answers others while agreements are issued.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { ConsortiumListItem, DocumentDetail, DocumentResponse } from '@zit/contracts';
import { buildDocument, TEMPLATE_VERSIONS } from '@zit/documents';
import { renderPdf } from '@zit/documents/render/pdf';
import { pdfDefinition } from '@zit/documents/render/pdf-definition';
import { FONT_CUTS, FONT_FAMILY, FONT_FILES, FONT_PACKAGE } from '@zit/documents/render/pdf-fonts';
import { render } from '@zit/documents/render/worker';
import type { DocumentFacts } from '@zit/domain';
import { kompasFacts, sopotRuleSet } from '@zit/sample';
import pdfmake from 'pdfmake';
import { describeMachine, median, ms, percentile, table, timed } from './figures';
import { openPortal } from './portal';

const DOCUMENTS = 15;
const ROUNDS = 3;
const ISSUES = 16;

const facts = (): DocumentFacts => ({
  kind: 'PARTNERSHIP_AGREEMENT',
  templateVersion: TEMPLATE_VERSIONS.PARTNERSHIP_AGREEMENT.version,
  number: 'UP/2264/2015/01',
  date: '2015-06-20',
  place: 'Sopot',
  copies: 5,
  validUntil: null,
  note: null,
  memberId: null,
  consortium: kompasFacts(),
  ruleSet: sopotRuleSet(),
});

/** pdfmake as its manual shows it: the same page definition, the same fonts, nothing of ours around it. */
async function stock(): Promise<Uint8Array> {
  return new Uint8Array(await pdfmake.createPdf(pdfDefinition(buildDocument(facts()))).getBuffer());
}

function prepareStock(): void {
  const require = createRequire(import.meta.url);
  const fonts = Object.fromEntries(
    FONT_CUTS.map((cut) => [cut, require.resolve(`${FONT_PACKAGE}/${FONT_FILES[cut]}`)]),
  );
  pdfmake.setFonts({ [FONT_FAMILY]: fonts });
}

const contenders: Record<string, () => Promise<unknown>> = {
  stock,
  portal: () => renderPdf(buildDocument(facts())),
  everything: () => render({ facts: facts() }),
};

/** Each contender has a process of its own: the portal's changes to pdfmake hold for a whole process. */
async function contend(name: string): Promise<void> {
  const act = contenders[name]!;
  if (name === 'stock') prepareStock();
  for (let warm = 0; warm < 5; warm++) await act();
  const before = process.cpuUsage();
  for (let count = 0; count < DOCUMENTS; count++) await act();
  const { user, system } = process.cpuUsage(before);
  console.log(DOCUMENTS / ((user + system) / 1_000_000));
}

const contender = process.argv[2];
if (contender) await contend(contender);
else await compare();

async function compare(): Promise<void> {
  console.log(describeMachine());
  const speeds: Record<string, number[]> = { stock: [], portal: [], everything: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of Object.keys(speeds)) {
      const self = fileURLToPath(import.meta.url);
      // Stock pdfmake complains about missing access policies at every document.
      speeds[name]?.push(
        Number(execFileSync(process.execPath, [self, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })),
      );
    }
  }
  const base = median(speeds.stock ?? []);
  const row = (what: string, name: string) => {
    const speed = median(speeds[name] ?? []);
    return [what, speed.toFixed(2), (speed / base).toFixed(2)];
  };
  console.log(`\nAgreement, ${DOCUMENTS} after 5 to warm up, median of ${ROUNDS} rounds taken in turn`);
  console.log(
    table([
      ['', 'documents per CPU second', 'ratio'],
      row('stock pdfmake, PDF', 'stock'),
      row('portal, PDF (tagged, cached fonts)', 'portal'),
      row('portal, PDF + DOCX + HTML', 'everything'),
    ]),
  );
  await besideOthers();
}

/** Issues agreements one after another while another person reads the register and the consortium. */
async function besideOthers(): Promise<void> {
  const portal = await openPortal('sopot@zit.example');
  const { items } = await portal.ask<{ items: ConsortiumListItem[] }>('GET', '/consortia');
  const consortium = items.find(({ title }) => title.includes('Kompas'))?.id ?? '';
  const read = async () => {
    await portal.ask('GET', '/organisations');
    await portal.ask('GET', `/consortia/${consortium}`);
  };
  for (let warm = 0; warm < 50; warm++) await read();
  const idle: number[] = [];
  for (let count = 0; count < 300; count++) idle.push(await timed(read));

  const issue = async () => {
    const draft = await portal.ask<DocumentResponse>('POST', `/consortia/${consortium}/documents`, {
      kind: 'PARTNERSHIP_AGREEMENT',
    });
    const { version, factsSha256 } = await portal.ask<DocumentDetail>('GET', `/documents/${draft.id}`);
    await portal.ask('POST', `/documents/${draft.id}/issue`, { version, factsSha256 });
  };
  await issue();
  const busy: number[] = [];
  const cpu = portal.cpuSeconds();
  let issued = 0;
  const wall = await timed(async () => {
    const office = async () => {
      while (issued < ISSUES) {
        issued++;
        await issue();
      }
    };
    const offices = Promise.all([office(), office()]);
    let open = true;
    void offices.finally(() => (open = false)).catch(() => undefined);
    while (open) busy.push(await timed(read));
    await offices;
  });
  const used = portal.cpuSeconds() - cpu;
  await portal.stop();

  console.log(`\nReading the register and a consortium (two requests) while two offices issue ${ISSUES} agreements`);
  console.log(
    table([
      ['', 'median', 'p99', 'ratio'],
      ['nobody issues', ms(median(idle)), ms(percentile(idle, 99)), '1.0'],
      ['agreements are issued', ms(median(busy)), ms(percentile(busy, 99)), (median(busy) / median(idle)).toFixed(1)],
    ]),
  );
  console.log(
    `${(ISSUES / (wall / 1000)).toFixed(2)} agreements a second by the clock, ` +
      `${(ISSUES / used).toFixed(2)} per CPU second of the whole API process (${busy.length} readings answered beside)`,
  );
}

// Read once so that a missing package is named before the measuring starts.
readFileSync(createRequire(import.meta.url).resolve(`${FONT_PACKAGE}/${FONT_FILES.normal}`));
