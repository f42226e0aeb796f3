import { Injectable } from '@nestjs/common';
import { RecoveryCodesService } from './recovery-codes.service.js';
import { TotpService } from './totp.service.js';

/** What is typed as a second factor. Passkeys have a ceremony of their own. */
export const SECOND_FACTOR_METHODS = ['totp', 'recovery_code'] as const;
export type SecondFactorMethod = (typeof SECOND_FACTOR_METHODS)[number];

/** Accepts typed second factors. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly totp: TotpService,
    private readonly recoveryCodes: RecoveryCodesService,
  ) {}

  /** Uses the code up. @throws Problem `invalid_code` */
  accept(userId: string, method: SecondFactorMethod, code: string): Promise<void> {
    return method === 'totp' ? this.totp.accept(userId, code) : this.recoveryCodes.accept(userId, code);
  }
}
