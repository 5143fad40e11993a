import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { accessOf } from '../http/access.guard';
import type { PortalRequest, SignedIn } from '../http/signed-in';
import { note, type Author } from '../journal/note';

/** Entries about one person in one minute; the one after them says that there were more. */
const MOST = 60;
/** Entry of a refused act that named no thing. */
const NOTHING = '00000000-0000-0000-0000-000000000000';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Trying what one may not do is visible: each refusal (403, and 404 for what is not there or not theirs alike) of
 * somebody signed in leaves one entry, in a transaction of its own, before the refusal goes out and without
 * changing it. Refusals of strangers are in the log only; otherwise anybody could fill the journal.
 */
@Injectable()
export class DenialNotes {
  constructor(
    private readonly door: Door,
    host: HttpAdapterHost,
  ) {
    const fastify = host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onSend', async (request: PortalRequest, reply, payload) => {
      if (request.signedIn && isRefusal(reply, payload)) await this.keep(request, request.signedIn, reply.statusCode);
      return payload;
    });
  }

  private async keep(request: PortalRequest, who: SignedIn, status: number): Promise<void> {
    const act = accessOf(request.method, request.routeOptions.url)?.act;
    if (!act) return;
    const id = idIn(request.params);
    const author = authorOf(who);
    await this.door
      .gateFor({ person: author.personId }, (manager) => noteDenial(manager, author, { act, status, id }))
      .catch((error: unknown) => request.log.error({ err: error }, 'a denial was not noted'));
  }
}

type OwnAuthor = Author & { personId: string };

async function noteDenial(
  manager: EntityManager,
  author: OwnAuthor,
  { act, status, id }: { act: string; status: number; id: string | null },
): Promise<void> {
  // One after another for each person, so that the limit holds for many requests at once, over all processes.
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 7))', [author.personId]);
  const [recent] = await manager.query<{ count: number }[]>(
    `select count(*)::int as count from journal
     where person_id = $1 and act = 'DENIED' and at > clock_timestamp() - interval '1 minute'`,
    [author.personId],
  );
  const before = recent?.count ?? 0;
  if (before > MOST) return;
  const details = before === MOST ? { more: true } : { act, status };
  await note(manager, author, { act: 'DENIED', subject: { kind: 'route', id: id ?? NOTHING }, details });
}

/** Who looks through another's eyes answers for it themselves. */
const authorOf = (who: SignedIn): OwnAuthor =>
  who.viewer ? { personId: who.viewer.personId, actingFor: null, actingBody: 'PROGRAMME' } : who;

/** Being asked to prove again who one is refuses nothing. */
function isRefusal({ statusCode }: FastifyReply, payload: unknown): boolean {
  if (statusCode !== 403 && statusCode !== 404) return false;
  return !(typeof payload === 'string' && payload.includes('"code":"CONFIRM_FIRST"'));
}

/** The innermost thing that the address names. */
function idIn(params: unknown): string | null {
  const values = Object.values((params ?? {}) as Record<string, unknown>);
  return values.filter((value): value is string => typeof value === 'string' && UUID.test(value)).at(-1) ?? null;
}
