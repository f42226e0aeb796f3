import { newId } from '../../src/core/ids/ids.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { expectProblem } from '../support/expectations/problem.js';

const LOGIN = '/api/v1/auth/login';
const NEW_PASSWORD = 'another horse battery staple';

let app: TestApp;
let sasha: Person;
let asSasha: Client;
let anonymous: Client;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  sasha = await app.factory.person();
  const aurora = await app.factory.organization();
  await app.factory.membership(sasha, aurora, { isPrimary: true });
  asSasha = await app.signedIn(sasha);
  anonymous = app.anonymous;
});

afterAll(() => app.stop());

/** The refusals of other files' routes are there; here is one of each that the catalogue promises to all. */
describe('The problem', () => {
  it('invalid_token is of a one-time token that is unknown', async () => {
    const token = 'a'.repeat(43);
    expectProblem(await anonymous.post('/api/v1/auth/email/verify', { token }), 400, 'invalid_token');
    const reset = await anonymous.post('/api/v1/auth/password/reset', { token, newPassword: NEW_PASSWORD });
    expectProblem(reset, 400, 'invalid_token');
  });

  it('current_password_wrong is of a change of the password', async () => {
    const change = { currentPassword: 'not this one', newPassword: NEW_PASSWORD };
    expectProblem(await asSasha.patch('/api/v1/users/me/password', change), 400, 'current_password_wrong');
    expectProblem(await asSasha.post(`/api/v1/org/users/${sasha.id}/password`, change), 400, 'current_password_wrong');
  });

  it('invalid_marker is of a list that did not give it out', async () => {
    const asAdmin = await organizationAdmin();
    for (const marker of ['x', newId(), 'a'.repeat(500), '%00', '']) {
      const path = `/api/v1/org/service-accounts?marker=${encodeURIComponent(marker)}`;
      expectProblem(await asAdmin.get(path), 400, 'invalid_marker', { instance: '/api/v1/org/service-accounts' });
    }
  });

  it('invalid_credentials is the same for a wrong password and for an unknown address', async () => {
    const wrong = await anonymous.post(LOGIN, { email: sasha.email, password: 'not this one' });
    const unknown = await anonymous.post(LOGIN, { email: 'nobody@example.com', password: PASSWORD });
    expectProblem(wrong, 401, 'invalid_credentials', { instance: LOGIN });
    expectProblem(unknown, 401, 'invalid_credentials', { instance: LOGIN });
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect(Object.keys(wrong.headers).sort()).toEqual(Object.keys(unknown.headers).sort());
  });

  it('step_up_required says how old the confirmation may be, and what it can be made with', async () => {
    const response = await asSasha.post('/api/v1/api-keys', { name: 'Key' });
    expectProblem(response, 401, 'step_up_required', { methods: ['password'] });
    expect(response.headers['www-authenticate']).toBe('Bearer error="insufficient_user_authentication", max_age="600"');
  });

  it('insufficient_role is of a member without the role', async () => {
    expectProblem(await asSasha.get('/api/v1/org/service-accounts'), 403, 'insufficient_role');
    const asNobody = await app.signedIn(await app.factory.person());
    expectProblem(await asNobody.get('/api/v1/org/service-accounts'), 400, 'organization_required');
    expect((await (await organizationAdmin()).get('/api/v1/org/service-accounts')).status).toBe(200);
  });

  it('too_many_requests comes with the time to wait', async () => {
    const body = { email: sasha.email, password: 'not this one' };
    for (let i = 0; i < 10; i++) {
      expectProblem(await anonymous.post(LOGIN, body), 401, 'invalid_credentials');
    }
    const response = await anonymous.post(LOGIN, { ...body, password: PASSWORD });
    expectProblem(response, 429, 'too_many_requests', { instance: LOGIN });
    expect(response.headers['retry-after']).toMatch(/^\d+$/);
    const seconds = Number(response.headers['retry-after']);
    expect(seconds).toBeGreaterThan(14 * 60);
    expect(seconds).toBeLessThanOrEqual(15 * 60);
  });

  async function organizationAdmin(): Promise<Client> {
    const admin = await app.factory.person();
    const organization = await app.factory.organization();
    await app.factory.membership(admin, organization, { isPrimary: true, role: 'OrganizationAdmin' });
    return app.signedIn(admin);
  }
});

describe('A login that another site makes', () => {
  it('is refused when it carries the cookie of a session, and says so in the document', async () => {
    const fromElsewhere = anonymous.with('cookie', `session=${asSasha.token}`).with('sec-fetch-site', 'cross-site');
    const response = await fromElsewhere.post(LOGIN, { email: sasha.email, password: PASSWORD });
    expectProblem(response, 403, 'cross_site_request', { instance: LOGIN });
  });
});
