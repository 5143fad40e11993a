import { Module } from '@nestjs/common';
import { CouncilService } from './council.service';
import { RecommendationController } from './recommendation.controller';
import { RequestService } from './request.service';

@Module({ controllers: [RecommendationController], providers: [CouncilService, RequestService] })
export class RecommendationModule {}
