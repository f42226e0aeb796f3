import { ValidateBy } from 'class-validator';

/**
 * Refuses text of more than so many code points: what the database and JSON Schema count. class-validator's own rule
 * leaves variation selectors out.
 */
export function MaxCharacters(max: number): PropertyDecorator {
  return ValidateBy({
    name: 'maxLength',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && Array.from(value).length <= max,
      defaultMessage: () => `Must have at most ${max.toString()} characters.`,
    },
  });
}
