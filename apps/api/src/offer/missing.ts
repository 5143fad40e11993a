import type { OfferListItem, OfferMissing } from '@zit/contracts';
import { checkOffer, OFFER_FORM, readSheet, unreadPaths, type SheetValues } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../consortium/actor';
import { readMembersOfAll } from '../consortium/read-consortium';
import { leaderFirst, readBeside, readOfferCalls } from './read-offer';

type Written = Pick<OfferListItem, 'id' | 'callId' | 'consortiumId' | 'consortium'>;

/** What stands in the way of each of these offers, by the same rules as its own page: four queries, however many. */
export async function missingOf(
  manager: EntityManager,
  who: Actor,
  offers: readonly Written[],
): Promise<Map<string, OfferMissing>> {
  if (offers.length === 0) return new Map();
  const ids = offers.map(({ id }) => id);
  const values = await valuesOf(manager, ids);
  const calls = await readOfferCalls(manager, [...new Set(offers.map(({ callId }) => callId))]);
  const parties = await readMembersOfAll(manager, [...new Set(offers.map(({ consortiumId }) => consortiumId))]);
  const besides = await readBeside(manager, who, ids);
  return new Map(
    offers.flatMap(({ id, callId, consortiumId, consortium: title }): [string, OfferMissing][] => {
      const [call, beside] = [calls.get(callId), besides.get(id)];
      if (!call || !beside) return [];
      const members = leaderFirst(parties.get(consortiumId) ?? []);
      const mine = members.find(({ organisationId }) => organisationId === who.actingFor);
      const typed = values.get(id) ?? {};
      const unread = unreadPaths(OFFER_FORM, typed);
      const { attachments, papers } = beside;
      const about = { call, consortium: { id: consortiumId, title }, members, attachments, papers, unread };
      const fails = checkOffer(readSheet(OFFER_FORM, typed), about).filter(({ verdict }) => verdict === 'fail');
      const own = fails.filter(({ member }) => (member ? member === mine?.id : mine?.role === 'LEADER'));
      return [[id, { all: fails.length, own: own.length }]];
    }),
  );
}

async function valuesOf(manager: EntityManager, ids: readonly string[]): Promise<Map<string, SheetValues>> {
  const rows = await manager.query<{ id: string; values: SheetValues }[]>(
    `select sheet_id as id, json_object_agg(path, value) as values
     from sheet_field where sheet_id = any ($1) group by sheet_id`,
    [ids],
  );
  return new Map(rows.map(({ id, values }) => [id, values]));
}
