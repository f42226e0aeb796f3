import { KeyRotation, type OlderValues } from '../core/crypto/key-rotation.js';
import { withApplication } from './application.js';
import { CliError } from './exit.js';
import { progressBar } from './progress-bar.js';

/** Seals values with the first key, or reports what is left. @throws CliError when something is left */
export async function rotateKeysCommand({ check = false }: { check?: boolean }): Promise<void> {
  const left = await withApplication((app) => {
    const rotation = app.get(KeyRotation);
    return check ? rotation.check() : rotation.rotate(progressBar('values'));
  });
  if (left.length > 0) {
    throw new CliError(left.flatMap(linesOf).join('\n'));
  }
  process.stdout.write('The first key of ENCRYPTION_KEY encrypts all values. No other key is used.\n');
}

function linesOf({ column, opened, unopened }: OlderValues): string[] {
  return [
    ...(opened > 0 ? [`${column}: an older key of ENCRYPTION_KEY encrypts ${opened} values`] : []),
    ...(unopened > 0 ? [`${column}: no key of ENCRYPTION_KEY decrypts ${unopened} values`] : []),
  ];
}
