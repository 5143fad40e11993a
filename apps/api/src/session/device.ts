import { sessionWords } from '@zit/words.pl/session';

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  // The order matters: Edge and Opera call themselves Chrome, Chrome calls itself Safari.
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\//, 'Firefox'],
  [/\bChrom(e|ium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** „Firefox, Windows” from what the browser says of itself; never trusted, only shown to its owner. */
export function deviceOf(userAgent: string | undefined): string {
  const says = (userAgent ?? '').slice(0, 500);
  const found = [BROWSERS, SYSTEMS].flatMap((list) => list.find(([pattern]) => pattern.test(says))?.[1] ?? []);
  return found.length > 0 ? found.join(', ') : sessionWords.unknownDevice;
}

/** The network of an address without the part that names one machine: /24 of IPv4, /48 of IPv6. */
export function networkOf(address: string): string {
  const four = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(address)?.[1];
  if (four) return `${four}.0/24`;
  if (!address.includes(':')) return '';
  const [head = '', tail] = address.split('%', 1)[0]?.toLowerCase().split('::') ?? [];
  const left = head.split(':').filter(Boolean);
  const right = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = [...left, ...zeros, ...right].slice(0, 3).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.join(':').replace(/(^|:)0(:0)*$/, '')}::/48`;
}
