import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Put, Req, Res } from '@nestjs/common';
import { ActFor, SignIn, type SessionResponse } from '@zit/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../http/settings';
import { Who, type SignedIn } from '../http/signed-in';
import { SessionService } from './session.service';
import { SignInService } from './sign-in.service';
import { cookieName } from './token';

@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly signIns: SignInService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post()
  async signIn(
    @Body() body: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const token = await this.signIns.signIn(body, request.ip, this.sessions.tokenOf(request));
    const secure = this.settings.secureCookie;
    void reply.setCookie(cookieName(secure), token, { path: '/', httpOnly: true, sameSite: 'lax', secure });
    request.cookies[cookieName(secure)] = token;
    return answer(await this.sessions.signedIn(request));
  }

  @Get()
  read(@Who() who: SignedIn): SessionResponse {
    return answer(who);
  }

  @Delete()
  @HttpCode(204)
  async signOut(@Who() who: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end(who.sessionId);
    const secure = this.settings.secureCookie;
    void reply.clearCookie(cookieName(secure), { path: '/', httpOnly: true, sameSite: 'lax', secure });
  }

  @Put('acting-for')
  async actFor(@Who() who: SignedIn, @Body() body: ActFor, @Req() request: FastifyRequest): Promise<SessionResponse> {
    await this.sessions.actFor(who, body.organisationId ?? null);
    return answer(await this.sessions.signedIn(request));
  }
}

const answer = (who: SignedIn): SessionResponse => ({
  person: { id: who.personId, name: who.name, email: who.email },
  grants: who.allGrants,
  level: who.level,
  factors: { passkey: false, totp: false, recoveryCodes: 0 },
  actingFor: who.actingFor,
  actingBody: who.actingBody,
  viewer: null,
  expiresAt: who.expiresAt,
  endsAt: who.endsAt,
  serverTime: new Date().toISOString(),
});
