import { NestFactory } from '@nestjs/core';
import { DatabaseModule } from '../database/database.module';
import { NestLog, newLog } from '../http/log';
import { refuseMightyLogin } from '../database/serving-login';
import type { Settings } from '../http/settings';
import { SettingsModule } from '../http/settings.module';
import { closeInTime, stopSignal } from '../serve';
import { WorkerModule } from './worker.module';
import { WorkerService } from './worker.service';

/** The worker as a process of its own: the same build without the door. */
export async function work(settings: Settings): Promise<number> {
  await refuseMightyLogin(settings);
  const module = { module: class Worker {}, imports: [SettingsModule.with(settings), DatabaseModule, WorkerModule] };
  const app = await NestFactory.createApplicationContext(module, {
    logger: new NestLog(newLog(settings.logLevel)),
    abortOnError: false,
  });
  const stopped = stopSignal();
  if (settings.worker === 'separate') app.get(WorkerService).start();
  const alive = setInterval(() => undefined, 60_000);
  await stopped;
  clearInterval(alive);
  return closeInTime(app, 0);
}
