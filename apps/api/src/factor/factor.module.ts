import { Module } from '@nestjs/common';
import { SessionModule } from '../session/session.module';
import { AccountFactorsController } from './account-factors.controller';
import { PasskeySignInService } from './passkey-sign-in.service';
import { PasskeyService } from './passkey.service';
import { RecoveryService } from './recovery.service';
import { SessionFactorsController } from './session-factors.controller';
import { TotpService } from './totp.service';

@Module({
  imports: [SessionModule],
  controllers: [AccountFactorsController, SessionFactorsController],
  providers: [PasskeyService, PasskeySignInService, TotpService, RecoveryService],
})
export class FactorModule {}
