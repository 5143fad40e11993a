import type { DemoLogin } from '@zit/contracts';

/** The logins of the demo metropolis; the seed knows them, the real portal has none. */
export const DEMO_LOGINS = Symbol('DEMO_LOGINS');
export type DemoLoginList = readonly DemoLogin[];
