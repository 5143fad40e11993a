import { Body, Controller, Delete, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import {
  AddPasskey,
  TotpCode,
  type PasskeyOptions,
  type RecoveryCodes,
  type SessionResponse,
  type TotpStarted,
} from '@zit/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { SessionService } from '../session/session.service';
import { PasskeyService } from './passkey.service';
import { RecoveryService } from './recovery.service';
import { TotpService } from './totp.service';

/** Second factors of one's own account. Adding the first one that a role demands opens the portal. */
@Controller('account')
export class AccountFactorsController {
  constructor(
    private readonly passkeys: PasskeyService,
    private readonly totp: TotpService,
    private readonly recovery: RecoveryService,
    private readonly sessions: SessionService,
  ) {}

  @Post('passkeys/options')
  passkeyOptions(@Who() who: SignedIn, @Req() request: FastifyRequest): Promise<PasskeyOptions> {
    return this.passkeys.options(who, request);
  }

  @Post('passkeys')
  async addPasskey(
    @Who() who: SignedIn,
    @Body() body: AddPasskey,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    await this.passkeys.add(who, body, request);
    return this.enrolled(who, request, reply);
  }

  @Delete('passkeys/:id')
  @HttpCode(204)
  removePasskey(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    return this.passkeys.remove(who, id);
  }

  @Post('totp')
  startTotp(@Who() who: SignedIn): Promise<TotpStarted> {
    return this.totp.start(who);
  }

  @Put('totp')
  async confirmTotp(
    @Who() who: SignedIn,
    @Body() { code }: TotpCode,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    await this.totp.confirm(who, code);
    return this.enrolled(who, request, reply);
  }

  @Delete('totp')
  @HttpCode(204)
  removeTotp(@Who() who: SignedIn): Promise<void> {
    return this.totp.remove(who);
  }

  @Post('recovery-codes')
  makeRecoveryCodes(@Who() who: SignedIn): Promise<RecoveryCodes> {
    return this.recovery.make(who);
  }

  /** The rights may have grown: a new token, whatever the level was. */
  private async enrolled(who: SignedIn, request: FastifyRequest, reply: FastifyReply): Promise<SessionResponse> {
    return this.sessions.answer(await this.sessions.raise(who, request, reply));
  }
}
