import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What must stay the same between starts, or sessions end and encrypted columns are lost. */
export interface Secrets {
  /** Signs session tokens (HMAC-SHA-256). */
  readonly jwtSecret: string;
  /** 32 bytes in base64, for what is encrypted at rest. */
  readonly encryptionKey: string;
}

interface Given {
  JWT_SECRET?: string | undefined;
  ENCRYPTION_KEY?: string | undefined;
}

/** Takes the secrets that are given and, for those that are not, the ones made once and kept in `file`. */
export function readSecrets(file: string, given: Given): Secrets {
  if (given.JWT_SECRET && given.ENCRYPTION_KEY) {
    return { jwtSecret: given.JWT_SECRET, encryptionKey: given.ENCRYPTION_KEY };
  }
  const kept = readOrMake(file);
  return {
    jwtSecret: given.JWT_SECRET ?? kept.jwtSecret,
    encryptionKey: given.ENCRYPTION_KEY ?? kept.encryptionKey,
  };
}

function readOrMake(file: string): Secrets {
  const made: Secrets = {
    jwtSecret: randomBytes(32).toString('base64url'),
    encryptionKey: randomBytes(32).toString('base64'),
  };
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, JSON.stringify(made, null, 2), { flag: 'wx', mode: 0o600 });
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error;
    }
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  }
}
