import { message } from '../i18n/message.js';
import { hasLongMarkRun, LONGEST_MARK_RUN } from './marks.js';
import { rule } from './says.js';

/** Refuses text in which more combining marks follow each other than any language writes. */
export function NoLongMarkRuns(): PropertyDecorator {
  return rule(
    'maxMarks',
    message('input.max_marks', { max: LONGEST_MARK_RUN }),
    (value) => typeof value === 'string' && !hasLongMarkRun(value),
  );
}
