import { Injectable } from '@nestjs/common';
import type { SignIn } from '@zit/contracts';
import { sessionWords } from '@zit/words.pl/session';
import { DataSource } from 'typeorm';
import { ProblemError } from '../http/problem-error';
import { passwordFits } from './password';
import { SessionService } from './session.service';
import { SignInLimit } from './sign-in-limit';

/** Signing in: the same answer, after about the same time, whether the e-mail or the password was wrong. */
@Injectable()
export class SignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionService,
    private readonly limit: SignInLimit,
  ) {}

  /** The new session's token. `address` is the caller's network address, `previous` the browser's old token. */
  async signIn(given: SignIn, address: string, previous: string | null): Promise<string> {
    const email = given.email.trim().toLowerCase();
    const attempt = await this.limit.attempt(email, address);
    const [person] = await this.dataSource.query<{ id: string; passwordHash: string }[]>(
      'select id, password_hash as "passwordHash" from person where email = $1 and left_at is null',
      [email],
    );
    const fits = await passwordFits(person?.passwordHash ?? null, given.password);
    if (!person || !fits)
      throw new ProblemError({ status: 401, code: 'WRONG_CREDENTIALS', detail: sessionWords.wrongCredentials });
    await this.limit.succeed(email, address, attempt);
    return this.sessions.begin(person.id, previous);
  }
}
