import { Injectable } from '@nestjs/common';
import { dictionary } from '@zxcvbn-ts/language-common';
import { message } from '../../core/i18n/message.js';
import { inputProblem } from '../../core/validation/input-errors.js';

/**
 * Refuses passwords that attackers try first (NIST SP 800-63B, section 5.1.1.2: compare with those that are common or
 * known from breaches, ask for nothing else). Length is checked with the field.
 */
@Injectable()
export class PasswordPolicy {
  private readonly common = new Set(dictionary['passwords-common'].map(String));

  /** @throws Problem `validation_failed` pointing to the field */
  check(password: string, pointer: string): void {
    const plain = password.normalize('NFKC').toLowerCase();
    if (this.common.has(plain) || isOneRepeatedCharacter(plain)) {
      throw inputProblem([{ pointer, code: 'common_password', detail: message('input.common_password') }]);
    }
  }
}

function isOneRepeatedCharacter(password: string): boolean {
  return new Set(password).size === 1;
}
