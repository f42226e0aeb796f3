import { randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Config } from '../../src/core/config/config.js';
import { Encryption } from '../../src/core/crypto/encryption.js';
import { KeyRotation } from '../../src/core/crypto/key-rotation.js';
import { PrismaService } from '../../src/core/prisma/prisma.service.js';
import { TestApp } from '../support/app/app.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { type Enrolled, enrol } from '../support/second-factors/authenticator-app.js';

const AUTH = '/api/v1/auth';
const PEOPLE = 8;

const key = (): string => randomBytes(32).toString('base64');
const [NEW_KEY, OLD_KEY, NEW_SECRET, OLD_SECRET] = [key(), key(), key(), key()];

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start({
    ENCRYPTION_KEY: `${NEW_KEY},${OLD_KEY}`,
    JWT_SECRET: `${NEW_SECRET},${OLD_SECRET}`,
  });
});

afterAll(() => app.stop());

/** The person's session token, signed with the secret. */
async function tokenSignedWith(secret: string): Promise<string> {
  const { token } = await app.signedIn(await app.factory.person());
  return jwt.sign(jwt.decode(token) as object, secret);
}

describe('A session token', () => {
  it('that an older secret signed is valid while JWT_SECRET has the secret', async () => {
    const statuses = [];
    for (const secret of [NEW_SECRET, OLD_SECRET, key()]) {
      const client = app.anonymous.withToken(await tokenSignedWith(secret));
      statuses.push((await client.get(`${AUTH}/me`)).status);
    }
    expect(statuses).toEqual([200, 200, 401]);
  });

  it('is signed with the first secret', async () => {
    const { token } = await app.signedIn(await app.factory.person());
    expect(() => jwt.verify(token, NEW_SECRET)).not.toThrow();
    expect(() => jwt.verify(token, OLD_SECRET)).toThrow('invalid signature');
  });
});

describe('A rotation of keys', () => {
  /** Seals the person's authenticator secret with the older key. */
  async function sealWithOlder({ id }: Person, { phone }: Enrolled): Promise<void> {
    const older = new Encryption({ secrets: { encryptionKeys: [OLD_KEY] } } as unknown as Config);
    const secretEncrypted = older.seal(phone.secret, `totp:${id}`);
    await app.prisma.db.totp.update({ where: { userId: id }, data: { secretEncrypted } });
  }

  it('lets users sign in with their authenticator apps before, during and after it', async () => {
    const users = await Promise.all(
      Array.from({ length: PEOPLE }, async () => {
        const person = await app.factory.person();
        const enrolled = await enrol(await app.signedIn(person));
        await sealWithOlder(person, enrolled);
        return { person, ...enrolled };
      }),
    );
    const rotation = app.nest.get(KeyRotation);
    const left = async (): Promise<number> => (await rotation.check()).reduce((sum, { opened }) => sum + opened, 0);
    expect(await left()).toBeGreaterThanOrEqual(PEOPLE);
    const signIns = users.map(async ({ person, phone }) => {
      const { mfaToken } = (await app.anonymous.post(`${AUTH}/login`, { email: person.email, password: PASSWORD }))
        .body;
      return app.anonymous.post(`${AUTH}/login/mfa`, { mfaToken, method: 'totp', code: await phone.code() });
    });
    const [, ...answers] = await Promise.all([rotation.rotate(), ...signIns]);
    expect(answers.map(({ status }) => status)).toEqual(users.map(() => 200));
    expect(await left()).toBe(0);
  });

  it('between the check of a code and its use does not refuse the code', async () => {
    const person = await app.factory.person();
    const enrolled = await enrol(await app.signedIn(person));
    await sealWithOlder(person, enrolled);
    const { mfaToken } = (await app.anonymous.post(`${AUTH}/login`, { email: person.email, password: PASSWORD })).body;
    const code = await enrolled.phone.code();
    const { prisma } = app;
    const encryption = app.nest.get(Encryption);
    const open = encryption.open.bind(encryption);
    let resealed: Promise<void> | undefined;
    encryption.open = (sealed, purpose) => {
      resealed ??= sealWithOlder(person, enrolled);
      return open(sealed, purpose);
    };
    // Called after the secret was read and opened, and before the step is used.
    prisma.now = async (seconds) => {
      await resealed;
      return PrismaService.prototype.now.call(prisma, seconds);
    };
    try {
      const answer = await app.anonymous.post(`${AUTH}/login/mfa`, { mfaToken, method: 'totp', code });
      expect(resealed).toBeDefined();
      expect(answer.status).toBe(200);
    } finally {
      Reflect.deleteProperty(encryption, 'open');
      Reflect.deleteProperty(prisma, 'now');
    }
  });
});
