import { message } from '../i18n/message.js';
import { isSeen } from './invisible.js';
import { rule } from './says.js';
import { hasAtMost } from './text.js';

/**
 * Refuses text of more than so many code points: what the database and JSON Schema count. class-validator's own rule leaves
 * variation selectors out, so that any number of them passes.
 */
export function MaxCharacters(max: number): PropertyDecorator {
  return rule(
    'maxLength',
    message('input.max_length', { max }),
    (value) => typeof value === 'string' && hasAtMost(value, max),
  );
}

/** Refuses text of fewer code points, and text of which nothing is seen. No text at all is enough where the minimum is 0. */
export function MinCharacters(min: number): PropertyDecorator {
  return rule(
    'minLength',
    message('input.min_length', { min }),
    (value) => typeof value === 'string' && (min === 0 || (isSeen(value) && !hasAtMost(value, min - 1))),
  );
}

/**
 * Refuses text of fewer or more code points.
 *
 * @param broken the sentence for a broken rule, if it is not the one with the two numbers
 */
export function Characters(
  min: number,
  max: number,
  broken = message('input.length', { min, max }),
): PropertyDecorator {
  return rule(
    'isLength',
    broken,
    (value) => typeof value === 'string' && hasAtMost(value, max) && !hasAtMost(value, min - 1),
  );
}
