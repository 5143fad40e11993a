import { Injectable } from '@nestjs/common';
import type { AcknowledgeClause, AcknowledgementList, ClauseResponse } from '@zit/contracts';
import { clauses } from '@zit/words.pl/clauses';
import { personalWords } from '@zit/words.pl/personal';
import { Door } from '../database/door';
import { notFound, validation } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { acknowledge } from './acknowledge';

/** What people are told before they give their data, and which version of it they have acknowledged. */
@Injectable()
export class ClauseService {
  constructor(private readonly door: Door) {}

  read(id: string): ClauseResponse {
    const { version, title, paragraphs } = find(id);
    return { id, version, title, paragraphs: paragraphs.map((paragraph) => ({ ...paragraph })) };
  }

  async own(who: SignedIn): Promise<AcknowledgementList> {
    const rows = await this.door.gateFor({ person: who.personId }, (manager) =>
      manager.query<{ clause: string; version: string; at: Date }[]>(
        'select clause, version, at from acknowledgement where person_id = $1 order by at desc, clause, version',
        [who.personId],
      ),
    );
    const titleOf = (clause: string): string => clauses.find(({ id }) => id === clause)?.title ?? clause;
    return {
      items: rows.map(({ clause, version, at }) => ({ clause, title: titleOf(clause), version, at: at.toISOString() })),
      due: clauses
        .filter(({ id, version }) => !rows.some((row) => row.clause === id && row.version === version))
        .map(({ id, title, version }) => ({ clause: id, title, version })),
    };
  }

  /** Only what stands there now can be acknowledged. @throws 400, 404 */
  async acknowledge(who: SignedIn, { clause, version }: AcknowledgeClause): Promise<void> {
    if (find(clause).version !== version)
      throw validation([{ pointer: '/version', message: personalWords.clauseChanged }]);
    await this.door.gateFor({ person: who.personId }, async (manager) => {
      if (!(await acknowledge(manager, who.personId, clause, version))) return;
      const subject = { kind: 'person', id: who.personId } as const;
      await note(manager, who, { act: 'ACKNOWLEDGE_CLAUSE', subject, details: { clause, version } });
    });
  }
}

function find(id: string): (typeof clauses)[number] {
  const found = clauses.find((clause) => clause.id === id);
  if (!found) throw notFound(personalWords.unknownClause);
  return found;
}
