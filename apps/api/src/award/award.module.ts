import { Module } from '@nestjs/common';
import { AwardController } from './award.controller';
import { AwardService } from './award.service';
import { CarryService } from './carry.service';

@Module({ controllers: [AwardController], providers: [AwardService, CarryService] })
export class AwardModule {}
