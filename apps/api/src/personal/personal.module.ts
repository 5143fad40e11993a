import { Module } from '@nestjs/common';
import { ClauseService } from './clause.service';
import { DataCareController } from './data-care.controller';
import { ErasureService } from './erasure.service';
import { ExportService } from './export.service';
import { OwnDataController } from './own-data.controller';
import { RetentionService } from './retention.service';

@Module({
  controllers: [OwnDataController, DataCareController],
  providers: [ExportService, ErasureService, RetentionService, ClauseService],
})
export class PersonalModule {}
