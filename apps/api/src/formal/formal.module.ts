import { Module } from '@nestjs/common';
import { DocumentModule } from '../document/document.module';
import { DecisionService } from './decision.service';
import { FormalController } from './formal.controller';
import { FormalService } from './formal.service';
import { LetterController } from './letter.controller';
import { LetterService } from './letter.service';

@Module({
  imports: [DocumentModule],
  controllers: [FormalController, LetterController],
  providers: [DecisionService, FormalService, LetterService],
})
export class FormalModule {}
