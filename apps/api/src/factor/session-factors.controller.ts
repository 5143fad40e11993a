import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { PasskeySignIn, RecoveryCode, TotpCode, type PasskeyOptions, type SessionResponse } from '@zit/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Who, type SignedIn } from '../http/signed-in';
import { SessionService } from '../session/session.service';
import { PasskeySignInService } from './passkey-sign-in.service';
import { RecoveryService } from './recovery.service';
import { TotpService } from './totp.service';

/** Showing a factor: the last step of signing in, or, later on, proof that it is still the same person. */
@Controller('session')
export class SessionFactorsController {
  constructor(
    private readonly passkeys: PasskeySignInService,
    private readonly totp: TotpService,
    private readonly recovery: RecoveryService,
    private readonly sessions: SessionService,
  ) {}

  @Post('passkey/options')
  passkeyOptions(@Req() request: FastifyRequest): Promise<PasskeyOptions> {
    return this.passkeys.options(request);
  }

  @Post('passkey')
  async showPasskey(
    @Body() body: PasskeySignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    return this.sessions.answer(await this.passkeys.show(body, request, reply));
  }

  @Post('totp')
  async showTotp(
    @Who() who: SignedIn,
    @Body() { code }: TotpCode,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    await this.totp.show(who, code);
    return this.sessions.answer(await this.sessions.raise(who, request, reply));
  }

  @Post('recovery-code')
  async useRecoveryCode(
    @Who() who: SignedIn,
    @Body() { code }: RecoveryCode,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    await this.recovery.use(who, code);
    return this.sessions.answer(await this.sessions.raise(who, request, reply));
  }
}
