// A server that dies with all its processes, and one address for whatever comes back in its place. Linux only.
import { readdirSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';

/** Kills a process and its children with -9; none of them gets to write anything down. */
export function killFamily(pid: number): void {
  // It makes no further child while they are counted.
  process.kill(pid, 'SIGSTOP');
  for (const one of [pid, ...childrenOf(pid)]) process.kill(one, 'SIGKILL');
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
    .map(Number);
}

/** null: it has ended meanwhile. */
function parentOf(pid: string): number | null {
  try {
    // The name in brackets may contain spaces and brackets.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return null;
  }
}

/** Passes connections on to the port that holds when they are made; one that breaks on one side breaks on the other. */
export async function relayTo(port: () => number): Promise<{ port: number; close(): void }> {
  const relay = createServer((near) => {
    const far = connect(port(), '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
      one.pipe(other);
    }
  });
  relay.listen(0, '127.0.0.1');
  await once(relay, 'listening');
  return { port: (relay.address() as AddressInfo).port, close: () => void relay.close() };
}
