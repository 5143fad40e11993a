// @ts-check
import { Refusal } from './refusal.mjs';
import { words } from './words.mjs';

/**
 * @typedef {{ port: number, host: string, reset: boolean, yes: boolean, help: boolean }} Options
 */

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Options}
 * @throws {Refusal} on an unknown option or an impossible port
 */
export function readOptions(args, env) {
  const options = {
    port: portOf(env.PORT || '4200'),
    host: env.HOST || '127.0.0.1',
    reset: false,
    yes: false,
    help: false,
  };
  for (let index = 0; index < args.length; index++) {
    const [name = '', inline] = (args[index] ?? '').split('=', 2);
    if (name === '--port') options.port = portOf(inline ?? args[++index] ?? '');
    else if (name === '--reset') options.reset = true;
    else if (name === '--yes') options.yes = true;
    else if (name === '--help' || name === '-h') options.help = true;
    else throw new Refusal(words.badOption(args[index] ?? ''));
  }
  return options;
}

/** @param {string} text */
function portOf(text) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new Refusal(words.badPort(text));
  return port;
}

/**
 * The address a person opens. A server on all interfaces is reached as localhost from its own machine.
 * @param {{ host: string, port: number }} options
 */
export const addressOf = ({ host, port }) =>
  `http://${['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host}:${port}`;
