// Fills a migrated database: organizations, their members, and sessions of a few of them.
import { hash } from '@node-rs/argon2';
import jwt from 'jsonwebtoken';
import pg from 'pg';

/** How many users of an organization have a session. */
const SIGNED_IN = 64;

const PASSWORD = 'correct horse battery staple';

/** Argon2id at the cost Atrium uses. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The id that the first migration gives the role Teacher. */
const TEACHER = '01a1fb67-1800-7000-8000-000000000004';

/**
 * @typedef {object} SignedIn
 * @property {string} token what Atrium takes
 * @property {string} session the session's id and token id, what the bare server takes
 * @property {string} device what the cookie of a browser says that signed in before
 * @property {{email: string, password: string}} credentials
 */

/** @typedef {{id: string, slug: string, signedIn: SignedIn[]}} Organization */

/**
 * Makes an organization.
 *
 * @param {pg.Client} client
 * @param {{number: number, members: number, jwtSecret: string}} options `number`, from 0 to 9, tells it from others in the database
 * @returns {Promise<Organization>}
 */
export async function seed(client, { number, members, jwtSecret }) {
  const slug = `bench-${number}`;
  const passwordHash = await hash(PASSWORD, ARGON2ID);
  for (const statement of inserts(number, slug, members, pg.escapeLiteral(passwordHash))) {
    await client.query(statement);
  }
  await client.query('VACUUM (ANALYZE)');
  const { rows } = await client.query(
    `SELECT s.id, s."tokenId", s."userId", s."activeOrganizationId", e.address
     FROM "Session" s JOIN "UserEmail" e USING ("userId")
     WHERE s."activeOrganizationId" = ${id('0', number, '0')} ORDER BY s.id`,
  );
  const signedIn = rows.map((row) => ({
    token: sign(row, jwtSecret),
    session: `${row.id}.${row.tokenId}`,
    device: row.id,
    credentials: { email: row.address, password: PASSWORD },
  }));
  return { id: rows[0].activeOrganizationId, slug, signedIn };
}

/** Ids ascend as UUIDv7 do. Their first digits tell apart the kinds of things and the organizations. */
function id(kind, organization, n) {
  return `('0190${kind}00${organization}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
}

function inserts(number, slug, members, passwordHash) {
  const organization = id('0', number, '0');
  const user = id('1', number, 'n');
  // Nobody joins in the order of registration: the users of a page lie all over their table.
  const joiningUser = id('1', number, `n::bigint * 7919 % ${members} + 1`);
  const each = (count) => `FROM generate_series(1, ${count}) n`;
  const byRoot = `"createdBy", "updatedBy"`;
  return [
    `INSERT INTO "Organization" (id, slug, name, ${byRoot}) VALUES (${organization}, '${slug}', 'Bench', 'root', 'root')`,
    `INSERT INTO "OrganizationSlug" (slug, "organizationId") VALUES ('${slug}', ${organization})`,
    `INSERT INTO "User" (id, "displayName", "givenName", "familyName", locale, status, "passwordHash", ${byRoot})
     SELECT ${user}, 'Member ' || n, 'Member', n, 'en', 'active', ${passwordHash}, 'root', 'root' ${each(members)}`,
    `INSERT INTO "UserEmail" ("userId", address, "isPrimary", "verifiedAt", ${byRoot})
     SELECT ${user}, 'member-' || n || '@${slug}.example.com', true, now(), 'root', 'root' ${each(members)}`,
    `INSERT INTO "Membership" (id, "userId", "organizationId", "roleId", "isPrimary", ${byRoot})
     SELECT ${id('2', number, 'n')}, ${joiningUser}, ${organization}, '${TEACHER}', true, 'root', 'root' ${each(members)}`,
    `INSERT INTO "Session" (id, "userId", "tokenId", "activeOrganizationId", "deviceId", "authTime", amr, "expiresAt", "remoteIp", "userAgent")
     SELECT ${id('3', number, 'n')}, ${user}, ${id('4', number, 'n')}, ${organization}, ${id('3', number, 'n')}, now(), '{pwd}', now() + interval '7 days',
       '127.0.0.1', 'bench' ${each(SIGNED_IN)}`,
    `INSERT INTO "KnownDevice" ("userId", "deviceId") SELECT ${user}, ${id('3', number, 'n')} ${each(SIGNED_IN)}`,
  ];
}

/** A session token as Atrium signs it. */
function sign({ id: sid, tokenId, userId }, jwtSecret) {
  return jwt.sign({ sid }, jwtSecret, {
    algorithm: 'HS256',
    issuer: 'atrium',
    subject: userId,
    jwtid: tokenId,
    expiresIn: '7d',
  });
}
