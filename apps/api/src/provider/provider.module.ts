import { Module } from '@nestjs/common';
import { SessionModule } from '../session/session.module';
import { IdentityService } from './identity.service';
import { ProviderClients } from './provider-clients';
import { ProviderController } from './provider.controller';
import { ProviderService } from './provider.service';

@Module({
  imports: [SessionModule],
  controllers: [ProviderController],
  providers: [ProviderService, ProviderClients, IdentityService],
})
export class ProviderModule {}
