import { Injectable } from '@nestjs/common';
import type { SignIn } from '@zit/contracts';
import { sessionWords } from '@zit/words.pl/session';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Door } from '../database/door';
import { ProblemError } from '../http/problem-error';
import { passwordFits } from './password';
import { levelAfterPassword, personStanding } from './person-standing';
import { SessionService } from './session.service';
import { SignInLimit } from './sign-in-limit';

/** Signing in: the same answer, after about the same time, whether the e-mail or the password was wrong. */
@Injectable()
export class SignInService {
  constructor(
    private readonly door: Door,
    private readonly sessions: SessionService,
    private readonly limit: SignInLimit,
  ) {}

  async signIn(given: SignIn, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const email = given.email.trim().toLowerCase();
    const attempt = await this.limit.attempt(email, request.ip);
    const [person] = await this.door.gate((manager) =>
      manager.query<{ id: string; passwordHash: string | null }[]>(
        'select id, password_hash as "passwordHash" from person where email = $1 and left_at is null',
        [email],
      ),
    );
    const fits = await passwordFits(person?.passwordHash ?? null, given.password);
    if (!person || !fits)
      throw new ProblemError({ status: 401, code: 'WRONG_CREDENTIALS', detail: sessionWords.wrongCredentials });
    await this.limit.succeed(email, request.ip, attempt);
    const standing = await this.door.gate((manager) => personStanding(manager, person.id));
    await this.sessions.beginFor(person.id, levelAfterPassword(standing), request, reply);
  }
}
