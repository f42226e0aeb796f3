import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Before a run: gives it a name, which all that its processes leave outside the project begins with. The first run has the
 * database that tests copy made by another process, which takes as long as the workers need to load what they test.
 */
export default async function begin() {
  // Process ids come again, in containers at once; what a run that was killed has left must not be taken for this one's.
  process.env.ATRIUM_TEST_RUN = `${process.pid}_${Date.now().toString(36)}`;
  const { TEMPLATES } = await import('./names.js');
  if (!existsSync(TEMPLATES)) {
    spawn(process.execPath, [fileURLToPath(new URL('template.js', import.meta.url))], { stdio: 'inherit' }).unref();
  }
}
