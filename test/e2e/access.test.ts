import jwt, { type SignOptions } from 'jsonwebtoken';
import { newId } from '../../src/core/ids/ids.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import type { Person } from '../support/data/factory.js';
import { expectProblem } from '../support/expectations/problem.js';

const ME = '/api/v1/auth/me';
const MINUTE = 60_000;

let app: TestApp;
let sasha: Person;
let asSasha: Client;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  sasha = await app.factory.person();
  asSasha = await app.signedIn(sasha);
});

afterAll(() => app.stop());

async function expectUnauthenticated(client: Client): Promise<void> {
  const response = await client.get(ME);
  expectProblem(response, 401, 'unauthenticated', { instance: ME });
  expect(response.headers['www-authenticate']).toBe('Bearer');
}

async function expectSasha(client: Client): Promise<void> {
  const { status, body } = await client.get(ME);
  expect({ status, email: body.user?.email }).toEqual({ status: 200, email: sasha.email });
}

function sessionIdOf(client: Client): string {
  return (jwt.decode(client.token) as { sid: string }).sid;
}

describe('A session token', () => {
  it.each([
    ['after the word Bearer', 'Bearer TOKEN'],
    ['after bearer in small letters', 'bearer TOKEN'],
    ['after BEARER in capitals', 'BEARER TOKEN'],
    ['after bEaReR in both and several spaces', 'bEaReR   TOKEN'],
    ['without the word Bearer', 'TOKEN'],
  ])('is taken from the Authorization header %s', async (_, header) => {
    await expectSasha(app.anonymous.with('authorization', header.replace('TOKEN', asSasha.token)));
  });

  it('is taken from the cookie when there is no Authorization header', async () => {
    await expectSasha(app.anonymous.with('cookie', `session=${asSasha.token}`));
    await expectSasha(app.anonymous.with('cookie', `theme=dark; session=${asSasha.token}; lang=en`));
  });

  it('in the cookie never replaces a bad Authorization header', async () => {
    const withCookie = app.anonymous.with('cookie', `session=${asSasha.token}`);
    await expectUnauthenticated(withCookie.withToken('wrong'));
    await expectUnauthenticated(withCookie.with('authorization', 'Bearer'));
    await expectUnauthenticated(withCookie.with('authorization', 'Basic c2FzaGE6c2VjcmV0'));
  });

  it('in the Authorization header decides, whatever the cookie says', async () => {
    const other = await app.signedIn(await app.factory.person());
    await expectSasha(asSasha.with('cookie', `session=${other.token}`));
    await expectSasha(asSasha.with('cookie', 'session=wrong'));
  });

  it('is needed', async () => {
    await expectUnauthenticated(app.anonymous);
    await expectUnauthenticated(app.anonymous.with('cookie', 'session='));
    await expectUnauthenticated(app.anonymous.with('cookie', `__Host-session=${asSasha.token}`));
  });
});

describe('A token that was not issued for a living session', () => {
  /** Signs the claims of Sasha's good token anew, some of them changed; `undefined` leaves one out. */
  function forged(claims: Record<string, unknown>, options: SignOptions = {}, secret?: string): Client {
    const { secrets } = app.config;
    const payload = { ...(jwt.decode(asSasha.token) as object), ...claims };
    return app.anonymous.withToken(
      jwt.sign(JSON.parse(JSON.stringify(payload)), secret ?? secrets.jwtSecrets[0], options),
    );
  }

  it('is told from a good one, which these tests could make', async () => {
    await expectSasha(forged({}));
  });

  it('is refused with the algorithm none', async () => {
    await expectUnauthenticated(forged({}, { algorithm: 'none' }, ''));
    const [, payload = ''] = asSasha.token.split('.');
    const header = Buffer.from('{"alg":"None","typ":"JWT"}').toString('base64url');
    await expectUnauthenticated(app.anonymous.withToken(`${header}.${payload}.`));
  });

  it.each(['HS384', 'HS512'] as const)('is refused with the algorithm %s and the right secret', async (algorithm) => {
    await expectUnauthenticated(forged({}, { algorithm }));
  });

  it('is refused when another secret signed it', async () => {
    await expectUnauthenticated(forged({}, {}, 'another secret of more than 32 characters'));
  });

  it('is refused when its payload was changed after it was signed', async () => {
    const [header = '', , signature = ''] = asSasha.token.split('.');
    const payload = Buffer.from(JSON.stringify({ ...(jwt.decode(asSasha.token) as object), exp: 9_999_999_999 }));
    await expectUnauthenticated(app.anonymous.withToken([header, payload.toString('base64url'), signature].join('.')));
  });

  it('is refused from another issuer, or none', async () => {
    await expectUnauthenticated(forged({ iss: 'somebody else' }));
    await expectUnauthenticated(forged({ iss: undefined }));
  });

  it('is refused once it has expired, though its session lives', async () => {
    await expectUnauthenticated(forged({ exp: Math.floor(Date.now() / 1000) - 1 }));
  });

  it('is refused before its time', async () => {
    await expectUnauthenticated(forged({ nbf: Math.floor(Date.now() / 1000) + 3600 }));
  });

  it.each(['sid', 'jti'])('is refused without %s, and with one that is no id', async (claim) => {
    await expectUnauthenticated(forged({ [claim]: undefined }));
    await expectUnauthenticated(forged({ [claim]: "' OR 1=1 --" }));
    await expectUnauthenticated(forged({ [claim]: { id: 1 } }));
  });

  it('is refused when it names a session that does not exist', async () => {
    await expectUnauthenticated(forged({ sid: newId() }));
  });

  it.each(['x', 'a.b.c', '..', 'null', 'undefined'])('is refused as %j', async (text) => {
    await expectUnauthenticated(app.anonymous.withToken(text));
  });

  it('is refused however long it is', async () => {
    await expectUnauthenticated(app.anonymous.withToken('a'.repeat(10_000)));
  });
});

describe('A session ends', () => {
  function change(data: { expiresAt?: Date; lastUsedAt?: Date; tokenId?: string }): Promise<unknown> {
    return app.prisma.db.session.update({ where: { id: sessionIdOf(asSasha) }, data });
  }

  it('at its absolute limit, however much it is used', async () => {
    await change({ expiresAt: new Date(Date.now() + MINUTE) });
    await expectSasha(asSasha);
    await change({ expiresAt: new Date(Date.now() - 1) });
    await expectUnauthenticated(asSasha);
  });

  it('at its idle limit', async () => {
    const idle = app.config.session.idle * 1000;
    await change({ lastUsedAt: new Date(Date.now() - idle + MINUTE) });
    await expectSasha(asSasha);
    await change({ lastUsedAt: new Date(Date.now() - idle - 1) });
    await expectUnauthenticated(asSasha);
  });

  it('for a token whose id was replaced', async () => {
    await change({ tokenId: newId() });
    await expectUnauthenticated(asSasha);
  });

  it('with the logout, at once, and leaves the other sessions of the person', async () => {
    const elsewhere = await app.signedIn(sasha);
    expect((await asSasha.post('/api/v1/auth/logout')).status).toBe(204);
    await expectUnauthenticated(asSasha);
    await expectUnauthenticated(app.anonymous.with('cookie', `session=${asSasha.token}`));
    await expectSasha(elsewhere);
  });

  it('when its row is gone', async () => {
    await app.prisma.db.session.delete({ where: { id: sessionIdOf(asSasha) } });
    await expectUnauthenticated(asSasha);
  });
});

describe('A session of a blocked user', () => {
  function change(data: { status?: 'pending' | 'active' | 'suspended'; deletedAt?: Date }): Promise<unknown> {
    return app.prisma.db.user.update({ where: { id: sasha.id }, data });
  }

  it.each(['suspended', 'pending'] as const)('is refused as soon as the user is %s', async (status) => {
    await expectSasha(asSasha);
    await change({ status });
    await expectUnauthenticated(asSasha);
    await change({ status: 'active' });
    await expectSasha(asSasha);
  });

  it('is refused as soon as the user is deleted', async () => {
    await expectSasha(asSasha);
    await change({ deletedAt: new Date() });
    await expectUnauthenticated(asSasha);
  });
});
