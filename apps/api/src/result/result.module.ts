import { Module } from '@nestjs/common';
import { DocumentModule } from '../document/document.module';
import { AnnounceService } from './announce.service';
import { FreezeService } from './freeze.service';
import { LotService } from './lot.service';
import { MinutesService } from './minutes.service';
import { PublicResultService } from './public-result.service';
import { ResultKey } from './result-key';
import { PublicResultController, ResultController } from './result.controller';
import { ResultService } from './result.service';
import { builtStabilityWorker, STABILITY_WORKER, StabilityPool } from './stability-pool';

@Module({
  imports: [DocumentModule],
  controllers: [ResultController, PublicResultController],
  providers: [
    AnnounceService,
    FreezeService,
    LotService,
    MinutesService,
    PublicResultService,
    ResultKey,
    ResultService,
    StabilityPool,
    { provide: STABILITY_WORKER, useFactory: builtStabilityWorker },
  ],
})
export class ResultModule {}
