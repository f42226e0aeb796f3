import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of this installation, which has `package.json` and `prisma/`. The build puts code into other folders than `src/`
 * does, so paths to other files begin here.
 */
export const INSTALLATION = nearestPackage(dirname(fileURLToPath(import.meta.url)));

function nearestPackage(directory: string): string {
  return existsSync(join(directory, 'package.json')) ? directory : nearestPackage(dirname(directory));
}
