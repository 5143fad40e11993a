const RealDate = Date;

/** Puts the clock of this process, and of a portal in it, forward or back. @param ms 0: as it is */
export function shiftDate(ms: number): void {
  globalThis.Date = ms === 0 ? RealDate : shifted(ms);
}

/** Only the present moment is another. */
const shifted = (ms: number): DateConstructor =>
  new Proxy(RealDate, {
    construct: (_, args: unknown[]) =>
      Reflect.construct(RealDate, args.length === 0 ? [RealDate.now() + ms] : args) as Date,
    get: (target, name, receiver) =>
      name === 'now' ? () => RealDate.now() + ms : (Reflect.get(target, name, receiver) as unknown),
  });
