import { Module } from '@nestjs/common';
import { AnswersController, AppealController } from './answers.controller';
import { AnswersService } from './answers.service';
import { AppealDecisionService } from './appeal-decision.service';
import { AppealService } from './appeal.service';
import { ReasonsAnswerService } from './reasons-answer.service';
import { ReasonsService } from './reasons.service';

@Module({
  controllers: [AnswersController, AppealController],
  providers: [AnswersService, AppealDecisionService, AppealService, ReasonsAnswerService, ReasonsService],
})
export class AnswerModule {}
