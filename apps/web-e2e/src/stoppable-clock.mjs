// @ts-check
// Loaded before the portal (--import): its clock runs as it is, until a journey stops it at an instant.
const RealDate = Date;
/** @type {number | null} milliseconds since 1970 */
let stoppedAt = null;
const now = () => stoppedAt ?? RealDate.now();

globalThis.Date = new Proxy(RealDate, {
  construct: (_, args) => Reflect.construct(RealDate, args.length === 0 ? [now()] : args),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});

process.on('message', (/** @type {{ clock: number | null }} */ { clock }) => {
  stoppedAt = clock;
  process.send?.({ clock });
});
// The journey's line to it keeps nothing alive.
process.channel?.unref();
