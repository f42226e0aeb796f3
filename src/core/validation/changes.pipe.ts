import { Injectable, type PipeTransform } from '@nestjs/common';
import { message } from '../i18n/message.js';
import { inputProblem } from './input-errors.js';

/**
 * Refuses a PATCH that changes nothing because it names nothing: `@Body(ChangesPipe) changes: …Dto`. Keys that the DTO
 * does not declare were refused before, so what is left is a body without any key.
 */
@Injectable()
export class ChangesPipe implements PipeTransform<object, object> {
  transform(changes: object): object {
    if (Object.values(changes).every((value) => value === undefined)) {
      throw inputProblem([{ pointer: '', code: 'not_empty', detail: message('input.not_empty') }]);
    }
    return changes;
  }
}
