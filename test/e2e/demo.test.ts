import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SCOPES } from '../../src/access/scopes.js';
import { APP_LOCALES } from '../../src/core/i18n/locales.js';
import { Config } from '../../src/core/config/config.js';
import { type Db, PrismaService } from '../../src/core/prisma/prisma.service.js';
import type { DemoCredentials } from '../../src/modules/demo/demo.service.js';
import { start } from '../../src/start.js';
import { bootstrapApp } from '../support/app/bootstrap.js';
import { Client } from '../support/clients/client.js';
import { OpenApi } from '../support/clients/openapi.js';
import { Factory } from '../support/data/factory.js';
import { createTestDatabase, type TestDatabase } from '../support/database/template.js';
import { freePort } from '../support/network/free-port.js';

const USERS = [
  { email: 'sasha@auroralabs.com', role: 'OrganizationAdmin', appRole: 'AppAdmin', organization: 'auroralabs' },
  { email: 'alice@example.com', role: 'Teacher', appRole: 'AppMember', organization: 'auroralabs' },
  { email: 'priya@praxia-academy.com', role: 'OrganizationAdmin', appRole: 'AppAdmin', organization: 'praxia-academy' },
  { email: 'sasha@auroralabs.com', role: 'Coach', appRole: 'AppMember', organization: 'praxia-academy' },
];

/** The people of the documents, who are created first. */
const DOCUMENTED = 3;

const started: NestExpressApplication[] = [];
let database: TestDatabase;

/** Starts the application on the test's database as the process does, with the demo unless told otherwise. */
async function startApp(
  variables: Record<string, string> = {},
): Promise<{ prisma: PrismaService; db: Db; welcome: string; config: Config }> {
  const base = { LOG_LEVEL: 'silent', HOST: '127.0.0.1', PORT: String(await freePort()) };
  const app = await bootstrapApp({ ...base, DEMO: 'true', ...database.variables, ...variables });
  started.push(app);
  const welcome = (await start(app)) ?? '';
  const prisma = app.get(PrismaService);
  return { prisma, db: prisma.db, welcome, config: app.get(Config) };
}

async function stopApps(): Promise<void> {
  await Promise.all(started.splice(0).map((app) => app.close()));
}

function demoFile(): string {
  return join(database.dataDir, 'demo.json');
}

function readDemo(): DemoCredentials {
  return JSON.parse(readFileSync(demoFile(), 'utf8')) as DemoCredentials;
}

describe('The demo', () => {
  let db: Db;
  let welcome: string;
  let config: Config;
  let demo: DemoCredentials;
  let anonymous: Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    ({ db, welcome, config } = await startApp());
    demo = readDemo();
    const baseUrl = `http://127.0.0.1:${config.port}`;
    anonymous = new Client(baseUrl, await OpenApi.load(baseUrl));
  });

  afterAll(async () => {
    await stopApps();
    await database.remove();
  });

  it('writes what it takes to use it into demo.json, for its owner alone', () => {
    expect(demo).toEqual({
      baseUrl: config.publicUrl,
      password: expect.stringMatching(/^[\w-]{12}$/),
      apiKey: expect.stringMatching(/^atr_test_\w{49}$/),
      users: USERS,
    });
    expect(Object.keys(demo)).toEqual(['baseUrl', 'password', 'apiKey', 'users']);
    expect(Object.keys(demo.users[0] ?? {})).toEqual(['email', 'role', 'appRole', 'organization']);
    expect(statSync(demoFile()).mode & 0o777).toBe(0o600);
  });

  it('is printed at the start, in one block', () => {
    expect(welcome.trim().split('\n')).toEqual([
      'Atrium is ready.',
      `  Console      ${config.publicUrl}/console/`,
      `  Swagger UI   ${config.publicUrl}/docs`,
      '  Sign in      sasha@auroralabs.com',
      `  Password     ${demo.password}`,
      `  API key      ${demo.apiKey}`,
      '  Organization auroralabs',
      `  Mails        http://localhost:${String(config.port)}/mail`,
      `  The demo’s credentials are kept in ${demoFile()}`,
    ]);
  });

  it('has a password that everyone signs in with', async () => {
    for (const email of new Set(USERS.map((user) => user.email))) {
      const { status, body } = await anonymous.post('/api/v1/auth/login', { email, password: demo.password });
      expect({ status, result: body.status }).toEqual({ status: 200, result: 'authenticated' });
      expect(body.passwordChangeRequired).toBe(false);
    }
  });

  it('starts Sasha in Aurora Labs, her primary organization', async () => {
    const login = await anonymous.post('/api/v1/auth/login', {
      email: 'sasha@auroralabs.com',
      password: demo.password,
    });
    const asSasha = anonymous.withToken(login.body.token);
    const { body } = await asSasha.get('/api/v1/auth/me');
    expect(body.user).toMatchObject({ email: 'sasha@auroralabs.com', displayName: 'Sasha Patel' });
    expect(body.organization).toMatchObject({ slug: 'auroralabs', role: 'OrganizationAdmin', appRole: 'AppAdmin' });
    expect((await asSasha.get('/api/v1/orgs/my')).body.items).toMatchObject([
      { slug: 'auroralabs', name: 'Aurora Labs', role: 'OrganizationAdmin', appRole: 'AppAdmin', isPrimary: true },
      { slug: 'praxia-academy', name: 'Praxia Academy', role: 'Coach', appRole: 'AppMember', isPrimary: false },
    ]);
  });

  it('has a key of Sasha’s for the lines of the app document', async () => {
    const withKey = anonymous.withToken(demo.apiKey).inOrganization('auroralabs');
    const me = await withKey.get('/api/v1/app/me');
    expect({ status: me.status, body: me.body }).toMatchObject({
      status: 200,
      body: {
        name: 'Sasha Patel',
        email: 'sasha@auroralabs.com',
        job_position_name: 'Product Ops Lead',
        job_position_description: 'Owns release coordination and analytics.',
        state: 'Active',
        roles: ['AppAdmin'],
        created_at: '2026-02-08T14:12:45Z',
      },
    });
    const users = await withKey.get('/api/v1/app/user?page=1&page_size=20');
    expect(users.body.data).toHaveLength(20);
    expect(users.body.data.slice(0, 2)).toMatchObject([
      { name: 'Sasha Patel', email: 'sasha@auroralabs.com', state: 'Active', roles: ['AppAdmin'] },
      { name: 'Alice Example', email: 'alice@example.com', state: 'Active', roles: ['AppMember'] },
    ]);
    expect(users.body).toMatchObject({
      has_next_page: true,
      has_previous_page: false,
      total_count: 38,
    });
    expect((await withKey.get(`/api/v1/app/user/${me.body.id}`)).status).toBe(200);
  });

  it('has a key with every scope that never expires', async () => {
    const [key, ...others] = await db.apiKey.findMany();
    expect(others).toEqual([]);
    expect({ scopes: key?.scopes, expiresAt: key?.expiresAt }).toEqual({ scopes: [...SCOPES], expiresAt: null });
  });

  it('has the people of the documents, Alice managed by Aurora Labs', async () => {
    const people = await db.user.findMany({
      include: { emails: true, managedBy: true },
      orderBy: { id: 'asc' },
      take: DOCUMENTED,
    });
    const facts = people.map(({ displayName, status, managedBy, emails }) => ({
      displayName,
      status,
      managedBy: managedBy?.slug ?? null,
      emails: emails.map(({ address, isPrimary, verifiedAt }) => ({
        address,
        isPrimary,
        verified: verifiedAt !== null,
      })),
    }));
    const email = (address: string): object => ({ address, isPrimary: true, verified: true });
    expect(facts).toEqual([
      { displayName: 'Sasha Patel', status: 'active', managedBy: null, emails: [email('sasha@auroralabs.com')] },
      { displayName: 'Alice Example', status: 'active', managedBy: 'auroralabs', emails: [email('alice@example.com')] },
      { displayName: 'Priya Nair', status: 'active', managedBy: null, emails: [email('priya@praxia-academy.com')] },
    ]);
  });

  it('has 60 people of all 25 languages, in three organizations', async () => {
    const people = await db.user.findMany({ include: { memberships: { include: { organization: true } } } });
    expect(people).toHaveLength(60);
    expect(new Set(people.map(({ locale }) => locale))).toEqual(new Set(APP_LOCALES));
    expect(new Set(people.map(({ displayName }) => displayName)).size).toBe(60);
    expect(people.filter(({ status }) => status === 'pending').length).toBeGreaterThan(5);
    const scripts = [/^\p{Script=Arabic}+ /u, /^\p{Script=Greek}+ /u, /^\p{Script=Cyrillic}+ /u];
    for (const script of scripts) {
      expect(people.filter(({ displayName }) => script.test(displayName))).toHaveLength(3);
    }
    for (const { managedById, memberships } of people) {
      const inOthers = memberships.filter(({ organizationId }) => managedById && organizationId !== managedById);
      expect(inOthers).toEqual([]);
    }
    const now = Date.now();
    expect(people.filter(({ createdAt, lastSignInAt }) => +createdAt > now || +(lastSignInAt ?? 0) > now)).toEqual([]);
  });

  it('lets the people of the crowd sign in, and administer Meridian Health', async () => {
    const email = 'padraig.osuilleabhain@meridian-health.example';
    const login = await anonymous.post('/api/v1/auth/login', { email, password: demo.password });
    const { body } = await anonymous.withToken(login.body.token).get('/api/v1/auth/me');
    expect(body).toMatchObject({
      user: { displayName: 'Pádraig Ó Súilleabháin', locale: 'ga' },
      organization: { slug: 'meridian-health', role: 'OrganizationAdmin', appRole: 'AppAdmin' },
    });
  });

  it('has teams and projects in each organization', async () => {
    for (const [slug, teams, projects] of [
      ['auroralabs', 4, 5],
      ['praxia-academy', 2, 2],
      ['meridian-health', 2, 2],
    ] as const) {
      const where = { organization: { slug } };
      const found = await db.team.findMany({ where, include: { members: true } });
      expect([slug, found.length, found.every(({ members }) => members.length > 1)]).toEqual([slug, teams, true]);
      const owned = await db.project.count({ where: { ...where, members: { some: { role: 'Owner' } } } });
      expect([slug, await db.project.count({ where }), owned]).toEqual([slug, projects, projects]);
    }
  });

  it('has the organizations, each with a slug, an administrator and counts that are right', async () => {
    const organizations = await db.organization.findMany({ include: { slugs: true }, orderBy: { id: 'asc' } });
    expect(
      organizations.map(({ name, slug, status, slugs }) => [name, slug, status, slugs.map((it) => it.slug)]),
    ).toEqual([
      ['Aurora Labs', 'auroralabs', 'active', ['auroralabs']],
      ['Praxia Academy', 'praxia-academy', 'active', ['praxia-academy']],
      ['Meridian Health', 'meridian-health', 'active', ['meridian-health']],
    ]);
    for (const { id } of organizations) {
      const counted = await db.memberCount.aggregate({ where: { organizationId: id }, _sum: { total: true } });
      expect(counted._sum.total).toBe(await db.membership.count({ where: { organizationId: id } }));
    }
  });

  it('has the service account, the team, the integration and the project with its artifact', async () => {
    const aurora = { organization: { slug: 'auroralabs' } };
    expect(await db.serviceAccount.findMany()).toMatchObject([{ username: 'ci-deploy-bot' }]);
    expect(await db.serviceAccount.count({ where: aurora })).toBe(1);
    const [team] = await db.team.findMany({
      where: aurora,
      orderBy: { id: 'asc' },
      include: { members: { include: { role: true } } },
    });
    expect([team?.name, team?.members.map(({ role }) => role.name).sort()]).toEqual([
      'Platform',
      ['Manager', 'Teacher'],
    ]);
    expect(await db.integration.findMany({ include: { membership: { include: { user: true } } } })).toMatchObject([
      { type: 'Confluence', membership: { user: { displayName: 'Sasha Patel' } } },
    ]);
    expect(
      await db.project.findMany({
        where: { ...aurora, visibility: 'Private' },
        include: { artifacts: true, members: true, pins: true },
      }),
    ).toMatchObject([
      {
        name: 'Customer Insights',
        goal: 'Summarize weekly support trends.',
        visibility: 'Private',
        defaultMemberRole: 'Editor',
        artifacts: [
          { name: 'Q1 Support Summary', type: 'Document', source: 'User', state: 'Ready', ingestStatus: 'Done' },
        ],
        members: [{ role: 'Owner' }, { role: 'Editor' }],
        pins: [{}],
      },
    ]);
  });

  it('lets Sasha’s key write as the lines of the app document do, and leaves the demo as it was', async () => {
    const withKey = anonymous.withToken(demo.apiKey).inOrganization('auroralabs');
    const users = '/api/v1/app/user';
    const [sasha, alice] = (await withKey.get(users)).body.data;
    const put = await withKey.put(`${users}/${sasha.id}`, { name: 'Sasha Patel', role: 'AppAdmin' });
    expect({ status: put.status, body: put.body }).toEqual({ status: 200, body: sasha });
    for (const [action, state] of [
      ['deactivate', 'Inactive'],
      ['activate', 'Active'],
    ]) {
      const { status, body } = await withKey.post(`${users}/${alice.id}/${action}`);
      expect({ status, body }).toEqual({ status: 200, body: { id: alice.id, state } });
    }
    const user_info = { email: sasha.email, name: sasha.name, given_name: 'Sasha', family_name: 'Patel' };
    const body = { account_id: sasha.account_id, role: 'AppMember', user_info };
    expect((await withKey.post(users, body)).body.code).toBe('account_already_linked');
    const { account_id: _, ...another } = body;
    expect((await withKey.post(users, another)).body.code).toBe('email_taken');
    expect((await withKey.get(users)).body.data.slice(0, 2)).toEqual([sasha, alice]);
  });

  it('is made once: a later start keeps it, and brings the address in demo.json up to date', async () => {
    const people = await db.user.count();
    await stopApps();
    const later = await startApp();
    expect(await later.db.user.count()).toBe(people);
    expect(readDemo()).toEqual({ ...demo, baseUrl: later.config.publicUrl });
    expect(later.config.publicUrl).not.toBe(demo.baseUrl);
    expect(later.welcome).toContain(`kept in ${demoFile()}`);
    expect(later.welcome).not.toContain(demo.password);
    expect(later.welcome).not.toContain(demo.apiKey);
  });
});

describe('The demo is made', () => {
  beforeEach(async () => {
    database = await createTestDatabase();
  });

  afterEach(async () => {
    await stopApps();
    await database.remove();
  });

  it('never in production', async () => {
    const secrets = { JWT_SECRET: randomBytes(32).toString('hex'), ENCRYPTION_KEY: randomBytes(32).toString('base64') };
    const { db, welcome } = await startApp({ NODE_ENV: 'production', DEMO: '', ...secrets });
    expect(welcome).toBe('');
    expect(await db.user.count()).toBe(0);
    expect(existsSync(demoFile())).toBe(false);
  });

  it('never when it is not wanted, and never where there are users already', async () => {
    const { prisma, db } = await startApp({ DEMO: 'false' });
    expect(await db.user.count()).toBe(0);
    await new Factory(() => prisma).person();
    await stopApps();
    const again = await startApp();
    expect(await again.db.user.count()).toBe(1);
    expect(await again.db.organization.count()).toBe(0);
    expect(existsSync(demoFile())).toBe(false);
    expect(again.welcome.trim().split('\n')).toEqual([
      'Atrium is ready.',
      `  Console      ${again.config.publicUrl}/console/`,
      `  Swagger UI   ${again.config.publicUrl}/docs`,
    ]);
  });

  if (process.env.TEST_DATABASE_URL) {
    it('once by several instances that start at once', async () => {
      const ENCRYPTION_KEY = randomBytes(32).toString('base64');
      const dataDirs = [1, 2, 3].map((i) => join(database.dataDir, String(i)));
      const starts = await Promise.all(dataDirs.map((DATA_DIR) => startApp({ DATA_DIR, ENCRYPTION_KEY })));
      expect(starts.map(({ welcome }) => welcome.includes('Password')).sort()).toEqual([false, false, true]);
      expect(await starts[0]?.db.user.count()).toBe(60);
      expect(await starts[0]?.db.apiKey.count()).toBe(1);
      const kept = [1, 2, 3].filter((i) => existsSync(join(database.dataDir, String(i), 'demo.json')));
      expect(kept).toHaveLength(1);
    });
  }
});
