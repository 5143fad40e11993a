import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ActFor, ConfirmSession, SignIn, type SessionResponse } from '@zit/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Who, type SignedIn } from '../http/signed-in';
import { ConfirmationService } from './confirmation.service';
import { SessionService } from './session.service';
import { SignInService } from './sign-in.service';

@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly signIns: SignInService,
    private readonly confirmations: ConfirmationService,
  ) {}

  @Post()
  async signIn(
    @Body() body: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    await this.signIns.signIn(body, request, reply);
    return this.present(request);
  }

  @Get()
  read(@Who() who: SignedIn): Promise<SessionResponse> {
    return this.sessions.answer(who);
  }

  @Delete()
  @HttpCode(204)
  signOut(@Who() who: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    return this.sessions.end(who, reply);
  }

  @Put('acting-for')
  async actFor(
    @Who() who: SignedIn,
    @Body() body: ActFor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    return this.sessions.answer(await this.sessions.actFor(who, body, request, reply));
  }

  /** Keeps the session alive, as any request of a person does, up to its absolute end. */
  @Post('extend')
  @HttpCode(200)
  async extend(@Who() who: SignedIn, @Req() request: FastifyRequest): Promise<SessionResponse> {
    await this.sessions.extend(who);
    return this.present(request);
  }

  @Put('confirmation')
  async confirm(
    @Who() who: SignedIn,
    @Body() body: ConfirmSession,
    @Req() request: FastifyRequest,
  ): Promise<SessionResponse> {
    await this.confirmations.prove(who, body.password, '/password');
    await this.sessions.confirm(who);
    return this.present(request);
  }

  private async present(request: FastifyRequest): Promise<SessionResponse> {
    return this.sessions.answer(await this.sessions.signedIn(request));
  }
}
