import { signal } from '@angular/core';
import type { SheetField } from '@zit/contracts';
import type { SheetValue } from '@zit/domain';

/** The fields of a sheet as the server is known to have them. */
export class KnownFields {
  private readonly fields = signal<ReadonlyMap<string, SheetField>>(new Map());

  readonly all = this.fields.asReadonly();

  value(path: string): SheetValue {
    return this.fields().get(path)?.value ?? null;
  }

  /** 0: it was never filled in. */
  rev(path: string): number {
    return this.fields().get(path)?.rev ?? 0;
  }

  /** An answer that was overtaken on its way changes nothing. */
  learn(fields: readonly SheetField[]): void {
    const news = fields.filter(({ path, rev }) => rev > this.rev(path));
    if (news.length > 0) this.fields.update((all) => new Map([...all, ...news.map((one) => [one.path, one] as const)]));
  }

  clear(): void {
    this.fields.set(new Map());
  }
}
