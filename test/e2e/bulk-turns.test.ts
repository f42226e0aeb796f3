import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { BulkTurns } from '../../src/core/bulk/bulk-turns.js';
import { newId } from '../../src/core/ids/ids.js';
import { InputPipe } from '../../src/core/validation/input.pipe.js';
import { BulkProvisioningService } from '../../src/modules/users/imports/bulk-provisioning.service.js';
import { TestApp } from '../support/app/app.js';
import { PASSWORD } from '../support/data/factory.js';

const IMPORT = '/api/v1/org/users/import?sendMail=false';
const EXPORT = '/api/v1/org/users/export';
/** Rows that are written in two steps. */
const TWO_STEPS = 501;
/** More than there are connections. */
let many: number;

let app: TestApp;
let remove = (): void => undefined;

beforeAll(async () => {
  app = await TestApp.start();
  many = Math.max(14, app.database.pool.options.max + 4);
});

afterEach(() => {
  remove();
  remove = () => undefined;
});

afterAll(() => app.stop());

/** An organization, and the token of its administrator. */
interface Tenant {
  readonly id: string;
  readonly slug: string;
  readonly token: string;
  readonly email: string;
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
}

async function tenant(): Promise<Tenant> {
  const organization = await app.factory.organization();
  const admin = await app.factory.person();
  await app.factory.membership(admin, organization, { role: 'OrganizationAdmin', appRole: 'AppAdmin' });
  return { ...organization, token: (await app.signedIn(admin)).token, email: admin.email };
}

async function call(
  { slug, token }: Tenant,
  path: string,
  body?: string,
  type = 'application/x-ndjson',
): Promise<Answer> {
  const response = await fetch(app.baseUrl + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'x-org': slug, ...(body !== undefined && { 'content-type': type }) },
    body,
  });
  return { status: response.status, retryAfter: response.headers.get('retry-after'), text: await response.text() };
}

function importOf(to: Tenant, rows: number): Promise<Answer> {
  const name = newId();
  const lines = Array.from({ length: rows }, (_, n) => JSON.stringify({ email: `p${String(n)}@${name}.example` }));
  return call(to, IMPORT, lines.join('\n'));
}

const turns = (): Promise<number> => app.prisma.db.bulkTurn.count();

/** Notes the organizations whose rows are being written: all of them in order, and the most at once. */
function watchWrites(): { order: string[]; mostAtOnce: () => number } {
  const provisioning = app.nest.get(BulkProvisioningService);
  const create = provisioning.create.bind(provisioning);
  const order: string[] = [];
  let running = 0;
  let most = 0;
  provisioning.create = async (principal, organization, wanted, options) => {
    order.push(wanted[0]?.email.split('@')[1] ?? '');
    most = Math.max(most, ++running);
    try {
      return await create(principal, organization, wanted, options);
    } finally {
      running--;
    }
  };
  remove = () => {
    provisioning.create = create;
  };
  return { order, mostAtOnce: () => most };
}

/** Locks the organization as a slow write would, where the database has another connection. @returns what unlocks it */
async function lockOutside({ id }: Tenant): Promise<() => Promise<void>> {
  const { databaseUrl } = app.config;
  if (!databaseUrl) {
    return () => Promise.resolve();
  }
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query('BEGIN');
  await client.query('SELECT FROM "Organization" WHERE id = $1 FOR NO KEY UPDATE', [id]);
  return () => client.end();
}

/** Until an import waits for the lock. */
async function untilOneWaits(): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while (app.config.databaseUrl && (await app.database.pool.query(waiting)).rowCount === 0) {
    await setTimeout(5);
  }
}

/** Makes the validation of a row take a millisecond. @returns the most rows that were validated without other work between them */
function watchValidation(): () => number {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its pipe below
  const { transform } = InputPipe.prototype;
  let [rows, most] = [0, 0];
  InputPipe.prototype.transform = function (...given) {
    const end = performance.now() + 1;
    while (performance.now() < end) {
      // Nothing else is answered here.
    }
    rows++;
    most = Math.max(most, rows);
    setImmediate(() => (rows = 0));
    return transform.apply(this, given);
  };
  remove = () => (InputPipe.prototype.transform = transform);
  return () => most;
}

describe('An import of a full batch of rows', () => {
  it('lets other requests run between the validations', async () => {
    const admin = await tenant();
    const mostAtOnce = watchValidation();
    const { status } = await call(admin, IMPORT, '{"email":"nobody"}\n'.repeat(500));
    expect(status).toBe(200);
    expect(mostAtOnce()).toBeLessThan(20);
  });
});

describe('More imports than connections into one organization at once', () => {
  it('leave connections for the other organizations', async () => {
    const [busy, other] = [await tenant(), await tenant()];
    const unlock = await lockOutside(busy);
    let ended = 0;
    const imports = Array.from({ length: many }, () => importOf(busy, 3).finally(() => ended++));
    await untilOneWaits();
    const me = await call(other, '/api/v1/auth/me');
    const endedBefore = ended;
    const login = await app.anonymous.post('/api/v1/auth/login', { email: other.email, password: PASSWORD });
    await unlock();
    expect([me.status, login.status]).toEqual([200, 200]);
    if (app.config.databaseUrl) {
      expect(endedBefore).toBe(0);
    }
    const answers = await Promise.all(imports);
    for (const { status, retryAfter } of answers) {
      expect([200, 503]).toContain(status);
      expect(retryAfter !== null).toBe(status === 503);
    }
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    expect(await turns()).toBe(0);
  });

  it('are written one after the other, each as a whole', async () => {
    const busy = await tenant();
    const { order, mostAtOnce } = watchWrites();
    const answers = await Promise.all(Array.from({ length: 3 }, () => importOf(busy, TWO_STEPS)));
    expect(mostAtOnce()).toBe(1);
    const written = answers.filter(({ status }) => status === 200).length;
    expect(order).toHaveLength(2 * written);
    expect(order.filter((name, n) => name !== order[n - 1])).toHaveLength(written);
  });
});

it('Imports into many organizations write with a third of the connections at once', async () => {
  const all = await Promise.all(Array.from({ length: many }, tenant));
  const { order, mostAtOnce } = watchWrites();
  const answers = await Promise.all(all.map((it) => importOf(it, 20)));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect(new Set(order).size).toBeGreaterThan(1);
  expect(mostAtOnce()).toBeLessThanOrEqual(Math.max(1, Math.floor(app.database.pool.options.max / 3)));
});

describe('Bulk work of an organization whose turn is taken by another process', () => {
  const taken = ({ id: organizationId }: Tenant, seconds: number): Promise<unknown> => app.prisma.db.$executeRaw`
    INSERT INTO "BulkTurn" ("organizationId", "holderId", "expiresAt")
    VALUES (${organizationId}::uuid, ${newId()}::uuid, now() + make_interval(secs => ${seconds}))`;

  it('waits for a bounded time, then is asked to retry later, without delay for others', async () => {
    const [busy, other] = [await tenant(), await tenant()];
    await taken(busy, 3600);
    const bulkTurns = app.nest.get(BulkTurns);
    const { longestWaitMs } = bulkTurns as unknown as { longestWaitMs: number };
    remove = () => Object.assign(bulkTurns, { longestWaitMs });
    Object.assign(bulkTurns, { longestWaitMs: 300 });
    const waiting = Promise.all([importOf(busy, 1), call(busy, EXPORT)]);
    expect((await importOf(other, 1)).status).toBe(200);
    for (const { status, retryAfter, text } of await waiting) {
      expect([status, retryAfter, (JSON.parse(text) as { code: string }).code]).toEqual([503, '5', 'unavailable']);
    }
    expect(await app.prisma.db.membership.count({ where: { organizationId: busy.id } })).toBe(1);
    await app.prisma.db.bulkTurn.deleteMany();
  });

  it('goes on when that process was killed and its turn has expired', async () => {
    const busy = await tenant();
    await taken(busy, -1);
    expect((await importOf(busy, 1)).status).toBe(200);
    await taken(busy, -1);
    expect((await call(busy, EXPORT)).status).toBe(200);
    expect(await turns()).toBe(0);
  });
});

it('Bulk work that is refused leaves its turn to the next', async () => {
  const busy = await tenant();
  expect((await call(busy, IMPORT, '{}', 'application/x-ndjson; charset=latin1')).status).toBe(415);
  expect(await turns()).toBe(0);
  expect((await importOf(busy, 1)).status).toBe(200);
  expect((await call(busy, EXPORT)).status).toBe(200);
  expect(await turns()).toBe(0);
});
