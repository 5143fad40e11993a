import { Injectable } from '@nestjs/common';
import type { JournalPage, JournalQuery } from '@zit/contracts';
import { Door } from '../database/door';
import type { SignedIn } from '../http/signed-in';
import { itemsOf, pageFrom, READABLE, USUAL, type ReadableEntry } from './read-history';
import { roleNames } from './sentence';

const PAGE = `
  select ${READABLE}, j.roles, l.batch, j.subject_kind as "subjectKind", j.subject_id as "subjectId",
    case j.subject_kind
      when 'consortium' then (select title from consortium where id = j.subject_id)
      when 'call' then (select title from call where id = j.subject_id)
      when 'offer' then (select c.title from offer o join consortium c on c.id = o.consortium_id where o.id = j.subject_id)
      when 'organisation' then (select name from organisation where id = j.subject_id)
      when 'document' then (select number from document where id = j.subject_id)
      when 'person' then (select name from person where id = j.subject_id)
    end as "subjectName"
  from journal j
  left join person p on p.id = j.person_id
  left join journal_link l on l.seq = j.seq
  where ($1::bigint is null or j.seq < $1) and ($2::uuid is null or j.person_id = $2)
    and ($3::uuid is null or j.subject_id = $3) and ($4::text is null or j.act = $4)
    and ($5::boolean is null or (j.act = 'DENIED') = $5)
  order by j.seq desc limit $6`;

interface JournalRow extends ReadableEntry {
  roles: string[];
  batch: number | null;
  subjectKind: string;
  subjectId: string;
  subjectName: string | null;
}

/** The whole journal, for the programme's auditor and administrators. */
@Injectable()
export class JournalService {
  constructor(private readonly door: Door) {}

  /** Two queries, however many entries. */
  page(who: SignedIn, { personId, subjectId, act, denied, after, limit = USUAL }: JournalQuery): Promise<JournalPage> {
    return this.door.read(who, async (manager) => {
      const rows = await manager.query<JournalRow[]>(PAGE, [
        pageFrom(after),
        personId ?? null,
        subjectId ?? null,
        act ?? null,
        denied === undefined ? null : denied === 'true',
        limit + 1,
      ]);
      const shown = rows.slice(0, limit);
      const sentences = await itemsOf(manager, shown);
      const items = shown.map(({ act, roles, batch, subjectKind: kind, subjectId: id, subjectName: name }, at) => ({
        ...sentences[at]!,
        act,
        subject: { kind, id, name },
        role: roleNames(roles),
        batch,
      }));
      return { items, next: rows.length > limit ? String(items.at(-1)?.seq) : null };
    });
  }
}
