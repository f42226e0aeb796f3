import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { expectProblem } from '../support/expectations/problem.js';

/** Names that every object inherits. They are keys like all others. */
const INHERITED = ['toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', 'toLocaleString', '__defineGetter__'];

const LOGIN = '/api/v1/auth/login';
const ORGANIZATION = '/api/v1/orgs/auroralabs';

let app: TestApp;
let administrator: Client;

beforeAll(async () => {
  app = await TestApp.start();
  const sasha = await app.factory.person();
  const aurora = await app.factory.organization({ slug: 'auroralabs' });
  await app.factory.membership(sasha, aurora, { isPrimary: true, role: 'OrganizationAdmin', appRole: 'AppAdmin' });
  administrator = (await app.steppedUp(sasha)).inOrganization('auroralabs');
});

afterAll(() => app.stop());

const refused = (key: string) => ({
  errors: expect.arrayContaining([expect.objectContaining({ pointer: `/${key}`, code: 'unknown_key' })]),
});

describe.each(INHERITED)('A key named %s', (key) => {
  const withKey = (value: unknown) => Object.fromEntries([[key, value]]);

  it.each(['text', [1], { [key]: true }])(
    'is kept in settings with the value %j, until it is removed',
    async (value) => {
      const saved = await administrator.patch(ORGANIZATION, { settings: withKey(value) });
      expect(saved.body.settings).toEqual(withKey(value));
      expect((await administrator.get(ORGANIZATION)).body.settings).toEqual(withKey(value));
      expect((await administrator.patch(ORGANIZATION, { settings: withKey(null) })).body.settings).toEqual({});
    },
  );

  it.each([1, null, [1], {}])('is refused with the value %j in a body that has no such field', async (value) => {
    expectProblem(await app.anonymous.post(LOGIN, withKey(value)), 400, 'validation_failed', refused(key));
  });

  it('is refused in a query that has no such field', async () => {
    const answer = await administrator.get(`${ORGANIZATION}/members?${key}=1`);
    expectProblem(answer, 400, 'validation_failed', refused(key));
  });
});
