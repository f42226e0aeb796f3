import { message } from '../i18n/message.js';
import { rule } from './says.js';

/**
 * Refuses text of more than so many code points: what the database and JSON Schema count. class-validator's own rule
 * leaves variation selectors out.
 */
export function MaxCharacters(max: number): PropertyDecorator {
  return rule(
    'maxLength',
    message('input.max_length', { max }),
    (value) => typeof value === 'string' && Array.from(value).length <= max,
  );
}
