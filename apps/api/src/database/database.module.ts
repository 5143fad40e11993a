import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SETTINGS, type Settings } from '../http/settings';
import { Door } from './door';
import { dataSourceOptions } from './data-source';
import { QUERY_LOGGER, type QueryLogger } from './query-logger';

/** One pool for the whole process, closed when the application has closed. */
@Global()
@Module({
  providers: [
    Door,
    {
      provide: DataSource,
      inject: [SETTINGS, QUERY_LOGGER],
      useFactory: (settings: Settings, logger: QueryLogger): Promise<DataSource> =>
        new DataSource(
          dataSourceOptions({ url: settings.databaseUrl, poolSize: settings.poolSize, logger: logger ?? undefined }),
        ).initialize(),
    },
  ],
  exports: [DataSource, Door],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
