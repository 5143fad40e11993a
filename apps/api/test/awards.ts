import { randomUUID } from 'node:crypto';
import { canonicalJson } from '@zit/domain';
import { sha256 } from '../src/journal/sha256';
import type { Caller, TestPortal } from './portal';
import { receivedCase, type ReceivedCase } from './received-case';

/** The Sopot case after its result: A is selected, C stands on the reserve list. */
export interface DecidedCase extends ReceivedCase {
  /** Of the call's awards. */
  root: string;
  /** Numbers of the standing receipts of A and C. */
  numbers: { A: string; C: string };
  /** Id of C; A is `offerId`. */
  offerC: string;
  /** Runs the call. */
  officer: Caller;
}

const ZIT = 28_050_000;

/** „Kompas Sopocki” and another were handed in to a call of one centre; its result is still to be planted. */
export async function decidedCase(portal: TestPortal): Promise<DecidedCase> {
  const received = await receivedCase(portal);
  const { callId, offerId } = received;
  const offerC = await received.another('Oferta C', [
    { name: 'Stowarzyszenie C', sector: 'NGO', nip: null, krs: null, unitOfNip: null },
  ]);
  const rows = await portal.dataSource.query<{ id: string; number: string }[]>(
    'select offer_id as id, number from offer_standing where call_id = $1',
    [callId],
  );
  const numberOf = (id: string): string => rows.find((row) => row.id === id)?.number ?? '';
  const numbers = { A: numberOf(offerId), C: numberOf(offerC) };
  const officer = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2264' });
  return { ...received, root: `/api/v1/calls/${callId}/awards`, numbers, offerC, officer };
}

/** A published result of one centre, past the routes: the first is selected, the others are on the reserve list. */
export async function plantResult(
  { dataSource }: TestPortal,
  callId: string,
  offers: readonly string[],
  { no = 1, published = true } = {},
): Promise<void> {
  const ranking = offers.map((offer, at) => ({
    ...{ offer, score: '485/6', shown: '80,83', place: at + 1, status: at === 0 ? 'selected' : 'reserve' },
    ...{ decidedBy: 'K2', because: '' },
  }));
  const document = canonicalJson({
    rules: { centres: 1, moneyGrosze: null },
    offers: Object.fromEntries(offers.map((offer) => [offer, { title: 'Oferta', zitGrosze: ZIT, rejected: false }])),
    ranking,
  });
  const [person] = await dataSource.query<[{ id: string }]>('select created_by as id from call where id = $1', [
    callId,
  ]);
  const at = published ? new Date() : null;
  await dataSource.query(
    `insert into call_result (call_id, no, document, sha256, digests, frozen_at, frozen_by, request_id, replaces_no,
       reason, approved_at, approved_by, basis, published_at, published_by)
     values ($1, $2, $3, $4, '{}', now(), $5, $6, $7, $8, $9, $10, $11, $9, $10)`,
    [
      ...[callId, no, document, sha256(document), person.id, randomUUID(), no > 1 ? no - 1 : null],
      ...[no > 1 ? 'Uwzględniono odwołanie.' : null, at, at && person.id, at && 'Zarządzenie nr 7/2015'],
    ],
  );
}
