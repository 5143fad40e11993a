import { Transform } from 'class-transformer';
import { IsUUID } from 'class-validator';

/**
 * The id of a row. RFC 9562 reads ids without regard to case; the portal writes them small, as PostgreSQL does, so
 * that one row has one id wherever it is compared.
 */
export function IsId(options?: { each: boolean }): PropertyDecorator {
  return (target, property) => {
    Transform(({ value }: { value: unknown }) => small(value))(target, property);
    IsUUID(undefined, options)(target, property as string);
  };
}

const small = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(small);
  return typeof value === 'string' ? value.toLowerCase() : value;
};
