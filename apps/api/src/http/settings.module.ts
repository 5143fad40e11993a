import { Module, type DynamicModule } from '@nestjs/common';
import { QUERY_LOGGER, type QueryLogger } from '../database/query-logger';
import { demoLogins } from '../seed/demo-logins';
import { DEMO_LOGINS } from '../session/demo-logins';
import { SETTINGS, type Settings } from './settings';

/** What everybody may ask for: the settings, and who listens to the database. */
@Module({})
export class SettingsModule {
  static with(settings: Settings, listener: QueryLogger = null): DynamicModule {
    const providers = [
      { provide: SETTINGS, useValue: settings },
      { provide: QUERY_LOGGER, useValue: listener },
      { provide: DEMO_LOGINS, useValue: settings.mode === 'demo' ? demoLogins : [] },
    ];
    return { module: SettingsModule, global: true, providers, exports: [SETTINGS, QUERY_LOGGER, DEMO_LOGINS] };
  }
}
