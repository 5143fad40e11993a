import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  AnswerReasons,
  AskReasons,
  DecideAppeal,
  EnterReasons,
  LodgeAppeal,
  StateAppeal,
  type Appeal,
  type CallAnswers,
  type OfferAppeals,
  type OwnRequests,
  type ReasonsRequest,
} from '@zit/contracts';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { AnswersService } from './answers.service';
import { AppealDecisionService } from './appeal-decision.service';
import { AppealService } from './appeal.service';
import { ReasonsAnswerService } from './reasons-answer.service';
import { ReasonsService } from './reasons.service';

@Controller('calls/:id/answers')
export class AnswersController {
  constructor(
    private readonly answers: AnswersService,
    private readonly reasons: ReasonsService,
    private readonly answering: ReasonsAnswerService,
    private readonly decisions: AppealDecisionService,
  ) {}

  @Get()
  read(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<CallAnswers> {
    return this.answers.read(who, id);
  }

  @Get('own')
  own(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<OwnRequests> {
    return this.reasons.own(who, id);
  }

  @Post('requests')
  ask(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: AskReasons): Promise<ReasonsRequest> {
    return this.reasons.ask(who, id, body);
  }

  @Post('entries')
  enter(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: EnterReasons): Promise<ReasonsRequest> {
    return this.reasons.enter(who, id, body);
  }

  @Post('requests/:request/answer')
  answer(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('request', IdPipe) request: string,
    @Body() body: AnswerReasons,
  ): Promise<ReasonsRequest> {
    return this.answering.answer(who, id, request, body);
  }

  @Post('appeals/:appeal/statement')
  state(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('appeal', IdPipe) appeal: string,
    @Body() body: StateAppeal,
  ): Promise<Appeal> {
    return this.decisions.state(who, id, appeal, body);
  }

  @Post('appeals/:appeal/decision')
  decide(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('appeal', IdPipe) appeal: string,
    @Body() body: DecideAppeal,
  ): Promise<Appeal> {
    return this.decisions.decide(who, id, appeal, body);
  }
}

@Controller('offers/:id/appeal')
export class AppealController {
  constructor(private readonly appeals: AppealService) {}

  @Get()
  read(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<OfferAppeals> {
    return this.appeals.read(who, id);
  }

  @Post()
  lodge(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: LodgeAppeal): Promise<OfferAppeals> {
    return this.appeals.lodge(who, id, body);
  }
}
