import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AccessModule } from './access/access.module';
import { AccountModule } from './account/account.module';
import { AttachmentModule } from './attachment/attachment.module';
import { AwardModule } from './award/award.module';
import { BudgetModule } from './budget/budget.module';
import { CallAttachmentModule } from './call-attachment/call-attachment.module';
import { CallModule } from './call/call.module';
import { CommissionModule } from './commission/commission.module';
import { ConsortiumModule } from './consortium/consortium.module';
import { DatabaseModule } from './database/database.module';
import type { QueryLogger } from './database/query-logger';
import { DocumentModule } from './document/document.module';
import { FactorModule } from './factor/factor.module';
import { HealthModule } from './health/health.module';
import { AccessGuard } from './http/access.guard';
import { ProblemFilter } from './http/problem.filter';
import type { Settings } from './http/settings';
import { SettingsModule } from './http/settings.module';
import { FormalModule } from './formal/formal.module';
import { ShapePipe } from './http/validation.pipe';
import { JournalModule } from './journal/journal.module';
import { MailboxModule } from './mail/mail.module';
import { OfferModule } from './offer/offer.module';
import { OfferPaperModule } from './offer-paper/offer-paper.module';
import { OpenApiModule } from './openapi/openapi.module';
import { OrganisationModule } from './organisation/organisation.module';
import { PeopleModule } from './people/people.module';
import { PersonalModule } from './personal/personal.module';
import { PlaceModule } from './place/place.module';
import { ProviderModule } from './provider/provider.module';
import { RecommendationModule } from './recommendation/recommendation.module';
import { ScoringModule } from './scoring/scoring.module';
import { AnswerModule } from './answer/answer.module';
import { ResultModule } from './result/result.module';
import { SessionModule } from './session/session.module';
import { SubmissionModule } from './submission/submission.module';
import { WorkerModule } from './worker/worker.module';

/** The features of the portal; each brings its own controller, service and rows. */
const features = [
  AccessModule,
  SessionModule,
  AccountModule,
  FactorModule,
  ProviderModule,
  PeopleModule,
  PersonalModule,
  MailboxModule,
  OrganisationModule,
  PlaceModule,
  HealthModule,
  OpenApiModule,
  WorkerModule,
  ConsortiumModule,
  BudgetModule,
  CallAttachmentModule,
  CallModule,
  OfferModule,
  OfferPaperModule,
  SubmissionModule,
  AttachmentModule,
  RecommendationModule,
  ResultModule,
  AwardModule,
  AnswerModule,
  ScoringModule,
  CommissionModule,
  FormalModule,
  DocumentModule,
  JournalModule,
];

@Module({})
export class AppModule {
  static with(settings: Settings, listener: QueryLogger = null): DynamicModule {
    return {
      module: AppModule,
      imports: [SettingsModule.with(settings, listener), DatabaseModule, ...features],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useClass: ShapePipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
