import type { Confirmation, MemberSigning, OfferReceipt, OfferSigning, ReceivedOffer } from '@zit/contracts';
import { kompasOffer } from './kompas-offer';

export const SHA = 'c'.repeat(64);

export const confirmation = (change: Partial<Confirmation> = {}): Confirmation => ({
  id: 'P1',
  capacity: 'SIGNER',
  mine: false,
  person: 'Prezes Stowarzyszenia „Kompas”',
  function: 'prezes zarządu',
  at: '2015-03-30T10:11:12.345Z',
  sha256: SHA,
  holds: true,
  changed: [],
  ...change,
});

/** All members of „Kompas Sopocki” have confirmed, and nothing stands in the way; a member may be said otherwise. */
export function offerSigning(
  change: Partial<OfferSigning> = {},
  ofMember: (member: MemberSigning, index: number) => Partial<MemberSigning> = () => ({}),
): OfferSigning {
  const members = kompasOffer().members.map(({ id, name }, index): MemberSigning => {
    const signing = {
      member: id,
      name,
      complete: true,
      missing: null,
      confirmations: [confirmation({ id: `P${index}` })],
    };
    return { ...signing, ...ofMember(signing, index) };
  });
  return {
    sha256: SHA,
    rev: 1,
    members,
    ready: members.every(({ complete }) => complete),
    blocking: 0,
    serverTime: new Date().toISOString(),
    ...change,
  };
}

/** Received a millisecond before half past three; for specs only. */
export const offerReceipt = (change: Partial<OfferReceipt> = {}): OfferReceipt => ({
  number: 'LC/2264/2015/01/0007',
  kind: 'SUBMISSION',
  offerId: 'F1',
  callNumber: 'LC/2264/2015/01',
  edition: 1,
  consortium: 'Kompas Sopocki',
  leader: 'Stowarzyszenie „Kompas”',
  receivedAt: '2015-03-31T13:29:59.999Z',
  deadlineAt: '2015-03-31T13:30:00.000Z',
  lateMs: 0,
  sha256: SHA,
  digests: {},
  seal: { batch: 12, hash: 'd'.repeat(64) },
  replaces: null,
  receiptSha256: 'e'.repeat(64),
  journalled: true,
  ...change,
});

export const receivedOffer = (change: Partial<ReceivedOffer> = {}): ReceivedOffer => ({
  offerId: 'F1',
  receiptNumber: 'LC/2264/2015/01/0007',
  title: 'Lokalne Centrum „Kompas Sopocki”',
  consortium: 'Kompas Sopocki',
  leader: 'Stowarzyszenie „Kompas”',
  receivedAt: '2015-03-31T13:29:59.999Z',
  lateMs: 0,
  admitted: false,
  sha256: SHA,
  attachments: [],
  ...change,
});
