import { newId } from '../../src/core/ids/ids.js';
import { toPrefixedId } from '../../src/core/ids/prefixed-id.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import type { Organization, Person } from '../support/data/factory.js';
import { expectProblem } from '../support/expectations/problem.js';

const ME = '/api/v1/auth/me';

let app: TestApp;
let sasha: Person;
let aurora: Organization;
let praxia: Organization;
let inAurora: string;
let inPraxia: string;
let asSasha: Client;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  sasha = await app.factory.person();
  aurora = await app.factory.organization();
  praxia = await app.factory.organization();
  inAurora = (await app.factory.membership(sasha, aurora, { isPrimary: true, role: 'OrganizationAdmin' })).id;
  inPraxia = (await app.factory.membership(sasha, praxia, { role: 'Coach' })).id;
  asSasha = await app.signedIn(sasha);
});

afterAll(() => app.stop());

function update(membershipId: string, data: object): Promise<unknown> {
  return app.prisma.db.membership.update({ where: { id: membershipId }, data });
}

async function organizationOf(client: Client): Promise<string | null> {
  const { status, body } = await client.get(ME);
  expect(status).toBe(200);
  return body.organization?.slug ?? null;
}

describe('The organization of a session’s request', () => {
  it('is the active one when none is named', async () => {
    expect(await organizationOf(asSasha)).toBe(aurora.slug);
  });

  it('is the one that x-org names, by slug, id or former slug', async () => {
    const former = `former-${praxia.slug}`;
    await app.prisma.db.organizationSlug.create({ data: { slug: former, organizationId: praxia.id } });
    const ids = [praxia.id, praxia.id.toUpperCase(), toPrefixedId('org', praxia.id)];
    for (const name of [praxia.slug, ` ${praxia.slug} `, former, ...ids]) {
      expect(await organizationOf(asSasha.inOrganization(name))).toBe(praxia.slug);
    }
    expect(await organizationOf(asSasha)).toBe(aurora.slug);
  });

  it.each(['', ' ', '\t'])('is never the active one when x-org is there but empty: %j', async (name) => {
    for (const path of [ME, '/api/v1/user', '/api/v1/app/me', `/api/v1/org/users`]) {
      expectProblem(await asSasha.inOrganization(name).get(path), 400, 'organization_required', { instance: path });
    }
    const { status } = await app.anonymous.inOrganization(name).get(ME);
    expect(status).toBe(401);
  });

  it('is none for a user without memberships', async () => {
    expect(await organizationOf(await app.signedIn(await app.factory.person()))).toBeNull();
  });

  it('is never a foreign one, which answers exactly like one that does not exist', async () => {
    const foreign = await app.factory.organization();
    const ids = [foreign.id, newId(), toPrefixedId('org', foreign.id), toPrefixedId('org', newId())];
    const names = [
      ...ids,
      foreign.slug,
      'nowhere',
      toPrefixedId('user', praxia.id),
      'no slug at all!',
      '%00',
      "' OR 1=1 --",
    ];
    for (const path of [ME, '/api/v1/app/me', '/api/v1/app/user']) {
      const answers = await Promise.all(names.map((name) => asSasha.inOrganization(name).get(path)));
      for (const answer of answers) {
        expectProblem(answer, 403, 'not_a_member', { instance: path });
        expect({ ...answer.body, requestId: '' }).toEqual({ ...answers[0]?.body, requestId: '' });
      }
    }
  });

  it('may not be one where the membership is inactive', async () => {
    await update(inPraxia, { state: 'Inactive' });
    for (const name of [praxia.slug, praxia.id]) {
      expectProblem(await asSasha.inOrganization(name).get(ME), 403, 'membership_inactive');
      expectProblem(await asSasha.inOrganization(name).get('/api/v1/app/me'), 403, 'membership_inactive');
      expectProblem(await asSasha.inOrganization(name).get('/api/v1/app/user'), 403, 'membership_inactive');
    }
  });

  it('is none when the membership of the active one is inactive and none is named', async () => {
    await update(inAurora, { state: 'Inactive' });
    expect(await organizationOf(asSasha)).toBeNull();
    expect((await asSasha.get('/api/me/current-organization')).body).toEqual({ data: null });
    expect(await organizationOf(asSasha.inOrganization(praxia.slug))).toBe(praxia.slug);
  });

  it('is none after the membership of the active one was removed', async () => {
    await app.prisma.db.membership.delete({ where: { id: inAurora } });
    expect(await organizationOf(asSasha)).toBeNull();
    expectProblem(await asSasha.inOrganization(aurora.slug).get(ME), 403, 'not_a_member');
  });

  it.each(['/api/v1/app/me', '/api/v1/app/user', `/api/v1/app/user/${newId()}`])(
    'must be named in the app contract: GET %s',
    async (path) => {
      expectProblem(await asSasha.get(path), 400, 'organization_required', { instance: path });
      expectProblem(await asSasha.inOrganization('  ').get(path), 400, 'organization_required', { instance: path });
    },
  );
});

describe('A change of a membership', () => {
  it('of its roles acts on the very next request, of sessions and of keys', async () => {
    const withKey = app.anonymous.withToken(await app.factory.apiKey({ membershipId: inAurora }));
    const roles = async (client: Client): Promise<unknown> => {
      const { role, appRole } = (await client.get(ME)).body.organization;
      return { role, appRole };
    };
    for (const client of [asSasha, withKey]) {
      await update(inAurora, { appRole: 'AppMember', roleId: await app.factory.roleId('OrganizationAdmin') });
      expect(await roles(client)).toEqual({ role: 'OrganizationAdmin', appRole: 'AppMember' });
      await update(inAurora, { appRole: 'AppAdmin', roleId: await app.factory.roleId('Teacher') });
      expect(await roles(client)).toEqual({ role: 'Teacher', appRole: 'AppAdmin' });
    }
  });

  it('of its state acts on the very next request', async () => {
    const inOrganization = asSasha.inOrganization(aurora.slug);
    expect((await inOrganization.get('/api/v1/app/me')).body.state).toBe('Active');
    await update(inAurora, { state: 'Inactive' });
    expectProblem(await inOrganization.get('/api/v1/app/me'), 403, 'membership_inactive');
    await update(inAurora, { state: 'Active' });
    expect((await inOrganization.get('/api/v1/app/me')).body.state).toBe('Active');
  });
});

describe('A state-changing request', () => {
  let withCookie: Client;

  beforeEach(() => {
    withCookie = app.anonymous.with('cookie', `session=${asSasha.token}`);
  });

  function change(client: Client): ReturnType<Client['post']> {
    return client.post('/api/me/switch-organization', { organizationId: praxia.id });
  }

  async function expectRefused(client: Client): Promise<void> {
    expectProblem(await change(client), 403, 'cross_site_request', { instance: '/api/me/switch-organization' });
    expect(await organizationOf(asSasha)).toBe(aurora.slug);
  }

  async function expectDone(client: Client): Promise<void> {
    expect((await change(client)).body).toEqual({ data: { currentOrganizationId: praxia.id, role: 'Coach' } });
  }

  it('with the cookie is refused when Sec-Fetch-Site says it comes from another site', async () => {
    await expectRefused(withCookie.with('sec-fetch-site', 'cross-site'));
    await expectRefused(withCookie.with('sec-fetch-site', 'cross-site').with('origin', app.baseUrl));
  });

  it.each(['https://evil.example', 'http://localhost', 'http://127.0.0.1:1', 'null', 'nonsense', 'file://'])(
    'with the cookie is refused from the origin %s',
    async (origin) => {
      await expectRefused(withCookie.with('origin', origin));
    },
  );

  it('with the cookie is refused even when a good token comes along', async () => {
    await expectRefused(withCookie.withToken(asSasha.token).with('sec-fetch-site', 'cross-site'));
  });

  it('with the cookie is refused from a neighbour of the same site, unless its origin is trusted', async () => {
    const neighbour = withCookie.with('sec-fetch-site', 'same-site');
    await expectRefused(neighbour.with('origin', 'https://other.example.com'));
    await expectRefused(neighbour);
    await expectDone(neighbour.with('origin', app.config.publicUrl));
  });

  it('with the cookie is refused from a foreign origin, whatever Sec-Fetch-Site and Host say', async () => {
    const evil = withCookie.with('origin', 'https://evil.example').with('host', 'evil.example');
    await expectRefused(evil);
    for (const site of ['same-origin', 'same-site', 'none']) {
      await expectRefused(evil.with('sec-fetch-site', site));
    }
    await expectRefused(withCookie.with('origin', app.baseUrl));
  });

  it.each(['same-origin', 'none'])('with the cookie passes with Sec-Fetch-Site: %s', async (site) => {
    await expectDone(withCookie.with('sec-fetch-site', site));
  });

  it('with the cookie passes from the service’s own origin', async () => {
    await expectDone(withCookie.with('origin', app.config.publicUrl));
  });

  it('with the cookie passes from a client that is no browser', async () => {
    await expectDone(withCookie);
  });

  it('with the token in the Authorization header alone passes from anywhere', async () => {
    await expectDone(asSasha.with('sec-fetch-site', 'cross-site').with('origin', 'https://evil.example'));
    await expectDone(asSasha.with('origin', 'null'));
  });

  it('is what is refused: reading passes from anywhere', async () => {
    const { status } = await withCookie
      .with('sec-fetch-site', 'cross-site')
      .with('origin', 'https://evil.example')
      .get(ME);
    expect(status).toBe(200);
  });

  it('is refused before anyone looks whether the cookie is good', async () => {
    const withBadCookie = app.anonymous.with('cookie', 'session=wrong').with('sec-fetch-site', 'cross-site');
    expectProblem(await change(withBadCookie), 403, 'cross_site_request');
    const withOtherCookie = app.anonymous.with('cookie', 'theme=dark').with('sec-fetch-site', 'cross-site');
    expectProblem(await change(withOtherCookie), 401, 'unauthenticated');
  });
});

describe('A session opened with a temporary password', () => {
  beforeEach(async () => {
    await app.prisma.db.user.update({ where: { id: sasha.id }, data: { passwordChangeRequired: true } });
  });

  it.each([
    ME,
    '/api/v1/user',
    '/api/v1/me',
    '/api/v1/me/logins',
    '/api/v1/me/trusted-devices',
    '/api/v1/app/me',
    '/api/me',
    '/api/users/me',
  ])('can read the own identity: GET %s', async (path) => {
    expect((await asSasha.inOrganization(aurora.slug).get(path)).status).toBe(200);
  });

  it.each(['/api/v1/orgs/my', '/api/v1/app/user', '/api/v1/app/user/x', '/api/v1/auth/passkeys', '/api/v1/api-keys'])(
    'may not go on: GET %s',
    async (path) => {
      const response = await asSasha.inOrganization(aurora.slug).get(path);
      expectProblem(response, 403, 'password_change_required', { instance: path });
    },
  );

  it('may not switch the organization', async () => {
    const response = await asSasha.post('/api/me/switch-organization', { organizationId: praxia.id });
    expectProblem(response, 403, 'password_change_required');
    expect(await organizationOf(asSasha)).toBe(aurora.slug);
  });

  it('may log out', async () => {
    expect((await asSasha.post('/api/v1/auth/logout')).status).toBe(204);
    expectProblem(await asSasha.get(ME), 401, 'unauthenticated');
  });

  it('may go on once the password is changed', async () => {
    expectProblem(await asSasha.get('/api/v1/orgs/my'), 403, 'password_change_required');
    await app.prisma.db.user.update({ where: { id: sasha.id }, data: { passwordChangeRequired: false } });
    expect((await asSasha.get('/api/v1/orgs/my')).status).toBe(200);
  });
});
