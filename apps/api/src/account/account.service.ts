import { Inject, Injectable } from '@nestjs/common';
import type { AccountResponse, ChangeAccount } from '@zit/contracts';
import { providerWords } from '@zit/words.pl/provider';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { notFound } from '../http/problem-error';
import { SETTINGS, type Settings } from '../http/settings';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { factorRequired } from '../session/person-standing';

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** One's own account. */
@Injectable()
export class AccountService {
  constructor(
    private readonly door: Door,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'providers'>,
  ) {}

  read(who: SignedIn): Promise<AccountResponse> {
    return this.door.gateFor({ person: who.personId }, (manager) => this.account(manager, who));
  }

  change(who: SignedIn, { name: given }: ChangeAccount): Promise<AccountResponse> {
    const name = given.trim().replaceAll(/\s+/gu, ' ');
    return this.door.gateFor({ person: who.personId }, async (manager) => {
      const before = await this.account(manager, who);
      if (before.name === name) return before;
      await manager.query('update person set name = $2, version = version + 1 where id = $1', [who.personId, name]);
      await note(manager, who, {
        act: 'CHANGE_ACCOUNT',
        subject: { kind: 'person', id: who.personId },
        details: {},
        changes: [{ field: 'name', before: before.name, after: name, personal: true }],
      });
      return this.account(manager, who);
    });
  }

  /** Providers by the names people know; the rows keep their issuers. */
  private async account(manager: EntityManager, who: SignedIn): Promise<AccountResponse> {
    const account = await readAccount(manager, who);
    const name = (issuer: string): string =>
      this.settings.providers.find((provider) => provider.issuer === issuer)?.name ?? providerWords.gone;
    return { ...account, identities: account.identities.map((one) => ({ ...one, provider: name(one.provider) })) };
  }
}

async function readAccount(manager: EntityManager, who: SignedIn): Promise<AccountResponse> {
  const [account] = await manager.query<Omit<AccountResponse, 'factorRequired'>[]>(
    `select p.id, p.version, p.name, p.email, p.password_hash is not null as "hasPassword",
            (select t.email from person_token t
             where t.person_id = p.id and t.purpose = 'EMAIL' and t.used_at is null and t.expires_at > now()
             order by t.expires_at desc limit 1) as "pendingEmail",
            json_build_object(
              'passkeys', coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name,
                  'addedAt', ${instant('k.added_at')}, 'usedAt', ${instant('k.used_at')}) order by k.added_at, k.id)
                from passkey k where k.person_id = p.id), '[]'),
              'totp', exists (select from totp t where t.person_id = p.id and t.confirmed_at is not null),
              'recoveryCodes', (select count(*) from recovery_code r where r.person_id = p.id and r.used_at is null)
            ) as factors,
            coalesce((select json_agg(json_build_object('id', e.id, 'provider', e.issuer,
                'linkedAt', ${instant('e.linked_at')}) order by e.linked_at, e.id)
              from external_identity e where e.person_id = p.id), '[]') as identities
     from person p where p.id = $1`,
    [who.personId],
  );
  if (!account) throw notFound();
  return { ...account, factorRequired: factorRequired(who.allGrants) };
}
