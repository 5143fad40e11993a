import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../database/data-source';
import type { Settings } from '../http/settings';
import { plantDemo, type Planted } from './demo-seed';
import { plantReceived } from './plant-received';
import { resetDemo } from './reset';

/** The demo is asked for a portal that is not one: nothing was touched. */
export class NotADemo extends Error {}

/**
 * Plants the demo metropolis; with `reset` the database is emptied and built anew before. Only in demo mode.
 * @throws NotADemo
 */
export async function seedDemo(settings: Settings, { reset }: { reset: boolean }): Promise<Planted> {
  if (settings.mode !== 'demo') throw new NotADemo('PORTAL_MODE is not demo');
  if (reset) await resetDemo(settings.databaseDirectUrl);
  const dataSource = await new DataSource(dataSourceOptions({ url: settings.databaseUrl, poolSize: 1 })).initialize();
  try {
    const planted = await plantDemo(dataSource, settings.secretKey ?? undefined);
    const received = await plantReceived(dataSource, settings);
    return {
      ...planted,
      calls: planted.calls + received.calls,
      consortia: planted.consortia + received.consortia,
      offers: planted.offers + received.offers,
    };
  } finally {
    await dataSource.destroy();
  }
}
