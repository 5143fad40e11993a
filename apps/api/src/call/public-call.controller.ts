import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import {
  PublicCallQuery,
  QuestionQuery,
  type CallQuestions,
  type PublicCall,
  type PublicCallList,
} from '@zit/contracts';
import { PublicCallService } from './public-call.service';

/** What anybody reads of calls, signed in or not. */
@Controller('public/calls')
export class PublicCallController {
  constructor(private readonly calls: PublicCallService) {}

  @Get()
  page(@Query() query: PublicCallQuery): Promise<PublicCallList> {
    return this.calls.page(query);
  }

  @Get(':slug')
  read(@Param('slug') slug: string): Promise<PublicCall> {
    return this.calls.read(slug);
  }

  @Get(':slug/questions')
  questions(@Param('slug') slug: string, @Query() query: QuestionQuery): Promise<CallQuestions> {
    return this.calls.questions(slug, query);
  }

  /** The text goes out as it was frozen, byte by byte. */
  @Get(':slug/editions/:no.json')
  @Header('Content-Type', 'application/json; charset=utf-8')
  edition(@Param('slug') slug: string, @Param('no') no: string): Promise<string> {
    return this.calls.edition(slug, no);
  }

  @Get(':slug/calendar.ics')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="termin-naboru.ics"')
  calendar(@Param('slug') slug: string): Promise<string> {
    return this.calls.calendar(slug);
  }
}
