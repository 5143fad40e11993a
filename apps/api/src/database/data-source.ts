import type { DataSourceOptions, Logger } from 'typeorm';
import { migrations } from '@zit/migrations';
import { SnakeNames } from './columns';
import { rows } from './rows';

export interface DatabaseSettings {
  url: string;
  poolSize: number;
  logger?: Logger;
}

/**
 * How the portal speaks to PostgreSQL. No startup parameters but the application's name, and no session
 * state anywhere: pgbouncer in transaction mode stands in between in a real installation.
 */
export const dataSourceOptions = ({ url, poolSize, logger }: DatabaseSettings): DataSourceOptions => ({
  type: 'postgres',
  url,
  poolSize,
  applicationName: 'zit-portal',
  connectTimeoutMS: 5_000,
  entities: rows,
  migrations,
  migrationsTableName: 'migration',
  synchronize: false,
  namingStrategy: new SnakeNames(),
  invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
  ...(logger ? { logger, logging: true } : { logging: false }),
});
