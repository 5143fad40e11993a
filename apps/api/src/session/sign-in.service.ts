import { Inject, Injectable } from '@nestjs/common';
import type { SignIn } from '@zit/contracts';
import { sessionWords } from '@zit/words.pl/session';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { ProblemError } from '../http/problem-error';
import { SETTINGS, type Settings } from '../http/settings';
import { DeviceCookie } from './known-device';
import { forgiveIn, Limit, refuse, spendIn, type Allowances } from './limit';
import { passwordFits } from './password';
import { levelAfterPassword, personStanding } from './person-standing';
import { SessionService } from './session.service';
import { sha256 } from './token';

/** Ten for one account from one address, or from one of its own devices. */
const PER_PAIR = 10;
/** Of one account from all unknown devices together: many addresses guess no faster. Known devices stay outside. */
const PER_ACCOUNT = 30;
/** A whole office may sit behind one address. */
const PER_ADDRESS = 100;

interface Account {
  id: string;
  passwordHash: string | null;
  deviceKnown: boolean;
}

/** Signing in: the same answer, after about the same time, whether the e-mail or the password was wrong (S-27). */
@Injectable()
export class SignInService {
  private readonly device: DeviceCookie;

  constructor(
    private readonly door: Door,
    private readonly limit: Limit,
    private readonly sessions: SessionService,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.device = new DeviceCookie(settings);
  }

  /**
   * @throws 401 when the e-mail or the password is wrong
   * @throws 429 after too many attempts, 503 while too many wait
   */
  async signIn(given: SignIn, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const email = given.email.trim().toLowerCase();
    const token = this.device.tokenOf(request);
    const { account, slate, attempt } = await this.limit.inTurn(`account:${email}`, () =>
      this.door.gateFor({ email }, async (manager) => {
        const account = await accountOf(manager, email, token);
        const { slate, allowances } = allowancesOf(email, request.ip, account?.deviceKnown ? token : null);
        return { account, slate, attempt: await spendIn(manager, allowances) };
      }),
    );
    if (!attempt) refuse(sessionWords.tooMany);
    const fits = await passwordFits(account?.passwordHash ?? null, given.password);
    if (!account || !fits)
      throw new ProblemError({ status: 401, code: 'WRONG_CREDENTIALS', detail: sessionWords.wrongCredentials });
    const standing = await this.door.gateFor({ person: account.id }, async (manager) => {
      // The slate of this browser or pair is wiped. Of the account and of the address only this attempt is taken
      // back: an office that signs in is no attack, and who guesses elsewhere still counts.
      await forgiveIn(manager, attempt, [slate]);
      return personStanding(manager, account.id);
    });
    await this.sessions.beginFor(account.id, levelAfterPassword(standing), request, reply);
  }
}

async function accountOf(manager: EntityManager, email: string, device: string | null): Promise<Account | undefined> {
  const [account] = await manager.query<Account[]>(
    `select id, password_hash as "passwordHash",
            exists (select from known_device where person_id = person.id and token_sha256 = $2) as "deviceKnown"
     from person where email = $1 and left_at is null`,
    [email, sha256(device ?? '')],
  );
  return account;
}

/** What may be tried, the account (or its own device) first; and the slate that the right password wipes. */
function allowancesOf(
  email: string,
  address: string,
  device: string | null,
): { slate: string; allowances: Allowances } {
  const place = { key: `address:${address}`, most: PER_ADDRESS };
  if (device) {
    const own = { key: `device:${email}\n${device}`, most: PER_PAIR };
    return { slate: own.key, allowances: [own, place] };
  }
  const pair = { key: `pair:${email}\n${address}`, most: PER_PAIR };
  return { slate: pair.key, allowances: [{ key: `account:${email}`, most: PER_ACCOUNT }, pair, place] };
}
