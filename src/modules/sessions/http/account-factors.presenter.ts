import type { OwnFactors } from '../factors.service.js';
import type { FactorsDto } from './account-factors.dto.js';

export function presentFactors(factors: OwnFactors): FactorsDto {
  return {
    passwordSet: factors.passwordSet,
    totpActivatedAt: factors.totpActivatedAt?.toISOString() ?? null,
    passkeys: factors.passkeys,
    recoveryCodesLeft: factors.recoveryCodesLeft,
  };
}
