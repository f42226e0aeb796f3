import type { OwnFactors } from '../factors.service.js';
import type { FactorsDto } from './account-factors.dto.js';

export function presentFactors(factors: OwnFactors): FactorsDto {
  return {
    hasPassword: factors.hasPassword,
    totpActivatedAt: factors.totpActivatedAt?.toISOString() ?? null,
    passkeys: factors.passkeys,
    recoveryCodes: factors.recoveryCodes,
  };
}
