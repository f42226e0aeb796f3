import type { Passkey } from '../../../core/prisma/generated/client.js';
import type { PasskeyDto, PasskeyListDto } from './account-passkeys.dto.js';

export function presentPasskeys(passkeys: readonly Passkey[]): PasskeyListDto {
  return { items: passkeys.map(presentPasskey) };
}

export function presentPasskey(passkey: Passkey): PasskeyDto {
  return {
    id: passkey.id,
    name: passkey.name,
    createdAt: passkey.createdAt.toISOString(),
    lastUsedAt: passkey.lastUsedAt?.toISOString() ?? null,
  };
}
