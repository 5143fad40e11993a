import { ValidateBy } from 'class-validator';

/**
 * A number with at most three decimals. class-validator's own `maxDecimalPlaces` throws on what JavaScript writes
 * with an exponent (1e-7), hence this one; its name is theirs, so that messages and OpenAPI read it the same way.
 */
export const IsThousandths = (): PropertyDecorator =>
  ValidateBy({
    name: 'isNumber',
    constraints: [{ maxDecimalPlaces: 3 }],
    validator: {
      validate: (value: unknown) =>
        typeof value === 'number' && Number.isFinite(value) && Number(value.toFixed(3)) === value,
    },
  });
