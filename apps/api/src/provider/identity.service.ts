import { Injectable } from '@nestjs/common';
import { providerWords } from '@zit/words.pl/provider';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { notFound, ProblemError } from '../http/problem-error';
import type { ProviderSettings } from '../http/provider-settings';
import type { SignedIn } from '../http/signed-in';
import { inPersonsTurn } from '../factor/code-limit';
import { addressOf, requireConfirmed } from '../factor/enrolment';
import { note } from '../journal/note';
import { writeMail } from '../mail/write-mail';

/** Accounts at other providers, linked to people here by issuer and subject; no e-mail address ever links anything. */
@Injectable()
export class IdentityService {
  constructor(private readonly door: Door) {}

  /** Whose identity it is; null: nobody's, or of somebody who has left. */
  async ownerOf(manager: EntityManager, issuer: string, subject: string): Promise<string | null> {
    const [owner] = await manager.query<{ id: string }[]>(
      `select p.id from external_identity e join person p on p.id = e.person_id
       where e.issuer = $1 and e.subject = $2 and p.left_at is null and p.erased_at is null`,
      [issuer, subject],
    );
    return owner?.id ?? null;
  }

  /** True when it is linked to this person now, newly or as before; false: it is somebody else's. */
  async link(who: SignedIn, provider: ProviderSettings, subject: string): Promise<boolean> {
    return this.door.gateFor({ person: who.personId }, async (manager) => {
      const [added] = await manager.query<{ id: string }[]>(
        `insert into external_identity (person_id, issuer, subject) values ($1, $2, $3)
         on conflict (issuer, subject) do nothing returning id`,
        [who.personId, provider.issuer, subject],
      );
      if (!added) return (await this.ownerOf(manager, provider.issuer, subject)) === who.personId;
      const about = { kind: 'person', id: who.personId } as const;
      await note(manager, who, {
        act: 'LINK_IDENTITY',
        subject: about,
        details: { identityId: added.id, provider: provider.id },
      });
      const to = await addressOf(manager, who.personId);
      await writeMail(manager, { template: 'NOTICE_IDENTITY_LINKED', to, provider: provider.name });
      return true;
    });
  }

  /** Never the only way in: somebody without a password keeps the last identity until a passkey is there. */
  async unlink(who: SignedIn, id: string): Promise<void> {
    requireConfirmed(who);
    await this.door.gateFor({ person: who.personId }, async (manager) => {
      await inPersonsTurn(manager, who.personId);
      const [, removed] = await manager.query<[unknown, number]>(
        'delete from external_identity where id = $1 and person_id = $2',
        [id, who.personId],
      );
      if (removed === 0) throw notFound();
      const [ways] = await manager.query<{ any: boolean }[]>(
        `select p.password_hash is not null or exists (select from passkey where person_id = p.id)
                or exists (select from external_identity where person_id = p.id) as any
         from person p where p.id = $1`,
        [who.personId],
      );
      if (!ways?.any) throw new ProblemError({ status: 409, code: 'LAST_FACTOR', detail: providerWords.lastWay });
      const subject = { kind: 'person', id: who.personId } as const;
      await note(manager, who, { act: 'UNLINK_IDENTITY', subject, details: { identityId: id } });
    });
  }
}
