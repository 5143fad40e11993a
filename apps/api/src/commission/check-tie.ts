import type { EnterTie } from '@zit/contracts';
import { isLocalDate, parseKrs, parseNip } from '@zit/domain';
import { commissionWords as words } from '@zit/words.pl/commission';
import { validation } from '../http/problem-error';

/** @throws 400 with every fault named */
export function checkTie({ nip, krs, from, to }: EnterTie): void {
  const errors: { pointer: string; message: string }[] = [];
  if (nip === null && krs === null) errors.push({ pointer: '/nip', message: words.nobody });
  if (nip !== null && !parseNip(nip).ok) errors.push({ pointer: '/nip', message: words.badNip(nip) });
  if (krs !== null && !parseKrs(krs).ok) errors.push({ pointer: '/krs', message: words.badKrs(krs) });
  for (const [pointer, day] of [
    ['/from', from],
    ['/to', to],
  ] as const)
    if (day !== null && !isLocalDate(day)) errors.push({ pointer, message: words.noDay(day) });
  if (errors.length === 0 && from !== null && to !== null && to < from)
    errors.push({ pointer: '/to', message: words.endsBefore });
  if (errors.length > 0) throw validation(errors);
}
