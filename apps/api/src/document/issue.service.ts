import { Injectable } from '@nestjs/common';
import type { DocumentDetail, IssueDocument } from '@zit/contracts';
import type { RenderedDocument } from '@zit/documents/render/worker';
import { blocks, dateParts, documentFindings, type DocumentFacts, type DocumentKind } from '@zit/domain';
import { consortiumActWords, documentActWords as words } from '@zit/words.pl/consortium-acts';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../consortium/actor';
import { touch } from '../consortium/consortium.service';
import { lockConsortium, mayOf } from '../consortium/open-consortium';
import { readConsortium } from '../consortium/read-consortium';
import { Door } from '../database/door';
import { ProblemError, blocked, busy, forbidden } from '../http/problem-error';
import { note } from '../journal/note';
import { detail, openDocument } from './document.service';
import { frozen, sha256 } from './frozen-facts';
import { awardOf, paperContext } from './paper-context';
import { frozenFacts, liveFacts, type DocumentRecord } from './read-document';
import { RenderPool } from './render-pool';
import { Turns } from './turns';

/** How often another process may take the foreseen number before the person is asked to try again. */
const ATTEMPTS = 5;
/** Issues that may wait in one process; each takes about a second. */
const WAITING = 24;

/** A series of numbers: a kind of document in a county. */
const PREFIX: Record<DocumentKind, string> = {
  LETTER_OF_INTENT: 'LI',
  LETTER_OF_CONFIRMATION: 'LP',
  PARTNERSHIP_AGREEMENT: 'UP',
  ANNEX: 'AN',
};

@Injectable()
export class IssueService {
  private readonly turns = new Turns(WAITING);

  constructor(
    private readonly door: Door,
    private readonly pool: RenderPool,
  ) {}

  /**
   * Freezes the facts, gives the number and keeps the bytes. The paper carries its number, so the number is foreseen,
   * the paper rendered without any lock, and one short transaction proves that nothing has changed meanwhile.
   * One issue of a series at a time in a process; against other processes the counter's row decides.
   */
  async issue(who: Actor, id: string, request: IssueDocument): Promise<DocumentDetail> {
    const { facts, done } = await this.door.read(who, (manager) => this.ready(manager, who, id, request));
    if (done) return done;
    const turn = this.turns.take(seriesOf(facts), () => this.issueInTurn(who, id, request));
    if (!turn) throw busy(5);
    return turn;
  }

  private async issueInTurn(who: Actor, id: string, request: IssueDocument): Promise<DocumentDetail> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const { facts, done } = await this.door.read(who, (manager) => this.ready(manager, who, id, request));
      if (done) return done;
      const foreseen = await this.nextOf(who, facts);
      const journalSeal = await this.newestSeal(who);
      const numbered = { ...facts, number: numberOf(facts, foreseen), ...(journalSeal && { journalSeal }) };
      const rendered = await this.pool.render(numbered);
      const issued = await this.door
        .write(who, async (manager) => {
          const { document } = await openDocument(manager, who, id);
          await lockConsortium(manager, who, document.consortiumId, 'issue');
          // An award that is being ended comes before this issue, or waits for it.
          await manager.query('select from award where consortium_id = $1 for share', [document.consortiumId]);
          const still = await this.ready(manager, who, id, request);
          if (still.done) return still.done;
          if ((await count(manager, facts)) !== foreseen) throw new NumberTaken();
          await keep(manager, who, document, numbered, rendered);
          return this.answer(manager, who, id);
        })
        .catch((error: unknown) => {
          if (error instanceof NumberTaken) return null;
          throw error;
        });
      if (issued) return issued;
    }
    throw busy(2);
  }

  /**
   * Everything that may refuse an issue: the right, the version and the facts the person saw, the rules. A request
   * repeated after it went through is answered with the issued document.
   */
  private async ready(
    manager: EntityManager,
    who: Actor,
    id: string,
    request: IssueDocument,
  ): Promise<{ facts: DocumentFacts; done: DocumentDetail | null }> {
    const { document, access } = await openDocument(manager, who, id);
    if (!access.issue) throw forbidden(mayOf(access).reason ?? undefined);
    if (document.status !== 'DRAFT') {
      const facts = await frozenFacts(manager, id);
      // What the person confirmed had neither number nor seal yet.
      const { journalSeal: _, ...confirmed } = facts;
      if (frozen({ ...confirmed, number: null }).sha256 !== request.factsSha256) throw forbidden(words.issuedStays);
      return { facts, done: await detail(manager, document, access) };
    }
    const consortium = await readConsortium(manager, document.consortiumId);
    const { facts, sha256: live } = liveFacts(document, consortium, await paperContext(manager, document));
    if (live !== request.factsSha256 || document.version !== request.version)
      throw staleFacts(await detail(manager, document, access));
    const { findings } = documentFindings(facts.kind, facts);
    if (blocks(findings))
      throw blocked(
        words.blocked,
        findings.filter((finding) => finding.verdict === 'fail'),
      );
    return { facts, done: null };
  }

  /** Printed on the paper, so that a journal that was changed before then does not fit it any more. */
  private async newestSeal(who: Actor): Promise<DocumentFacts['journalSeal']> {
    const [seal] = await this.door.read(who, (manager) =>
      manager.query<NonNullable<DocumentFacts['journalSeal']>[]>(
        'select batch, hash from journal_seal order by batch desc limit 1',
      ),
    );
    return seal;
  }

  private async nextOf(who: Actor, facts: DocumentFacts): Promise<number> {
    const [row] = await this.door.read(who, (manager) =>
      manager.query<{ last: number }[]>('select last from document_counter where series = $1 and year = $2', [
        seriesOf(facts),
        yearOf(facts),
      ]),
    );
    return (row?.last ?? 0) + 1;
  }

  private async answer(manager: EntityManager, who: Actor, id: string): Promise<DocumentDetail> {
    const { document, access } = await openDocument(manager, who, id);
    return detail(manager, document, access);
  }
}

/** Another process issued under the foreseen number: nothing was written, the paper has to be rendered again. */
class NumberTaken extends Error {}

const seriesOf = ({ kind, consortium }: DocumentFacts): string =>
  `${PREFIX[kind]}/${consortium.centre.teryt.slice(0, 4)}`;
const yearOf = ({ date }: DocumentFacts): number => dateParts(date).year;

/** e.g. `UP/2264/2015/01` */
const numberOf = (facts: DocumentFacts, count: number): string =>
  `${seriesOf(facts)}/${yearOf(facts)}/${String(count).padStart(2, '0')}`;

/** Counts on and keeps the row locked to the end of the transaction; a rollback leaves no gap. */
async function count(manager: EntityManager, facts: DocumentFacts): Promise<number> {
  const [row] = await manager.query<{ last: number }[]>(
    `insert into document_counter as c (series, year, last) values ($1, $2, 1)
     on conflict (series, year) do update set last = c.last + 1 returning last`,
    [seriesOf(facts), yearOf(facts)],
  );
  return row?.last ?? 0;
}

async function keep(
  manager: EntityManager,
  who: Actor,
  document: DocumentRecord,
  facts: DocumentFacts,
  rendered: RenderedDocument,
): Promise<void> {
  const { text, sha256: factsSha256 } = frozen(facts);
  // The earlier one first: only one document of a kind and party holds at a time; annexes hold beside one another.
  await manager.query(
    `update document set status = 'SUPERSEDED', superseded_at = clock_timestamp(), superseded_by = $2,
       version = version + 1
     where consortium_id = $1 and kind = $3 and kind <> 'ANNEX' and status = 'ISSUED'
       and member_id is not distinct from $4`,
    [document.consortiumId, document.id, document.kind, document.memberId],
  );
  await manager.query(
    `update document set status = 'ISSUED', number = $2, facts = $3, facts_sha256 = $4, template_version = $5,
       issued_at = clock_timestamp(), issued_by = $6, award_id = $7, version = version + 1
     where id = $1`,
    [
      ...[document.id, facts.number, text, factsSha256, facts.templateVersion, who.personId],
      document.kind === 'PARTNERSHIP_AGREEMENT' ? await awardOf(manager, document) : null,
    ],
  );
  for (const format of ['pdf', 'docx', 'html'] as const) {
    const bytes = Buffer.from(rendered[format]);
    await manager.query('insert into document_file (document_id, format, sha256, bytes) values ($1, $2, $3, $4)', [
      document.id,
      format,
      sha256(bytes),
      bytes,
    ]);
  }
  await touch(manager, who, document.consortiumId);
  await note(manager, who, {
    act: 'ISSUE_DOCUMENT',
    subject: { kind: 'consortium', id: document.consortiumId },
    details: { documentId: document.id, kind: document.kind, number: facts.number, factsSha256 },
    changes: [{ field: 'status', before: 'DRAFT', after: 'ISSUED' }],
  });
}

const staleFacts = (current: DocumentDetail): ProblemError =>
  new ProblemError({ status: 409, code: 'STALE', detail: consortiumActWords.staleFacts, conflicts: [], current });
