import { AtriumProblem, createAtrium } from '@atrium/client';
import { SessionToken } from '../../src/access/session-token.js';
import { TestApp } from '../support/app/app.js';
import { type Organization, PASSWORD, type Person } from '../support/data/factory.js';

let app: TestApp;
let sasha: Person;
let aurora: Organization;
let token: string;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  sasha = await app.factory.person();
  aurora = await app.factory.organization();
  await app.factory.membership(sasha, aurora, { appRole: 'AppAdmin', role: 'OrganizationAdmin', isPrimary: true });
  token = app.nest.get(SessionToken).sign(await app.factory.login(sasha));
});

afterAll(() => app.stop());

/** The problem with which the call is refused. */
async function refusal(call: Promise<unknown>): Promise<AtriumProblem> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AtriumProblem)) {
    throw new Error('The call is not refused', { cause: error });
  }
  return error;
}

describe('A call', () => {
  it('resolves with the content of the answer', async () => {
    const atrium = createAtrium({ baseUrl: app.baseUrl, token });
    const { id, email } = await atrium.get('/api/v1/user');
    expect({ id, email }).toEqual(sasha);
  });

  it('resolves with undefined when the answer has no content', async () => {
    const atrium = createAtrium({ baseUrl: app.baseUrl, token });
    await expect(atrium.post('/api/v1/auth/logout')).resolves.toBeUndefined();
    expect(await refusal(atrium.get('/api/v1/user'))).toMatchObject({ status: 401, code: 'unauthenticated' });
  });

  it('sends a body as JSON, and needs no credential for a public operation', async () => {
    const atrium = createAtrium({ baseUrl: `${app.baseUrl}/` });
    const result = await atrium.post('/api/v1/auth/login', { body: { email: sasha.email, password: PASSWORD } });
    expect(result).toMatchObject({ status: 'authenticated', userId: sasha.id });
  });

  it('sends an API key', async () => {
    const { id: serviceAccountId } = await app.factory.serviceAccount(aurora);
    const apiKey = await app.factory.apiKey({ serviceAccountId });
    const atrium = createAtrium({ baseUrl: app.baseUrl, apiKey: () => apiKey, organization: aurora.slug });
    expect(await atrium.app.users.list().toArray()).toHaveLength(1);
  });

  it('throws the problem of a refusal', async () => {
    const atrium = createAtrium({ baseUrl: app.baseUrl, token, language: () => 'de' });
    const problem = await refusal(atrium.patch('/api/v1/user', { body: { displayName: '' } }));
    expect(problem).toMatchObject({
      name: 'AtriumProblem',
      status: 400,
      code: 'validation_failed',
      errors: [{ pointer: '/displayName' }],
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
    });
    expect(problem.message).toBe(problem.detail);
    expect(problem.detail).not.toBe('');
  });

  it('throws a problem for an answer that is none of Atrium’s', async () => {
    const fetch = () =>
      Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'retry-after': '3' } }));
    const problem = await refusal(createAtrium({ baseUrl: app.baseUrl, fetch }).get('/health/live'));
    expect(problem).toMatchObject({ status: 502, code: 'unreadable_answer', errors: [], retryAfterSeconds: 3 });
  });

  it('names the organization where it is not in the path', async () => {
    const other = await app.factory.organization();
    await app.factory.membership(sasha, other);
    const atrium = createAtrium({ baseUrl: app.baseUrl, token, organization: () => Promise.resolve(other.slug) });
    const { org_id: id } = await atrium.get('/api/v1/app/me');
    expect(id).toBe(`org_${other.id.replaceAll('-', '')}`);
    const named = await atrium.get('/api/v1/app/me', { params: { header: { 'x-org': aurora.slug } } });
    expect(named.org_id).toBe(`org_${aurora.id.replaceAll('-', '')}`);
  });

  it('ends when its signal does', async () => {
    const atrium = createAtrium({ baseUrl: app.baseUrl, token });
    const reason = new Error('The page was left');
    await expect(atrium.get('/api/v1/user', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('A list', () => {
  it('is read by number in the app contract', async () => {
    for (let i = 0; i < 4; i += 1) {
      await app.factory.membership(await app.factory.person(), aurora);
    }
    const atrium = createAtrium({ baseUrl: app.baseUrl, token, organization: aurora.slug });
    const list = atrium.app.users.list({ page_size: 2, state: ['Active', 'Inactive'] });
    const lengths: number[] = [];
    for await (const page of list.pages()) {
      lengths.push(page.data.length);
    }
    expect(lengths).toEqual([2, 2, 1]);
    const addresses = new Set<string>();
    for await (const { email } of list) {
      addresses.add(email);
    }
    expect(addresses.size).toBe(5);
  });

  it('is read by marker in the account and the directory contract', async () => {
    for (let i = 0; i < 4; i += 1) {
      await app.factory.membership(await app.factory.person(), aurora);
    }
    const atrium = createAtrium({ baseUrl: app.baseUrl, token, organization: aurora.slug });
    const members = await atrium.account.members.list({ limit: 2 }).toArray();
    expect(new Set(members.map(({ id }) => id)).size).toBe(5);
    expect(await atrium.account.members.list({ slug: aurora.slug }).toArray()).toEqual(members);
    const users = await atrium.directory.users.list({ limit: 3 }).toArray();
    expect(new Set(users.map(({ email }) => email)).size).toBe(5);
  });

  it('is read at once in the context contract, and where a list has no pages', async () => {
    const atrium = createAtrium({ baseUrl: app.baseUrl, token, organization: aurora.slug });
    expect(await atrium.context.organizations.list().toArray()).toHaveLength(1);
    expect(await atrium.app.integrations.list().toArray()).toEqual([]);
    expect(await atrium.account.organizations.list().toArray()).toHaveLength(1);
    expect(await atrium.lists('/api/v1/org/teams').list().toArray()).toEqual([]);
  });

  it('throws the problem of a page', async () => {
    const atrium = createAtrium({ baseUrl: app.baseUrl, token, organization: 'no-such-organization' });
    expect(await refusal(atrium.account.members.list().toArray())).toMatchObject({ status: 404 });
  });
});
