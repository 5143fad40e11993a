import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnnouncedAttachment, OfferAttachment } from '@zit/contracts';
import { OFFER_FORM } from '@zit/domain';
import { sopotFacts } from '@zit/sample';
import { publishedCall } from './calls';
import { startPortal, type Answer, type Caller, type TestPortal } from './portal';
import { formSopot, must, type Sopot } from './sopot';

/** An offer of „Kompas Sopocki” to a published call, and two who write it: the leader and another member. */
export interface AttachedWorld {
  portal: TestPortal;
  /** Folder of the files. */
  folder: string;
  sopot: Sopot;
  callId: string;
  offerId: string;
  /** `/api/v1/offers/…/attachments` */
  root: string;
  leader: Caller;
  partner: Caller;
  /** Ids of their members. */
  leads: string;
  takesPart: string;
  stop(): Promise<void>;
}

export async function attachedWorld(more: Parameters<typeof startPortal>[0] = {}): Promise<AttachedWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'zit-attached-'));
  const portal = await startPortal({ ...more, settings: { filesDirectory: folder, ...more.settings } });
  const sopot = await formSopot(portal);
  const call = await publishedCall(sopot.administrator);
  const offerId = await plantOffer(portal, call.id, sopot);
  const [first, second] = [...sopotFacts().members].sort(
    (a, b) => Number(b.role === 'LEADER') - Number(a.role === 'LEADER'),
  );
  if (!first || !second) throw new Error('the case has fewer than two members');
  return {
    portal,
    folder,
    sopot,
    callId: call.id,
    offerId,
    root: `/api/v1/offers/${offerId}/attachments`,
    leader: await portal.as({ role: 'COORDINATOR', organisationId: sopot.organisations[first.id] }),
    partner: await portal.as({ role: 'EDITOR', organisationId: sopot.organisations[second.id] }),
    leads: sopot.members[first.id] ?? '',
    takesPart: sopot.members[second.id] ?? '',
    stop: async () => {
      await portal.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function plantOffer({ dataSource }: TestPortal, callId: string, { id: consortiumId }: Sopot): Promise<string> {
  const id = randomUUID();
  await dataSource.query(
    `insert into offer (id, call_id, consortium_id, created_by) select $1, $2, $3, created_by from consortium where id = $3`,
    [id, callId, consortiumId],
  );
  await dataSource.query('insert into sheet (id, form) values ($1, $2)', [id, OFFER_FORM.version]);
  return id;
}

/** Where files hang: all that sending one needs. */
type Place = Pick<AttachedWorld, 'portal' | 'root'>;

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Announces a file of this member; the answer tells where its bytes go. */
export const announce = (
  { root }: Place,
  who: Caller,
  member: string,
  given: { id?: string; name?: string; about?: string; size: number },
): Promise<Answer<AnnouncedAttachment>> =>
  who.post(root, { id: randomUUID(), member, name: 'statut.pdf', about: 'Statut', ...given });

/** Sends bytes as a browser does. */
export async function send<Body = OfferAttachment>(
  { portal, root }: Place,
  who: Caller,
  id: string,
  bytes: Buffer | ReadableStream,
): Promise<Answer<Body>> {
  const answer = await fetch(`${portal.url}${root}/${id}`, {
    method: 'PUT',
    headers: {
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': 'application/octet-stream',
      ...(who.token === null ? {} : { Cookie: `zit=${who.token}` }),
    },
    body: Buffer.isBuffer(bytes) ? new Uint8Array(bytes) : bytes,
    ...{ duplex: 'half' },
  });
  return { status: answer.status, body: (await answer.json()) as Body, headers: answer.headers };
}

/** A file that hangs on the offer. */
export async function attach(
  world: Place,
  who: Caller,
  member: string,
  bytes: Buffer,
  given: { id?: string; name?: string; about?: string } = {},
): Promise<OfferAttachment> {
  const { id } = must(await announce(world, who, member, { size: bytes.length, ...given }));
  return must(await send(world, who, id, bytes));
}
