import { Transform } from 'class-transformer';
import { canonicalId } from '../ids/ids.js';

/** Takes an id in its stored form. A value that is no id is left to the rules of the field. */
export function CanonicalId(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? canonicalId(value) : value));
}
