import { createHash } from 'node:crypto';
import type { ConsortiumResponse, DocumentDetail, DocumentList, Problem } from '@zit/contracts';
import { canonicalJson, type DocumentFacts, type DocumentKind } from '@zit/domain';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { useRenderWorker } from '../../test/render-worker';
import { formSopot, must, type Sopot } from '../../test/sopot';
import { Door } from '../database/door';
import { sealJournal } from '../journal/seal-journal';
import { IssueService } from './issue.service';
import { RenderPool } from './render-pool';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('documents from draft to issue', () => {
  let portal: TestPortal;
  let sopot: Sopot;
  let officer: Caller;
  let editor: Caller;
  let cleanUp: () => void;
  const draft = async (kind: DocumentKind, memberId: string | null = null, who = officer, of = sopot) =>
    must(await who.post<DocumentDetail>(`/api/v1/consortia/${of.id}/documents`, { kind, memberId }));
  const programme = async () => {
    const { personId } = await portal.as({ role: 'ADMINISTRATOR' });
    const grant = { role: 'ADMINISTRATOR' as const, organisationId: null, organisationName: null, teryt: null };
    return { personId, actingFor: null, actingBody: 'PROGRAMME' as const, grants: [grant] };
  };
  const read = async (id: string) => must(await officer.get<DocumentDetail>(`/api/v1/documents/${id}`));
  const issue = (document: DocumentDetail, who = officer) =>
    who.post<DocumentDetail>(`/api/v1/documents/${document.id}/issue`, {
      version: document.version,
      factsSha256: document.factsSha256,
    });
  const dated = async (document: DocumentDetail, date: string) =>
    must(
      await officer.patch<DocumentDetail>(`/api/v1/documents/${document.id}`, {
        version: document.version,
        changes: { date },
        base: { date: document.fields.date },
      }),
    );
  const raw = (path: string, headers: Record<string, string> = {}) =>
    fetch(portal.url + path, { headers: { Cookie: `zit=${officer.token}`, ...headers } });
  const change = async (changes: object) => {
    const { version } = await sopot.read();
    return must(
      await officer.patch<ConsortiumResponse>(`/api/v1/consortia/${sopot.id}`, { version, changes, base: {} }),
    );
  };

  beforeAll(async () => {
    portal = await startPortal();
    cleanUp = await useRenderWorker(portal);
    sopot = await formSopot(portal);
    officer = await portal.as({
      role: 'MUNICIPALITY_OFFICER',
      organisationId: sopot.organisations['M4'],
      teryt: '2264011',
    });
    editor = await portal.as({ role: 'EDITOR', organisationId: sopot.organisations['M2'] });
  }, 60_000);
  afterAll(async () => {
    await portal.stop();
    cleanUp();
  });

  it('issues the agreement of Sopot, numbered, frozen, with three files that carry their SHA-256', async () => {
    const opened = await dated(await draft('PARTNERSHIP_AGREEMENT'), '2015-06-20');
    expect(opened).toMatchObject({ status: 'DRAFT', number: null, pdf: null, may: { edit: true, issue: true } });
    expect(opened.check.findings.filter((finding) => finding.verdict === 'fail')).toEqual([]);
    const issued = must(await issue(opened));
    expect(issued).toMatchObject({ status: 'ISSUED', number: 'UP/2264/2015/01', may: { edit: false, issue: false } });
    expect((issued.facts as DocumentFacts).number).toBe('UP/2264/2015/01');

    const pdf = await raw(`/api/v1/documents/${issued.id}/pdf`);
    const bytes = new Uint8Array(await pdf.arrayBuffer());
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(sha256(bytes)).toBe(issued.pdf?.sha256);
    expect(pdf.headers.get('etag')).toBe(`"${issued.pdf?.sha256}"`);
    expect(pdf.headers.get('content-disposition')).toBe(
      `attachment; filename="umowa-o-partnerstwie-UP-2264-2015-01.pdf"; filename*=UTF-8''Umowa%20o%20partnerstwie%20UP-2264-2015-01.pdf`,
    );
    const again = await raw(`/api/v1/documents/${issued.id}/pdf`, { 'If-None-Match': `"${issued.pdf?.sha256}"` });
    expect(again.status).toBe(304);

    const docx = new Uint8Array(await (await raw(`/api/v1/documents/${issued.id}/docx`)).arrayBuffer());
    expect(sha256(docx)).toBe(issued.docx?.sha256);
    const html = await raw(`/api/v1/documents/${issued.id}/html`);
    expect(html.headers.get('content-security-policy')).not.toContain('unsafe');
    const twin = await html.text();
    expect(twin).toContain('330\u00a0000,00');
    expect(twin).not.toContain('<style');
    const sheet = /href="([^"]+\.css)"/.exec(twin)?.[1] ?? '';
    expect((await raw(sheet)).headers.get('content-type')).toContain('text/css');
  }, 60_000);

  it('answers a repeated issue with the same document, and an issued one stays as it is', async () => {
    const { items } = must(await officer.get<DocumentList>(`/api/v1/consortia/${sopot.id}/documents`));
    const issued = await read(items.find((one) => one.number === 'UP/2264/2015/01')?.id ?? '');
    const draftFacts = { ...(issued.facts as DocumentFacts), number: null };
    const seen = createHash('sha256').update(canonicalJson(draftFacts)).digest('hex');
    const repeated = await officer.post<DocumentDetail>(`/api/v1/documents/${issued.id}/issue`, {
      version: 1,
      factsSha256: seen,
    });
    expect(repeated.status).toBe(200);
    expect(repeated.body.number).toBe('UP/2264/2015/01');

    await change({ title: 'Kompas Sopocki po zmianie' });
    expect(await read(issued.id)).toMatchObject({
      factsSha256: issued.factsSha256,
      pdf: issued.pdf,
      facts: issued.facts,
    });
    const touched = await officer.patch(`/api/v1/documents/${issued.id}`, {
      version: issued.version,
      changes: { place: 'Gdynia' },
      base: {},
    });
    expect(refusal(touched)).toEqual({ status: 403, code: 'FORBIDDEN' });
    await change({ title: 'Kompas Sopocki' });
  });

  it('carries the newest seal of the journal, in its facts and on its paper', async () => {
    await portal.dataSource.transaction(sealJournal);
    const [seal] = await portal.dataSource.query<{ batch: number; hash: string }[]>(
      'select batch, hash from journal_seal order by batch desc limit 1',
    );
    const opened = await draft('LETTER_OF_INTENT');
    const issued = must(await issue(opened));
    expect((issued.facts as DocumentFacts).journalSeal).toEqual(seal);
    const html = await (await raw(`/api/v1/documents/${issued.id}/html`)).text();
    expect(html).toContain(`Pieczęć dziennika portalu nr ${seal?.batch}: ${seal?.hash}`);
    expect(must(await issue(opened)).factsSha256).toBe(issued.factsSha256);
  });

  it('is kept from change even against plain SQL', async () => {
    const sql = (text: string) => portal.dataSource.query(text);
    await expect(sql(`update document set number = 'X' where status = 'ISSUED'`)).rejects.toThrow(/does not change/);
    await expect(sql(`update document set status = 'DRAFT' where status = 'ISSUED'`)).rejects.toThrow();
    await expect(sql(`delete from document where status = 'ISSUED'`)).rejects.toThrow();
    await expect(sql(`update document_file set bytes = ''`)).rejects.toThrow();
    await expect(sql('delete from document_file')).rejects.toThrow();
    await expect(sql('update journal set details = null')).rejects.toThrow(/append-only/);
    await expect(sql('delete from journal')).rejects.toThrow(/append-only/);
    await expect(sql('truncate journal cascade')).rejects.toThrow(/append-only/);
  });

  it('refuses to issue what the person has not seen', async () => {
    const opened = await draft('LETTER_OF_INTENT');
    await change({ distinctPersons: 111 });
    const answer = await officer.post<Problem>(`/api/v1/documents/${opened.id}/issue`, {
      version: opened.version,
      factsSha256: opened.factsSha256,
    });
    expect(refusal(answer)).toEqual({ status: 409, code: 'STALE' });
    expect((answer.body.current as DocumentDetail).factsSha256).not.toBe(opened.factsSha256);
    await change({ distinctPersons: 110 });
    expect((await read(opened.id)).factsSha256).toBe(opened.factsSha256);
  });

  it('lets an editor draft but not issue', async () => {
    const opened = await draft('LETTER_OF_CONFIRMATION', sopot.members['M2'], editor);
    expect(opened.may).toMatchObject({ edit: true, issue: false, reason: expect.stringContaining('lidera') });
    expect(refusal(await issue(opened, editor))).toEqual({ status: 403, code: 'FORBIDDEN' });
    const letter = must(await issue(await dated(opened, '2015-03-06')));
    expect(letter.number).toBe('LP/2264/2015/01');
  }, 30_000);

  it('asks a letter of confirmation for its party, and no other document', async () => {
    const path = `/api/v1/consortia/${sopot.id}/documents`;
    expect(refusal(await officer.post(path, { kind: 'LETTER_OF_CONFIRMATION' })).status).toBe(400);
    expect(refusal(await officer.post(path, { kind: 'LETTER_OF_INTENT', memberId: sopot.members['M1'] })).status).toBe(
      400,
    );
  });

  it('supersedes the earlier document of the same kind and says by which', async () => {
    const first = must(await issue(await dated(await draft('LETTER_OF_INTENT'), '2015-03-05')));
    const second = must(await issue(await dated(await draft('LETTER_OF_INTENT'), '2015-03-09')));
    expect([first.number, second.number]).toEqual(['LI/2264/2015/01', 'LI/2264/2015/02']);
    const old = await read(first.id);
    expect(old).toMatchObject({ status: 'SUPERSEDED', supersededBy: 'LI/2264/2015/02', pdf: first.pdf });
    expect(old.supersededAt).not.toBeNull();
  }, 30_000);

  it('refuses the agreement of a broken consortium and names what stands in the way', async () => {
    const path = `/api/v1/consortia/${sopot.id}/members`;
    for (const ngo of ['M2', 'M3'])
      must(await officer.post(`${path}/${sopot.members[ngo]}/exit`, { linesToMemberId: sopot.members['M1'] }));
    const opened = await dated(await draft('PARTNERSHIP_AGREEMENT'), '2015-06-20');
    const answer = await officer.post<Problem>(`/api/v1/documents/${opened.id}/issue`, {
      version: opened.version,
      factsSha256: opened.factsSha256,
    });
    expect(refusal(answer)).toEqual({ status: 422, code: 'BLOCKED' });
    expect(answer.body.findings?.map((finding) => finding.code)).toContain('R-NGO');
    expect(answer.body.findings?.every((finding) => finding.verdict === 'fail' && finding.text.length > 10)).toBe(true);
    expect((await read(opened.id)).status).toBe('DRAFT');
  });

  it('numbers 10 parallel issues without gaps and goes on answering', async () => {
    const consortia = [];
    for (let n = 0; n < 10; n++) consortia.push(await formSopot(portal));
    const drafts = [];
    for (const one of consortia)
      drafts.push(await dated(await draft('PARTNERSHIP_AGREEMENT', null, officer, one), '2017-01-02'));
    let rendering = true;
    const issues = Promise.all(drafts.map((one) => issue(one))).finally(() => (rendering = false));
    let answeredMeanwhile = 0;
    while (rendering) {
      must(await officer.get('/api/v1/time'));
      if (rendering) answeredMeanwhile += 1;
    }
    const numbers = (await issues).map((answer) => must(answer).number);
    expect(numbers.sort()).toEqual(
      Array.from({ length: 10 }, (_, n) => `UP/2264/2017/${String(n + 1).padStart(2, '0')}`),
    );
    // A render in the API's own thread would leave no room between two of them.
    expect(answeredMeanwhile).toBeGreaterThan(20);
  }, 120_000);

  it('keeps numbers without gaps when two processes issue at once', async () => {
    const { app } = portal;
    // Each service has turns of its own, as two processes would have; only the database is between them.
    const processes = [1, 2].map(() => new IssueService(app.get(Door), app.get(RenderPool)));
    const who = await programme();
    const issues = [];
    for (let n = 0; n < 4; n++) {
      const one = await dated(
        await draft('PARTNERSHIP_AGREEMENT', null, officer, await formSopot(portal)),
        '2018-01-02',
      );
      issues.push({ process: processes[n % 2] as IssueService, one });
    }
    const done = await Promise.all(
      issues.map(({ process, one }) =>
        process.issue(who, one.id, { version: one.version, factsSha256: one.factsSha256 }),
      ),
    );
    expect(done.map((one) => one.number).sort()).toEqual([1, 2, 3, 4].map((n) => `UP/2264/2018/0${n}`));
    for (const one of done) expect((one.facts as DocumentFacts).number).toBe(one.number);
  }, 120_000);

  it('turns an issue away when a render fails, and leaves no gap', async () => {
    const opened = await dated(
      await draft('PARTNERSHIP_AGREEMENT', null, officer, await formSopot(portal)),
      '2019-01-02',
    );
    const broken = { render: () => Promise.reject(new Error('paper jam')) } as unknown as RenderPool;
    const who = await programme();
    const request = { version: opened.version, factsSha256: opened.factsSha256 };
    await expect(new IssueService(portal.app.get(Door), broken).issue(who, opened.id, request)).rejects.toThrow(
      'paper jam',
    );
    expect((await read(opened.id)).status).toBe('DRAFT');
    expect(must(await issue(opened)).number).toBe('UP/2264/2019/01');
  }, 30_000);
});
