import type { TestApp } from '../app/app.js';
import { eventually } from '../time/eventually.js';

/** Waits until no mail waits, nor anything that may come to be one: what has not been received then never will be. */
export async function mailsAreSent({ prisma }: TestApp): Promise<void> {
  const where = { kind: { in: ['mail', 'password_forgotten', 'role_permissions', 'account_released'] } };
  await eventually(async () => (await prisma.db.job.count({ where })) === 0);
}
