// Two portals in one process on one database, for the bench of the second wall: one as it serves, one whose door
// takes no role. Bundled beside the bench, never beside the server.
import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { DOOR_MODE } from '../src/database/door';
import { createPortal } from '../src/http/portal';
import { readSettings } from '../src/http/settings';

const settings = { ...readSettings(process.env), worker: 'separate' as const };
const walled = await createPortal(settings);
const bare = await createPortal(settings, { places: [{ provide: DOOR_MODE, useValue: 'without-roles' }] });
const ports = [];
for (const portal of [walled, bare]) {
  await portal.listen(0, '127.0.0.1');
  ports.push((portal.getHttpServer().address() as AddressInfo).port);
}
process.stdout.write(`${JSON.stringify(ports)}\n`);
process.once('SIGTERM', () => void Promise.all([walled.close(), bare.close()]));
