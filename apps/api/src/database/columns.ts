import { DefaultNamingStrategy, type ValueTransformer } from 'typeorm';

/** `unitOfId` in the row is `unit_of_id` in the table. */
export class SnakeNames extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    return snake([...prefixes, custom ?? property].join('_'));
  }
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `timestamptz` as an ISO instant with milliseconds, as it crosses the wire. */
export const instant: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: Date | null): string | null => value?.toISOString() ?? null,
};
