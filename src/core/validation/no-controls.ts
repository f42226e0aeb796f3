import { message } from '../i18n/message.js';
import { rule } from './says.js';
import { hasControls } from './text.js';

/** Refuses control characters; `multiline` lets tabs and line ends through. */
export function NoControls(multiline: boolean): PropertyDecorator {
  return rule(
    'noControls',
    message('input.no_controls'),
    (value) => typeof value === 'string' && !hasControls(value, multiline),
  );
}
