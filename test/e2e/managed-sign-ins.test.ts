import { TestApp } from '../support/app/app.js';
import { ROOT_KEY } from '../support/app/running-app.js';
import { PASSWORD, type Organization, type Person } from '../support/data/factory.js';
import { enrol } from '../support/second-factors/authenticator-app.js';

const LOGIN = '/api/v1/auth/login';

let app: TestApp;
let aurora: Organization;
/** The organization manages her account. */
let alice: Person;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  aurora = await app.factory.organization();
  alice = await app.factory.person({ managedById: aurora.id, displayName: 'Alice' });
  await app.factory.membership(alice, aurora, { isPrimary: true });
});

afterAll(() => app.stop());

const logIn = (person: Person, password = PASSWORD) => app.anonymous.post(LOGIN, { email: person.email, password });

interface Entry {
  readonly action: string;
  readonly actor: { kind: string; id: string | null; displayName?: string };
  readonly target: { kind: string; id: string };
  readonly changes: object;
  readonly remoteIp: string | null;
}

/** The events of sign-ins that the organization's log has, oldest first. */
async function logged({ slug }: Organization = aurora): Promise<Entry[]> {
  const { body } = await app.anonymous.withToken(ROOT_KEY).get(`/api/v1/orgs/${slug}/audit`);
  const items = body.items as Entry[];
  return items.filter(({ action }) => ['session.opened', 'authentication.failed'].includes(action)).reverse();
}

const failuresOf = ({ id: targetId }: Person): Promise<number> =>
  app.prisma.db.auditEvent.count({ where: { action: 'authentication.failed', targetId } });

describe('The audit log of an organization', () => {
  it('has each sign-in of an account that it manages', async () => {
    const sessions = [(await logIn(alice)).body.sessionId, (await logIn(alice)).body.sessionId];
    expect(await logged()).toEqual(
      sessions.map((id) =>
        expect.objectContaining({
          action: 'session.opened',
          actor: { kind: 'user', id: alice.id, displayName: 'Alice' },
          target: { kind: 'session', id },
          changes: { amr: ['pwd'] },
          remoteIp: '127.0.0.1',
        }),
      ),
    );
  });

  it('has the first failure of a kind in an hour, and the account’s own data have each', async () => {
    for (let count = 0; count < 3; count++) {
      expect((await logIn(alice, 'wrong password')).status).toBe(401);
    }
    const { phone } = await enrol(await app.steppedUp(alice));
    const { mfaToken } = (await logIn(alice)).body;
    const code = await phone.wrongCode();
    for (let count = 0; count < 2; count++) {
      expect((await app.anonymous.post(`${LOGIN}/mfa`, { mfaToken, method: 'totp', code })).status).toBe(401);
    }
    const failure = { action: 'authentication.failed', target: { kind: 'user', id: alice.id } };
    expect(await logged()).toEqual(
      ['password', 'second_factor'].map((door) => expect.objectContaining({ ...failure, changes: { door } })),
    );
    expect(await failuresOf(alice)).toBe(5);
  });

  it('has one failure of many at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => logIn(alice, 'wrong password')));
    expect(await logged()).toHaveLength(1);
    expect(await failuresOf(alice)).toBe(8);
  });

  it('has no sign-in of an account that it does not manage', async () => {
    const elsewhere = await app.factory.organization();
    const guest = await app.factory.person();
    const managed = await app.factory.person({ managedById: elsewhere.id });
    for (const person of [guest, managed]) {
      await app.factory.membership(person, aurora, { isPrimary: true, role: 'OrganizationAdmin' });
      expect((await logIn(person)).status).toBe(200);
      expect((await logIn(person, 'wrong password')).status).toBe(401);
    }
    expect(await logged()).toEqual([]);
    expect(await logged(elsewhere)).toHaveLength(2);
  });

  it('has no sign-in after the account was released', async () => {
    await app.prisma.db.user.update({ where: { id: alice.id }, data: { managedById: null } });
    await logIn(alice);
    await logIn(alice, 'wrong password');
    expect(await logged()).toEqual([]);
    expect(await failuresOf(alice)).toBe(1);
  });
});
