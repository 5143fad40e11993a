// @ts-check
import { setTimeout as pause } from 'node:timers/promises';
import { addressOf } from './options.mjs';
import { dataFolder } from './places.mjs';
import { words } from './words.mjs';

/** @typedef {{ email: string, name: string, roleText: string, password: string }} Login */

/**
 * The last words of a start: address, demo logins, where the data lie, how to stop.
 * @param {{ port: number, host: string }} options
 * @param {string | null} databaseHost of an own server, null for the embedded one
 */
export async function announce(options, databaseHost) {
  const address = addressOf(options);
  console.log(words.ready(address));
  const logins = await demoLogins(options);
  if (logins.length > 0) {
    console.log(words.loginsHead);
    for (const { email, name, roleText } of logins) console.log(words.login(email, name, roleText));
    console.log(words.password(logins[0]?.password ?? ''));
    console.log(words.codes);
  }
  console.log(databaseHost === null ? words.data(dataFolder) : words.dataElsewhere(databaseHost, dataFolder));
  console.log(words.howToStop);
}

/**
 * @param {{ port: number, host: string }} options
 * @returns {Promise<Login[]>} none in a real installation
 */
async function demoLogins({ port, host }) {
  const own = ['0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host;
  for (let attempt = 0; attempt < 3; attempt++) {
    const answer = await fetch(`http://${own}:${port}/api/v1/demo-logins`).catch(() => null);
    if (answer?.ok) return /** @type {{ items: Login[] }} */ (await answer.json()).items;
    await pause(200);
  }
  return [];
}
