import { ValidateBy } from 'class-validator';
import { hasControls } from './text.js';

/** Refuses control characters; `multiline` lets tabs and line ends through. */
export function NoControls(multiline: boolean): PropertyDecorator {
  return ValidateBy({
    name: 'noControls',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && !hasControls(value, multiline),
      defaultMessage: () => 'Must not contain control characters.',
    },
  });
}
