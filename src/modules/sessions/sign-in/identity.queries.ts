import type { Statement } from '../../../core/prisma/database.js';

/** A user with the settings of an organization. */
export interface IdentityRow {
  /** The position of the user among those that were asked for, from 1. */
  readonly n: number;
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly avatarUrl: string | null;
  readonly locale: string | null;
  readonly settings: unknown;
}

/** Users by their ids, each with the settings of the organization beside. */
export const IDENTITY: Statement = {
  name: 'identity',
  text: `
    SELECT asked.n::int, u.id, e.address AS email, u."displayName", u."avatarUrl", u.locale, o.settings
    FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS asked("userId", "organizationId", n)
    JOIN "User" u ON u.id = asked."userId"
    JOIN "UserEmail" e ON e."userId" = u.id AND e."isPrimary"
    LEFT JOIN "Organization" o ON o.id = asked."organizationId"`,
};
