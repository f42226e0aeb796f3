import { Transform } from 'class-transformer';
import { fromPrefixedId, type IdPrefix } from '../ids/prefixed-id.js';
import { message } from '../i18n/message.js';
import { field, type FieldOptions } from './fields.js';
import { rule } from './says.js';

/** An id of the app contract, taken as a UUID. */
export function PrefixedIdField(options: FieldOptions & { prefix: IdPrefix }): PropertyDecorator {
  const { prefix } = options;
  const read = (value: unknown): string | undefined =>
    typeof value === 'string' ? fromPrefixedId(prefix, value) : undefined;
  return field(
    { type: String, example: `${prefix}_019ab5e07c1d7f438a525d2f6c1b9e06` },
    options,
    Transform(({ value }: { value: unknown }) => read(value) ?? value),
    rule('isPrefixedId', message('input.prefixed_id', { prefix }), (value) => read(value) !== undefined),
  );
}
