import type { TestApp } from '../app/app.js';

/** Expects that every account that is managed without domain proof is a member of the managing organization only. */
export async function expectConfinedManagement({ prisma }: TestApp): Promise<void> {
  const escaped = await prisma.db.$queryRaw<unknown[]>`
    SELECT u.id, u."managedById", m."organizationId" FROM "User" u JOIN "Membership" m ON m."userId" = u.id
    WHERE u."managedById" IS NOT NULL AND m."organizationId" <> u."managedById"`;
  expect(escaped).toEqual([]);
}
