import { Injectable } from '@nestjs/common';
import type { RecoveryCodes } from '@zit/contracts';
import { factorWords } from '@zit/words.pl/factor';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { forbidden } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { writeMail } from '../mail/write-mail';
import { personStanding } from '../session/person-standing';
import { forgetWrongCodes, inPersonsTurn, noteWrongCode, wrongCodesLeft } from './code-limit';
import { addressOf, requireEnrolment, wrongFactor } from './enrolment';
import { newRecoveryCode, recoveryCodeHash } from './recovery-code';

const CODES = 10;

/** Codes on paper for the day the telephone is lost: ten, shown once, each good for one time. */
@Injectable()
export class RecoveryService {
  constructor(private readonly door: Door) {}

  /** Ten new ones; the old ones are void. */
  async make(who: SignedIn): Promise<RecoveryCodes> {
    requireEnrolment(who);
    const codes = Array.from({ length: CODES }, newRecoveryCode);
    await this.door.gateFor({ person: who.personId }, async (manager) => {
      await inPersonsTurn(manager, who.personId);
      const { passkey, totp } = await personStanding(manager, who.personId);
      if (!passkey && !totp) throw forbidden(factorWords.codesNeedFactor);
      await manager.query('delete from recovery_code where person_id = $1', [who.personId]);
      await manager.query('insert into recovery_code (person_id, code_sha256) select $1, unnest($2::bytea[])', [
        who.personId,
        codes.map((code) => recoveryCodeHash(who.personId, code)),
      ]);
      const subject = { kind: 'person', id: who.personId } as const;
      await note(manager, who, { act: 'MAKE_RECOVERY_CODES', subject, details: { count: CODES } });
    });
    return { codes };
  }

  /** The second factor on paper; only after the password, never to confirm a change. */
  async use(who: SignedIn, code: string): Promise<void> {
    if (who.level !== 'PASSWORD') throw forbidden(factorWords.passwordFirst);
    const fitted = await this.door.gateFor({ person: who.personId }, async (manager) => {
      await inPersonsTurn(manager, who.personId);
      await wrongCodesLeft(manager, who.personId);
      if (!(await this.strike(manager, who.personId, code))) {
        await noteWrongCode(manager, who.personId);
        return false;
      }
      await forgetWrongCodes(manager, who.personId);
      const { recoveryCodes: left } = await personStanding(manager, who.personId);
      const subject = { kind: 'person', id: who.personId } as const;
      await note(manager, who, { act: 'USE_RECOVERY_CODE', subject, details: { left } });
      const to = await addressOf(manager, who.personId);
      await writeMail(manager, { template: 'NOTICE_RECOVERY_CODE_USED', to, left });
      return true;
    });
    if (!fitted) throw wrongFactor(factorWords.wrongRecoveryCode);
  }

  /** TypeORM answers `[rows, affected]` to an UPDATE. */
  private async strike(manager: EntityManager, personId: string, code: string): Promise<boolean> {
    const [, struck] = await manager.query<[unknown, number]>(
      'update recovery_code set used_at = now() where person_id = $1 and code_sha256 = $2 and used_at is null',
      [personId, recoveryCodeHash(personId, code)],
    );
    return struck === 1;
  }
}
