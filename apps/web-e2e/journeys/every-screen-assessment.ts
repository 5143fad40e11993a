import type { CallPage, ConsortiumPage } from '@zit/contracts';
import { impartialityClause } from '@zit/words.pl/commission';
import type { Actor } from '../src/actor';
import { asks } from '../src/offer';
import type { Portal } from '../src/portal';
import { becoming } from './every-screen-offers';

type Look = (name: string) => Promise<void>;

/** The rooms of a call whose deadline is over: its commission, the formal check, the grid of scores and the result. */
export async function tourOfAssessment({ page }: Actor, portal: Portal, look: Look): Promise<void> {
  const ask = asks(page.context(), portal);
  const become = becoming(page.context(), portal);
  const opens = async (address: string, name: string): Promise<void> => {
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await look(name);
  };
  await become('operator');
  const { items } = await ask<CallPage>('GET', '/api/v1/calls');
  const call = `/nabory/${items.find(({ phase }) => phase === 'CLOSED')?.id ?? ''}`;
  await opens(`${call}/przyznanie`, 'awards');
  const consortia = await ask<ConsortiumPage>('GET', '/api/v1/consortia');
  await opens(`/konsorcja/${consortia.items[0]?.id ?? ''}/przyznanie`, 'award-of-consortium');
  const declare = () =>
    ask('POST', `/api/v1/calls/${call.slice('/nabory/'.length)}/commission/declaration`, {
      id: crypto.randomUUID(),
      clause: impartialityClause.version,
    });

  await become('oceniajacy-s1');
  await opens(`${call}/komisja`, 'commission-member');
  await declare();
  await opens(`${call}/ocena`, 'scoring');
  await become('przewodniczacy');
  await declare();
  await opens(`${call}/komisja`, 'commission-chair');
  await opens(`${call}/formalna`, 'formal-list');
  await page.locator('main a[href*="/formalna/"]').first().click();
  await page.waitForURL(/\/formalna\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await look('formal-card');
  await opens(`${call}/wynik`, 'result');
}
