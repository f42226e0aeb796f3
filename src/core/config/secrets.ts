import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { listed } from './listed.js';

/**
 * What must stay the same between starts, or sessions end and encrypted columns are lost. The first of a list signs or seals, and all
 * of it verify or open.
 */
export interface Secrets {
  /** Sign session tokens (HMAC-SHA-256). */
  readonly jwtSecrets: readonly [string, ...string[]];
  /** 32 bytes in base64 each, for what is encrypted at rest. */
  readonly encryptionKeys: readonly [string, ...string[]];
}

interface Given {
  JWT_SECRET?: string | undefined;
  ENCRYPTION_KEY?: string | undefined;
}

/** The content of the file: one secret of each. */
interface Stored {
  readonly jwtSecret: string;
  readonly encryptionKey: string;
}

/** Takes the secrets that are given and, for those that are not, the ones that were created once and stored in `file`. */
export function readSecrets(file: string, given: Given): Secrets {
  const jwtSecrets = listed(given.JWT_SECRET ?? '');
  const encryptionKeys = listed(given.ENCRYPTION_KEY ?? '');
  const stored = jwtSecrets.length > 0 && encryptionKeys.length > 0 ? undefined : readOrCreate(file);
  return {
    jwtSecrets: filled(jwtSecrets, stored?.jwtSecret),
    encryptionKeys: filled(encryptionKeys, stored?.encryptionKey),
  };
}

function filled([first, ...others]: readonly string[], otherwise = ''): readonly [string, ...string[]] {
  return first === undefined ? [otherwise] : [first, ...others];
}

/** Several processes may start at once: the file of the first is complete when the others see it. */
function readOrCreate(file: string): Stored {
  const created: Stored = {
    jwtSecret: randomBytes(32).toString('base64url'),
    encryptionKey: randomBytes(32).toString('base64'),
  };
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const unfinished = `${file}.${process.pid.toString()}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(unfinished, JSON.stringify(created, null, 2), { flag: 'wx', mode: 0o600 });
    linkSync(unfinished, file);
    return created;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error;
    }
    return JSON.parse(readFileSync(file, 'utf8')) as Stored;
  } finally {
    rmSync(unfinished, { force: true });
  }
}
