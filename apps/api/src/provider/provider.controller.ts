import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { ProviderStarted, SignInWays } from '@zit/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requireConfirmed } from '../factor/enrolment';
import { relyingParty } from '../factor/relying-party';
import { IdPipe } from '../http/id-pipe';
import { ownOrigin } from '../http/own-origin';
import { SETTINGS, type Settings } from '../http/settings';
import { Who, type SignedIn } from '../http/signed-in';
import { IdentityService } from './identity.service';
import { ProviderService } from './provider.service';

/** Ways to sign in beside the password; nothing of a provider's tokens reaches the browser. */
@Controller()
export class ProviderController {
  constructor(
    private readonly providers: ProviderService,
    private readonly identities: IdentityService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('sign-in-ways')
  ways(@Req() request: FastifyRequest): SignInWays {
    const here = ownOrigin(this.settings, request) !== null;
    return {
      passkey: relyingParty(this.settings, request) !== null,
      providers: here ? this.settings.providers.map(({ id, name }) => ({ id, name })) : [],
      demo: this.settings.mode === 'demo',
    };
  }

  @Get('providers/:provider/start')
  async start(
    @Param('provider') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.redirect(await this.providers.start(id, null, request, reply), 302);
  }

  @Get('providers/:provider/return')
  async finish(
    @Param('provider') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.redirect(await this.providers.finish(id, request, reply), 302);
  }

  @Post('account/identities/:provider/start')
  async startLinking(
    @Who() who: SignedIn,
    @Param('provider') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProviderStarted> {
    requireConfirmed(who);
    return { url: await this.providers.start(id, who, request, reply) };
  }

  @Delete('account/identities/:id')
  @HttpCode(204)
  unlink(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    return this.identities.unlink(who, id);
  }
}
