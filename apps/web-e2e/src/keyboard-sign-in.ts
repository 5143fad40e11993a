import { DEMO_PASSWORD } from '@zit/sample';
import { sessionWords } from '@zit/words.pl/session-page';
import type { KeyboardAlone } from './keyboard-alone';
import type { Ask } from './offer';

/** By the demo's button; the only address that is opened. */
export async function signsIn(hands: KeyboardAlone, name: RegExp): Promise<void> {
  hands.at = 'sign-in';
  await hands.page.goto('/');
  await hands.presses(hands.page.getByRole('button', { name }));
  await hands.page.waitForURL((url) => url.pathname === '/');
}

export async function signsInByTwoSteps(hands: KeyboardAlone, ask: Ask, email: string): Promise<void> {
  const { page } = hands;
  hands.at = 'signing in by two steps';
  await page.goto('/');
  await hands.reaches(page.getByLabel(sessionWords.email));
  await hands.types(email);
  await hands.reaches(page.getByLabel(sessionWords.password, { exact: true }));
  await hands.types(DEMO_PASSWORD);
  await hands.key('Enter');
  await hands.standsAt(page.getByLabel(sessionWords.second.code), 'the password');
  // What the app in that person's phone shows now.
  const { items } = await ask<{ items: { email: string; code: string | null }[] }>('GET', '/api/v1/demo-logins');
  await hands.types(items.find((each) => each.email === email)?.code ?? '');
  await hands.key('Enter');
  await page.waitForURL((url) => url.pathname === '/');
}
