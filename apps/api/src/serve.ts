import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { refuseMightyLogin } from './database/serving-login';
import { Readiness } from './health/readiness';
import { createPortal } from './http/portal';
import { SettingsFault, type Settings } from './http/settings';

/** Requests in flight get this long; then the process ends in any case. */
const PATIENCE_MS = 10_000;

/** Serves until SIGTERM or SIGINT: readiness turns red, what runs is finished, then everything closes. */
export async function serve(settings: Settings): Promise<number> {
  if (settings.secretKey === null) throw new SettingsFault(['SECRET_KEY is missing']);
  await refuseMightyLogin(settings);
  const portal = await createPortal(settings);
  const stopped = stopSignal();
  await portal.listen(settings.port, settings.host);
  await stopped;
  portal.get(Readiness).stop();
  return closeInTime(portal, settings.drainMs);
}

/** The first request to stop; a second one is not needed. */
export const stopSignal = (): Promise<void> =>
  new Promise((stop) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop());
  });

/** Closes within the patience: 0, or 1 when something had to be cut off. */
export async function closeInTime(app: INestApplicationContext, drainMs: number): Promise<number> {
  const cut = setTimeout(() => process.exit(1), PATIENCE_MS);
  await pause(drainMs);
  await app.close();
  clearTimeout(cut);
  return 0;
}
