import { Inject, Injectable } from '@nestjs/common';
import type { TotpStarted } from '@zit/contracts';
import { factorWords } from '@zit/words.pl/factor';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { notFound } from '../http/problem-error';
import { SETTINGS, type Settings } from '../http/settings';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { writeMail } from '../mail/write-mail';
import { forgetWrongCodes, inPersonsTurn, noteWrongCode, wrongCodesLeft } from './code-limit';
import { addressOf, afterRemoval, requireConfirmed, requireEnrolment, wrongFactor } from './enrolment';
import { newTotpSecret, stepOfCode, totpUri } from './one-time-code';
import { seal, unseal } from './secret-box';

interface TotpRow {
  secret: string | null;
  nextSecret: string | null;
  lastStep: number;
}

/** One-time codes from an application: a secret that was shown once, sealed at rest, each code good for one time. */
@Injectable()
export class TotpService {
  constructor(
    private readonly door: Door,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'secretKey'>,
  ) {}

  /** A new secret, which waits for its first code; the present one counts until then. */
  async start(who: SignedIn): Promise<TotpStarted> {
    requireEnrolment(who);
    const secret = newTotpSecret();
    await this.door.gateFor({ person: who.personId }, (manager) =>
      manager.query(
        `insert into totp (person_id, next_secret) values ($1, $2)
         on conflict (person_id) do update set next_secret = excluded.next_secret`,
        [who.personId, seal(this.key, who.personId, secret)],
      ),
    );
    return { secret, uri: totpUri(secret, factorWords.portal, who.email) };
  }

  /** The first code typed back: from now on the new secret counts. */
  async confirm(who: SignedIn, code: string): Promise<void> {
    requireEnrolment(who);
    await this.judge(who, code, async (manager, row) => {
      if (row?.nextSecret == null) throw wrongFactor(factorWords.noTotpStarted);
      const step = this.stepOf(who, row.nextSecret, code, 0);
      if (step === null) return false;
      await manager.query(
        `update totp set secret = next_secret, next_secret = null, confirmed_at = now(), last_step = $2
         where person_id = $1`,
        [who.personId, step],
      );
      const subject = { kind: 'person', id: who.personId } as const;
      await note(manager, who, { act: 'ADD_TOTP', subject, details: {} });
      await writeMail(manager, { template: 'NOTICE_FACTOR_ADDED', to: await addressOf(manager, who.personId) });
      return true;
    });
  }

  /** The second factor, or proof that it is still the same person. */
  async show(who: SignedIn, code: string): Promise<void> {
    await this.judge(who, code, async (manager, row) => {
      const step = row?.secret == null ? null : this.stepOf(who, row.secret, code, row.lastStep);
      if (step === null) return false;
      await manager.query('update totp set last_step = $2 where person_id = $1', [who.personId, step]);
      return true;
    });
  }

  async remove(who: SignedIn): Promise<void> {
    requireConfirmed(who);
    await this.door.gateFor({ person: who.personId }, async (manager) => {
      await inPersonsTurn(manager, who.personId);
      const row = await this.row(manager, who);
      if (row?.secret == null) throw notFound();
      await manager.query('delete from totp where person_id = $1', [who.personId]);
      await afterRemoval(manager, who.personId);
      const subject = { kind: 'person', id: who.personId } as const;
      await note(manager, who, { act: 'REMOVE_TOTP', subject, details: {} });
      await writeMail(manager, { template: 'NOTICE_FACTOR_REMOVED', to: await addressOf(manager, who.personId) });
    });
  }

  /** A wrong code is counted, so its transaction is kept; the refusal comes after it. */
  private async judge(
    who: SignedIn,
    code: string,
    fits: (manager: EntityManager, row: TotpRow | undefined) => Promise<boolean>,
  ): Promise<void> {
    const left = await this.door.gateFor({ person: who.personId }, async (manager) => {
      await inPersonsTurn(manager, who.personId);
      const before = await wrongCodesLeft(manager, who.personId);
      if (await fits(manager, await this.row(manager, who))) {
        await forgetWrongCodes(manager, who.personId);
        return null;
      }
      await noteWrongCode(manager, who.personId);
      return before - 1;
    });
    if (left !== null) throw wrongFactor(factorWords.wrongCode(left));
  }

  private async row(manager: EntityManager, who: SignedIn): Promise<TotpRow | undefined> {
    const [row] = await manager.query<TotpRow[]>(
      `select secret, next_secret as "nextSecret", last_step::int as "lastStep" from totp where person_id = $1`,
      [who.personId],
    );
    return row;
  }

  private stepOf(who: SignedIn, sealed: string, code: string, lastStep: number): number | null {
    return stepOfCode(unseal(this.key, who.personId, sealed), code, lastStep, Date.now());
  }

  /** `serve` does not begin without it. */
  private get key(): string {
    const { secretKey } = this.settings;
    if (secretKey === null) throw new Error('SECRET_KEY is missing');
    return secretKey;
  }
}
