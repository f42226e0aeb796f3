import type { Statement } from '../core/prisma/database.js';

/** Writes that a session was used, unless another process did so just before. */
export const SESSION_USED: Statement = {
  name: 'session_last_used',
  text: `UPDATE "Session" SET "lastUsedAt" = now() WHERE id = $1 AND "lastUsedAt" < now() - interval '50 seconds'`,
};

/** Writes that an API key was used, unless another process did so just before. */
export const KEY_USED: Statement = {
  name: 'api_key_last_used',
  text: `UPDATE "ApiKey" SET "lastUsedAt" = now()
         WHERE id = $1 AND ("lastUsedAt" IS NULL OR "lastUsedAt" < now() - interval '50 seconds')`,
};
