import type { DocumentResponse } from '@zit/contracts';
import type { DocumentFacts } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import type { ConsortiumRecord } from '../consortium/read-consortium';
import { draftFacts, frozen } from './frozen-facts';
import type { PaperContext } from './paper-context';

/** A document as it stands, without the answer to what the asking person may do. */
export type DocumentRecord = Omit<DocumentResponse, 'factsSha256' | 'may'> & { factsSha256: string | null };

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const FILE = (format: string): string => `
  (select json_build_object('sha256', f.sha256, 'bytes', octet_length(f.bytes))
   from document_file f where f.document_id = d.id and f.format = '${format}')`;

const DOCUMENTS = `
  select json_build_object(
    'id', d.id, 'version', d.version, 'consortiumId', d.consortium_id, 'kind', d.kind, 'memberId', d.member_id,
    'awardId', d.award_id, 'changesId', d.changes_id,
    'number', d.number, 'status', d.status, 'templateVersion', d.template_version,
    'fields', json_build_object(
      'date', d.date, 'place', d.place, 'copies', d.copies, 'validUntil', d.valid_until, 'note', d.note),
    'factsSha256', d.facts_sha256, 'pdf', ${FILE('pdf')}, 'docx', ${FILE('docx')},
    'createdBy', coalesce(author.name, ''), 'createdAt', to_char(d.created_at at time zone 'UTC', ${INSTANT}),
    'issuedBy', issuer.name, 'issuedAt', to_char(d.issued_at at time zone 'UTC', ${INSTANT}),
    'supersededBy', newer.number, 'supersededAt', to_char(d.superseded_at at time zone 'UTC', ${INSTANT})) as document
  from document d
  left join person author on author.id = d.created_by
  left join person issuer on issuer.id = d.issued_by
  left join document newer on newer.id = d.superseded_by`;

export async function listDocuments(manager: EntityManager, consortiumId: string): Promise<DocumentRecord[]> {
  const rows = await manager.query<{ document: DocumentRecord }[]>(
    `${DOCUMENTS} where d.consortium_id = $1 order by d.created_at desc, d.id`,
    [consortiumId],
  );
  return rows.map((row) => row.document);
}

export async function findDocument(manager: EntityManager, id: string): Promise<DocumentRecord | null> {
  const [row] = await manager.query<{ document: DocumentRecord }[]>(`${DOCUMENTS} where d.id = $1`, [id]);
  return row?.document ?? null;
}

/** Facts of an issued document, as they were frozen. */
export async function frozenFacts(manager: EntityManager, id: string): Promise<DocumentFacts> {
  const [row] = await manager.query<{ facts: string }[]>('select facts from document where id = $1', [id]);
  return JSON.parse(row?.facts ?? 'null') as DocumentFacts;
}

/** Facts of a draft as they stand now, with the SHA-256 that the issuing person will confirm. */
export function liveFacts(
  { kind, memberId, fields }: Pick<DocumentRecord, 'kind' | 'memberId' | 'fields'>,
  consortium: ConsortiumRecord,
  { award, annex }: PaperContext,
): { facts: DocumentFacts; sha256: string } {
  const about = { ...(award ? { award } : {}), ...(annex ? { annex } : {}) };
  const facts = { ...draftFacts({ kind, memberId, ...fields }, consortium), ...about };
  return { facts, sha256: frozen(facts).sha256 };
}
