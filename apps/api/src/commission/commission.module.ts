import { Module } from '@nestjs/common';
import { AssignmentService } from './assignment.service';
import { CommissionController } from './commission.controller';
import { ConflictService } from './conflict.service';
import { ImpartialityService } from './impartiality.service';
import { SeatsService } from './seats.service';

@Module({
  controllers: [CommissionController],
  providers: [SeatsService, ImpartialityService, ConflictService, AssignmentService],
})
export class CommissionModule {}
