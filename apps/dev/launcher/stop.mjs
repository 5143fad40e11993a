// @ts-check
// A request to stop, as every step of the launcher sees it: Ctrl+C, SIGTERM, a closed terminal, a dead parent.

const controller = new AbortController();

/** Aborted once somebody asked to stop; programs that run for a step end with it. */
export const stopAsked = controller.signal;

export const askToStop = () => controller.abort();

export function listenForStop() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, askToStop);
}

/** @type {Promise<void>} */
export const stopped = new Promise((resolve) => stopAsked.addEventListener('abort', () => resolve()));
