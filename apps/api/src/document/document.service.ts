import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  ChangeDocument,
  DocumentDetail,
  DocumentFields,
  DocumentList,
  DocumentResponse,
  DraftDocument,
} from '@zit/contracts';
import { TEMPLATE_VERSIONS } from '@zit/documents/builders/template-versions';
import { documentFindings, inWarsaw, type ConsortiumAccess } from '@zit/domain';
import { documentActWords as words } from '@zit/words.pl/consortium-acts';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import type { Actor } from '../consortium/actor';
import { lockConsortium, mayOf, openConsortium } from '../consortium/open-consortium';
import { readConsortium, type ConsortiumRecord } from '../consortium/read-consortium';
import { guardedUpdate } from '../database/guarded-update';
import { mergeChange } from '../database/merge-change';
import { forbidden, notFound, stale, validation } from '../http/problem-error';
import { fieldChanges } from '../journal/changes';
import { note } from '../journal/note';
import { DocumentRow } from './document.row';
import { agreementInForce, paperContext, type PaperContext } from './paper-context';
import { findDocument, frozenFacts, listDocuments, liveFacts, type DocumentRecord } from './read-document';

@Injectable()
export class DocumentService {
  constructor(private readonly door: Door) {}

  list(who: Actor, consortiumId: string): Promise<DocumentList> {
    return this.door.read(who, async (manager) => {
      const access = await openConsortium(manager, who, consortiumId);
      const documents = await listDocuments(manager, consortiumId);
      const consortium = await readConsortium(manager, consortiumId);
      const items: DocumentResponse[] = [];
      for (const document of documents)
        items.push(withMay(document, consortium, access, await paperContext(manager, document)));
      return { items };
    });
  }

  read(who: Actor, id: string): Promise<DocumentDetail> {
    return this.door.read(who, async (manager) => {
      const { document, access } = await openDocument(manager, who, id);
      return detail(manager, document, access);
    });
  }

  /** A draft of a paper: dated today in Poland, at the centre's municipality, one copy for each party. */
  draft(who: Actor, consortiumId: string, { kind, memberId }: DraftDocument): Promise<DocumentDetail> {
    return this.door.write(who, async (manager) => {
      const access = await lockConsortium(manager, who, consortiumId, 'edit');
      const consortium = await readConsortium(manager, consortiumId);
      const party = partyOf(kind, memberId ?? null, consortium);
      const agreement = kind === 'ANNEX' ? await agreementInForce(manager, consortiumId) : null;
      if (kind === 'ANNEX' && !agreement) throw forbidden(words.annexNeedsAgreement);
      const id = randomUUID();
      await manager.query(
        `insert into document
           (id, consortium_id, kind, member_id, template_version, date, place, copies, created_by, changes_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          id,
          consortiumId,
          kind,
          party?.id ?? null,
          TEMPLATE_VERSIONS[kind].version,
          inWarsaw(new Date().toISOString()).date,
          consortium.centre.municipality,
          party ? 2 : Math.min(Math.max(consortium.members.length, 1), 100),
          who.personId,
          agreement,
        ],
      );
      await note(manager, who, {
        act: 'DRAFT_DOCUMENT',
        subject: { kind: 'consortium', id: consortiumId },
        details: { documentId: id, kind, organisationId: party?.organisationId ?? null },
      });
      return detail(manager, await mustFind(manager, id), access);
    });
  }

  change(who: Actor, id: string, change: ChangeDocument): Promise<DocumentDetail> {
    return this.door.write(who, async (manager) => {
      const { document } = await openDocument(manager, who, id);
      const access = await lockConsortium(manager, who, document.consortiumId, 'edit');
      const row = await manager.findOneByOrFail(DocumentRow, { id });
      if (row.status !== 'DRAFT') throw forbidden(words.issuedStays);
      const { changed, conflicts } = mergeChange<DocumentFields>(row, change);
      if (conflicts.length > 0) throw stale(conflicts, await detail(manager, await mustFind(manager, id), access));
      const fields = Object.keys(changed);
      if (fields.length > 0) {
        await guardedUpdate(manager, DocumentRow, row, changed);
        await note(manager, who, {
          act: 'CHANGE_DOCUMENT',
          subject: { kind: 'consortium', id: document.consortiumId },
          details: { documentId: id, kind: document.kind, fields },
          changes: fieldChanges(row, changed),
        });
      }
      return detail(manager, await mustFind(manager, id), access);
    });
  }
}

/** A document that belongs to a consortium the person does not see is not there. */
export async function openDocument(
  manager: EntityManager,
  who: Actor,
  id: string,
): Promise<{ document: DocumentRecord; access: ConsortiumAccess }> {
  const document = await mustFind(manager, id);
  return { document, access: await openConsortium(manager, who, document.consortiumId) };
}

/** Everything about one document: what its paper says and what stands in the way of issuing it. */
export async function detail(
  manager: EntityManager,
  document: DocumentRecord,
  access: ConsortiumAccess,
): Promise<DocumentDetail> {
  const consortium = await readConsortium(manager, document.consortiumId);
  const context = await paperContext(manager, document);
  const facts = document.factsSha256
    ? await frozenFacts(manager, document.id)
    : liveFacts(document, consortium, context).facts;
  return { ...withMay(document, consortium, access, context), facts, check: documentFindings(document.kind, facts) };
}

async function mustFind(manager: EntityManager, id: string): Promise<DocumentRecord> {
  const document = await findDocument(manager, id);
  if (!document) throw notFound();
  return document;
}

function withMay(
  document: DocumentRecord,
  consortium: ConsortiumRecord,
  access: ConsortiumAccess,
  context: PaperContext,
): DocumentResponse {
  const may = mayOf(access);
  if (document.factsSha256)
    return {
      ...document,
      factsSha256: document.factsSha256,
      may: { edit: false, issue: false, reason: words.issuedStays },
    };
  const { facts, sha256 } = liveFacts(document, consortium, context);
  return { ...document, templateVersion: facts.templateVersion, factsSha256: sha256, may };
}

function partyOf(kind: DraftDocument['kind'], memberId: string | null, { members }: ConsortiumRecord) {
  if (kind !== 'LETTER_OF_CONFIRMATION') {
    if (memberId) throw validation([{ pointer: '/memberId', message: words.onlyConfirmationHasMember }]);
    return null;
  }
  const party = members.find((member) => member.id === memberId);
  if (!party) throw validation([{ pointer: '/memberId', message: words.confirmationNeedsMember }]);
  return party;
}
