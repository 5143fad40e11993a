import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import {
  AnnulCall,
  AnswerQuestion,
  AskQuestion,
  CallQuery,
  CreateCall,
  ExtendCall,
  HistoryQuery,
  PublishCall,
  QuestionQuery,
  SaveSheet,
  SheetHistoryQuery,
  SheetQuery,
  type CallPage,
  type CallQuestion,
  type CallQuestions,
  type CallResponse,
  type HistoryPage,
  type SheetHistory,
  type SheetResponse,
  type SheetSaved,
} from '@zit/contracts';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { CallHistory } from './call-history';
import { CallList } from './call-list';
import { CallService } from './call.service';
import { PublicationService } from './publication.service';
import { QuestionService } from './question.service';

@Controller('calls')
export class CallController {
  constructor(
    private readonly list: CallList,
    private readonly calls: CallService,
    private readonly publication: PublicationService,
    private readonly questions: QuestionService,
    private readonly journal: CallHistory,
  ) {}

  @Get()
  page(@Who() who: SignedIn, @Query() query: CallQuery): Promise<CallPage> {
    return this.list.page(who, query);
  }

  @Post()
  create(@Who() who: SignedIn, @Body() body: CreateCall): Promise<CallResponse> {
    return this.calls.create(who, body);
  }

  @Get(':id')
  read(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<CallResponse> {
    return this.calls.read(who, id);
  }

  @Get(':id/sheet')
  sheet(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Query() query: SheetQuery): Promise<SheetResponse> {
    return this.calls.sheet(who, id, query);
  }

  @Patch(':id/sheet')
  save(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: SaveSheet): Promise<SheetSaved> {
    return this.calls.save(who, id, body);
  }

  @Get(':id/sheet/history')
  history(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() query: SheetHistoryQuery,
  ): Promise<SheetHistory> {
    return this.calls.history(who, id, query);
  }

  @Get(':id/history')
  acts(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Query() query: HistoryQuery): Promise<HistoryPage> {
    return this.journal.page(who, id, query);
  }

  @Post(':id/editions')
  publish(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: PublishCall): Promise<CallResponse> {
    return this.publication.publish(who, id, body);
  }

  @Post(':id/annex')
  beginAnnex(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<CallResponse> {
    return this.publication.beginAnnex(who, id);
  }

  @Delete(':id/annex')
  abandonAnnex(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<CallResponse> {
    return this.publication.abandonAnnex(who, id);
  }

  @Post(':id/extension')
  extend(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: ExtendCall): Promise<CallResponse> {
    return this.publication.extend(who, id, body);
  }

  @Post(':id/annulment')
  annul(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: AnnulCall): Promise<CallResponse> {
    return this.publication.annul(who, id, body);
  }

  @Get(':id/questions')
  listQuestions(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() query: QuestionQuery,
  ): Promise<CallQuestions> {
    return this.questions.list(who, id, query);
  }

  @Post(':id/questions')
  ask(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: AskQuestion): Promise<CallQuestion> {
    return this.questions.ask(who, id, body);
  }

  @Put(':id/questions/:question/answer')
  answer(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('question', IdPipe) question: string,
    @Body() body: AnswerQuestion,
  ): Promise<CallQuestion> {
    return this.questions.answer(who, id, question, body);
  }
}
