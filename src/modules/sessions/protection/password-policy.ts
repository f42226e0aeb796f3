import { Injectable } from '@nestjs/common';
import { message } from '../../../core/i18n/message.js';
import { inputProblem } from '../../../core/validation/input-errors.js';

/**
 * Refuses passwords that attackers try first (NIST SP 800-63B, section 5.1.1.2: compare with those that are common or
 * known from breaches, ask for nothing else). Length is checked with the field.
 */
@Injectable()
export class PasswordPolicy {
  private common: Promise<ReadonlySet<string>> | undefined;

  /** @throws Problem `validation_failed` pointing to the field */
  async check(password: string, pointer: string): Promise<void> {
    this.common ??= commonPasswords();
    const plain = password.normalize('NFKC').toLowerCase();
    if ((await this.common).has(plain) || isOneRepeatedCharacter(plain)) {
      throw inputProblem([{ pointer, code: 'common_password', detail: message('input.common_password') }]);
    }
  }
}

/** Loaded for the first password that is chosen, which few requests do. */
async function commonPasswords(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common'].map(String));
}

function isOneRepeatedCharacter(password: string): boolean {
  return new Set(password).size === 1;
}
