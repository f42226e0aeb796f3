// What Atrium is measured against: the same work on the same tables with node:http and pg alone. No routing table, no
// validation, no log, no error documents, and a credential that is not signed.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { verify } from '@node-rs/argon2';
import pg from 'pg';

const { PORT, DATABASE_URL, DATABASE_POOL_SIZE, SESSION_IDLE_SECONDS } = process.env;

const pool = new pg.Pool({ connectionString: DATABASE_URL, max: Number(DATABASE_POOL_SIZE) });

/** The join of src/access/who-is-calling.ts. */
const SESSION = {
  name: 'session',
  text: `
    SELECT s.id AS "sessionId", s."authTime", s."expiresAt", s."stepUpAt", s.amr, s."lastUsedAt",
      u.id AS "userId", u."passwordChangeRequired",
      m.id AS "membershipId", m.state, m."appRole",
      o.id AS "organizationId", o.slug, o.name AS "organizationName", r.name AS role
    FROM "Session" s
    JOIN "User" u ON u.id = s."userId" AND u.status = 'active' AND u."deletedAt" IS NULL
    LEFT JOIN "Organization" o ON o.id = s."activeOrganizationId"
    LEFT JOIN "Membership" m ON m."userId" = u.id AND m."organizationId" = o.id
    LEFT JOIN "Role" r ON r.id = m."roleId"
    WHERE s.id = $1 AND s."tokenId" = $2
      AND s."expiresAt" > now() AND s."lastUsedAt" > now() - make_interval(secs => $3)`,
};

const PAGE = {
  name: 'page',
  text: `
    SELECT m.id, m."organizationId", m."userId", coalesce(m."displayName", u."displayName") AS name, e.address AS email,
      m.state, m."appRole", m."createdAt"
    FROM "Membership" m
    JOIN "User" u ON u.id = m."userId"
    JOIN "UserEmail" e ON e."userId" = u.id AND e."isPrimary"
    WHERE m.id IN (SELECT p.id FROM "Membership" p WHERE p."organizationId" = $1 ORDER BY p.id LIMIT 20)
    ORDER BY m.id`,
};

const TOTAL = {
  name: 'total',
  text: 'SELECT sum(total)::int AS total FROM "MemberCount" WHERE "organizationId" = $1',
};

const RENAME = {
  name: 'rename',
  text: 'UPDATE "User" SET "displayName" = $2, "updatedAt" = now(), "updatedBy" = $1 WHERE id = $1::uuid RETURNING id, "displayName"',
};

const PASSWORD = {
  name: 'password',
  text: `
    SELECT u.id, u."passwordHash" FROM "UserEmail" e JOIN "User" u ON u.id = e."userId"
    WHERE e.address = $1 AND e."verifiedAt" IS NOT NULL`,
};

const ROUTES = {
  'GET /ready': async () => ({}),
  'GET /me': (request) => session(request),
  'GET /list': async (request) => {
    const { organizationId } = await session(request);
    const [data, [{ total }]] = await Promise.all([query(PAGE, [organizationId]), query(TOTAL, [organizationId])]);
    return { data, has_next_page: total > 20, has_previous_page: false, total_count: total };
  },
  'PATCH /name': async (request) => {
    const [{ userId }, { name }] = await Promise.all([session(request), body(request)]);
    const [user] = await query(RENAME, [userId, name]);
    return user;
  },
  'POST /login': async (request) => {
    const { email, password } = await body(request);
    const [user] = await query(PASSWORD, [email]);
    if (!(await verify(user.passwordHash, password))) {
      throw new Error('wrong password');
    }
    return { userId: user.id };
  },
};

async function query(statement, values) {
  const { rows } = await pool.query({ ...statement, values });
  return rows;
}

async function session(request) {
  const [id, tokenId] = request.headers.authorization.slice('Bearer '.length).split('.');
  const [row] = await query(SESSION, [id, tokenId, SESSION_IDLE_SECONDS]);
  return row;
}

async function body(request) {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  await once(request, 'end');
  return JSON.parse(chunks.join(''));
}

function answer(response, status, value) {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}

createServer((request, response) => {
  ROUTES[`${request.method} ${request.url}`](request).then(
    (value) => answer(response, 200, value),
    (error) => answer(response, 500, { error: String(error) }),
  );
}).listen(Number(PORT), '127.0.0.1');
