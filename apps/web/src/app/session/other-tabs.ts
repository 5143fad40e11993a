const CHANNEL = 'zit-session';
const known = typeof BroadcastChannel !== 'undefined';

/** Tabs of one browser share the session: one that prolonged it tells the others, and nothing else. */
export function tellOtherTabs(): void {
  if (!known) return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('prolonged');
  channel.close();
}

export function onProlongedElsewhere(look: () => void): void {
  if (known) new BroadcastChannel(CHANNEL).onmessage = look;
}
