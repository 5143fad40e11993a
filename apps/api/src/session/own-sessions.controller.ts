import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import type { OwnSessionList } from '@zit/contracts';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { OwnSessionsService } from './own-sessions.service';

@Controller('sessions')
export class OwnSessionsController {
  constructor(private readonly sessions: OwnSessionsService) {}

  @Get()
  async list(@Who() who: SignedIn): Promise<OwnSessionList> {
    return { items: await this.sessions.list(who) };
  }

  @Delete()
  @HttpCode(204)
  endOthers(@Who() who: SignedIn): Promise<void> {
    return this.sessions.endOthers(who);
  }

  @Delete(':id')
  @HttpCode(204)
  end(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    return this.sessions.end(who, id);
  }
}
