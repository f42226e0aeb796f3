import { lockUser } from '../core/prisma/locks.js';
import type { PrismaService } from '../core/prisma/prisma.service.js';
import { unauthenticated } from './session.guard.js';

/** Locks the row of a user, for example of the caller. @throws Problem `unauthenticated` when the user was deleted just now */
export async function lockExistingUser(prisma: PrismaService, id: string): Promise<void> {
  if (!(await lockUser(prisma, id))) {
    throw unauthenticated();
  }
}
