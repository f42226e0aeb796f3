import { inspect } from 'node:util';
import { ConfigError } from '../core/config/config.js';
import { EncryptionKeyError } from '../core/crypto/encryption-keys.js';
import { say } from '../core/i18n/texts.js';
import { DirectoryLockedError } from '../core/prisma/directory-lock.js';
import { describeFailure, isDatabaseUnavailable } from '../core/prisma/failures.js';
import { MigrationError } from '../core/prisma/migrator.js';
import { Problem } from '../core/problems/problem.js';
import { CliError } from './exit.js';

/** Errors with a complete message. The stack would only hide it. */
const PLAIN = [CliError, ConfigError, DirectoryLockedError, EncryptionKeyError, MigrationError];

/** The reason of a failure for the person at the terminal. An error that is not expected has its stack. */
export function explain(error: unknown): string {
  if (PLAIN.some((type) => error instanceof type)) {
    return (error as Error).message;
  }
  if (error instanceof Problem) {
    return explainProblem(error);
  }
  if (isDatabaseUnavailable(error)) {
    return `The database cannot be reached: ${describeFailure(error)}`;
  }
  return inspect(error);
}

/** The title, or what is wrong with each option. */
function explainProblem({ type, occurrence }: Problem): string {
  const { detail, errors = [] } = occurrence;
  if (errors.length > 0) {
    return errors.map((error) => `--${error.pointer.slice(1)}: ${say('en', error.detail)}`).join('\n');
  }
  return `${detail ? say('en', detail) : type.title} (${type.code})`;
}
