import {
  offerFacts,
  OWN_SOURCES,
  type ConsortiumFacts,
  type Grosze,
  type OfferDocumentFacts,
  type RuleSet,
} from '@zit/domain';
import type { EntityManager } from 'typeorm';
import type { Frozen } from '../call/edition';
import { utc } from '../database/instant-text';

/** What was received and stands: the very document whose SHA-256 is on the receipt. */
export interface FrozenOffer {
  offerId: string;
  consortiumId: string;
  document: OfferDocumentFacts;
  /** The edition that the offer names. */
  edition: Frozen;
  editionSha256: string;
  teryt: string;
  deadlineAt: string;
  ruleSet: RuleSet;
}

type Row = Omit<FrozenOffer, 'document' | 'edition'> & { text: string; edition: string };

/** By the number of the receipt that stands; null: it stands no more, or is not in sight. */
export async function frozenOffer(manager: EntityManager, number: string): Promise<FrozenOffer | null> {
  const [row] = await manager.query<Row[]>(
    `select s.offer_id as "offerId", o.consortium_id as "consortiumId", k.contents as text, e.contents as edition,
       e.sha256 as "editionSha256", c.teryt, ${utc('r.deadline_at')} as "deadlineAt",
       (select rules from rule_set where version = e.contents::json #>> '{contents,rules,ruleSet}') as "ruleSet"
     from offer_standing s
     join offer o on o.id = s.offer_id
     join offer_receipt r on r.number = s.number
     join offer_content k on k.offer_id = r.offer_id and k.sha256 = r.sha256
     join call c on c.id = s.call_id
     join lateral (select * from call_edition n where n.call_id = s.call_id
       and n.no = coalesce((k.contents::json #>> '{call,edition}')::int, n.no) order by n.no desc limit 1) e on true
     where s.number = $1`,
    [number],
  );
  if (!row) return null;
  return { ...row, document: JSON.parse(row.text) as OfferDocumentFacts, edition: JSON.parse(row.edition) as Frozen };
}

/** Sums of all lines of what was received, whole or not. */
export function amountsOf({ contents }: OfferDocumentFacts): { total: Grosze; zit: Grosze; own: Grosze } {
  const sum = (wanted: (source: string | null) => boolean): Grosze =>
    contents.budget.lines.reduce((all, line) => all + (wanted(line.source) ? (line.amountGrosze ?? 0) : 0), 0);
  return {
    total: sum(() => true),
    zit: sum((source) => source === 'ZIT'),
    own: sum((source) => OWN_SOURCES.some((own) => own === source)),
  };
}

/** Facts of a consortium as the offer states them. */
export function factsOfOffer({ document, edition, ...offer }: FrozenOffer): ConsortiumFacts {
  const { capGrosze, periodFrom, periodTo, legalRegime, memberSectors } = edition.contents.basics;
  return offerFacts(document.contents, {
    call: {
      ...{ number: edition.number, edition: edition.edition, sha256: offer.editionSha256, teryt: offer.teryt },
      ...{ capGrosze, periodFrom, periodTo, legalRegime, memberSectors: [...(memberSectors ?? [])] },
      ...{ ruleSet: offer.ruleSet, deadlineAt: offer.deadlineAt },
    },
    consortium: document.consortium,
    members: document.members,
    ...{ attachments: [], papers: [], unread: [] },
  });
}
