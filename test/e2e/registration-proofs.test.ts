import type { Response } from 'supertest';
import type { TestApp } from '../support/app/app.js';
import { expectInvalid, expectRefusal, expectSameProblem } from '../support/expectations/refusals.js';
import { Registrations } from '../support/mail/registrations.js';

let newcomers: Registrations;
let app: TestApp;

beforeAll(async () => {
  newcomers = await Registrations.start();
  ({ app } = newcomers);
});

afterAll(() => newcomers.stop());

const statusesOf = (responses: readonly Response[]): number[] => responses.map(({ status }) => status).sort();

describe('The link of a registration', () => {
  it('works once', async () => {
    const email = newcomers.newAddress();
    const token = await newcomers.tokenFor(email);
    expect((await newcomers.verify(token)).status).toBe(200);
    expectRefusal(await newcomers.verify(token), 400, 'invalid_token');
    expect(await newcomers.peopleWith(email)).toBe(1);
  });

  it('works once for sixteen callers at the same moment', async () => {
    const email = newcomers.newAddress();
    const token = await newcomers.tokenFor(email, { organizationName: 'Sixteen Callers' });
    const responses = await Promise.all(Array.from({ length: 16 }, () => newcomers.verify(token)));
    expect(statusesOf(responses)).toEqual([200, ...Array<number>(15).fill(400)]);
    responses.filter(({ status }) => status === 400).forEach((lost) => expectRefusal(lost, 400, 'invalid_token'));
    expect(await newcomers.peopleWith(email)).toBe(1);
    expect(await app.prisma.db.organization.count({ where: { name: 'Sixteen Callers' } })).toBe(1);
    expect(await app.prisma.db.session.count({ where: { user: { emails: { some: { address: email } } } } })).toBe(1);
  });

  it('is not valid after it expired, and creates no account', async () => {
    const email = newcomers.newAddress();
    const token = await newcomers.tokenFor(email);
    await app.prisma.db.oneTimeToken.updateMany({ where: { email }, data: { expiresAt: new Date() } });
    expectRefusal(await newcomers.verify(token), 400, 'invalid_token');
    expect(await newcomers.peopleWith(email)).toBe(0);
  });

  it('is not valid for setting a password, and is not used up by the try', async () => {
    const token = await newcomers.tokenFor(newcomers.newAddress());
    const reset = await newcomers.post('password/reset', { token, newPassword: 'another password of mine' });
    expectRefusal(reset, 400, 'invalid_token');
    expect((await newcomers.verify(token)).status).toBe(200);
  });

  it('is not the link to set a password, which stays good', async () => {
    const { email } = await app.factory.person();
    await newcomers.post('password/forgot', { email });
    const { token } = await newcomers.catcher.waitFor({ to: email });
    expectRefusal(await newcomers.verify(token), 400, 'invalid_token');
    const reset = await newcomers.post('password/reset', { token, newPassword: 'another password of mine' });
    expect(reset.status).toBe(204);
  });

  it('is told from one with a letter more, less, or in another case', async () => {
    const token = await newcomers.tokenFor(newcomers.newAddress());
    for (const other of [`${token}A`, token.slice(0, -1), swapCase(token), ` ${token}`]) {
      expectRefusal(await newcomers.verify(other), 400, 'invalid_token');
    }
    expect((await newcomers.verify(token)).status).toBe(200);
  });

  it.each(['x', 'null', '../../etc/passwd', '\u0000', "' OR 1=1 --", '💥', 'a'.repeat(512)])(
    'is not %j, which is answered like a used one',
    async (token) => {
      const used = await newcomers.tokenFor(newcomers.newAddress());
      await newcomers.verify(used);
      const response = await newcomers.verify(token);
      expectRefusal(response, 400, 'invalid_token');
      expectSameProblem(response, await newcomers.verify(used));
    },
  );

  const BAD_LENGTH = ['/token', 'is_length', 'Must be a token exactly as it was issued.'] as const;
  const NO_STRING = ['/token', 'is_string', 'Must be a string.'] as const;

  it.each([
    ['', BAD_LENGTH],
    ['a'.repeat(513), BAD_LENGTH],
    [42, NO_STRING],
    [null, NO_STRING],
    [['token'], NO_STRING],
    [undefined, NO_STRING],
  ])('can not be %j', async (token, error) => {
    expectInvalid(await newcomers.verify(token), error);
  });

  it('is nowhere in the database, and neither is the password', async () => {
    const email = newcomers.newAddress();
    const token = await newcomers.tokenFor(email, { password: 'a very secret password' });
    const [row] = await app.prisma.db.$queryRaw<{ text: string }[]>`
      SELECT t::text AS text FROM "OneTimeToken" t WHERE email = ${email}`;
    expect(row?.text).toContain('$argon2id$');
    for (const secret of [token, Buffer.from(token).toString('hex'), 'a very secret password']) {
      expect(row?.text).not.toContain(secret);
    }
  });

  it('opened in a browser with another session signs in as the newcomer', async () => {
    const someone = await app.factory.person();
    const token = await newcomers.tokenFor(newcomers.newAddress());
    const visitor = (await app.signedIn(someone)).byCookie;
    const { status, body } = await visitor.post('/api/v1/auth/email/verify', { token });
    expect(status).toBe(200);
    expect(body.userId).not.toBe(someone.id);
  });
});

describe('The password of a registration', () => {
  it.each([
    ['eight characters', 'qx7-kw2z'],
    ['128 characters', 'ab'.repeat(64)],
    ['eight emoji, which are two units of UTF-16 each', '🦊🐢🦉🐙🦀🐝🦋🐌'],
    ['128 emoji', '🦊🐢'.repeat(64)],
    ['spaces, at the ends too', '  qx kw  '],
    ['control characters', 'qx\u0000\u0007\n\tkw'],
    ['quotes, angle brackets and backslashes', '\'"`<>\\${;--}'],
    ['letters of another script', 'пароль-北京-كلمة'],
    ['digits alone', '8105937264'],
  ])('may have %s', async (_, password) => {
    const email = newcomers.newAddress();
    await newcomers.verify(await newcomers.tokenFor(email, { password }), password);
    expect((await newcomers.logIn(email, password)).status).toBe(200);
    expectRefusal(await newcomers.logIn(email, password.slice(0, -2) || 'x'), 401, 'invalid_credentials');
  });

  it('is the same however its letters are composed', async () => {
    const email = newcomers.newAddress();
    await newcomers.verify(
      await newcomers.tokenFor(email, { password: 'A\u030angstro\u0308m-7' }),
      'A\u030angstro\u0308m-7',
    );
    expect((await newcomers.logIn(email, '\u00c5ngstr\u00f6m-7')).status).toBe(200);
  });

  it('is not the same in another case, nor trimmed', async () => {
    const email = newcomers.newAddress();
    await newcomers.verify(await newcomers.tokenFor(email, { password: ' Qx7-kw2z-m ' }), ' Qx7-kw2z-m ');
    expectRefusal(await newcomers.logIn(email, ' qx7-kw2z-m '), 401, 'invalid_credentials');
    expectRefusal(await newcomers.logIn(email, 'Qx7-kw2z-m'), 401, 'invalid_credentials');
  });

  const BAD_LENGTH = ['/password', 'is_length', 'Must have 8 to 128 characters.'] as const;
  const NO_STRING = ['/password', 'is_string', 'Must be a string.'] as const;
  const COMMON = ['/password', 'common_password', 'Too many people use this password.'] as const;

  it.each([
    ['nothing', '', BAD_LENGTH],
    ['seven characters', 'qx7-kw2', BAD_LENGTH],
    ['seven emoji', '🦊🐢🦉🐙🦀🐝🦋', BAD_LENGTH],
    ['129 characters', `${'ab'.repeat(64)}c`, BAD_LENGTH],
    ['129 emoji', `${'🦊🐢'.repeat(64)}🐝`, BAD_LENGTH],
    ['a number', 12345678, NO_STRING],
    ['a common one', 'password', COMMON],
    ['a common one in capitals', 'PASSWORD', COMMON],
    ['a common one in wide letters', 'ｐａｓｓｗｏｒｄ', COMMON],
    ['common digits', '123456789', COMMON],
    ['a common one of breaches', 'iloveyou', COMMON],
    ['one letter again and again', 'zzzzzzzzzzzzzzzzzzzz', COMMON],
    ['spaces alone', ' '.repeat(12), COMMON],
  ])('may not be %s, and nothing is mailed', async (_, password, error) => {
    const email = newcomers.newAddress();
    expectInvalid(await newcomers.post('register', { email, password }), error);
    expect(await app.prisma.db.oneTimeToken.count({ where: { email } })).toBe(0);
  });

  it('that is common is refused for an address with an account just the same', async () => {
    const { email } = await app.factory.person();
    const attempt = (to: string): Promise<Response> => newcomers.post('register', { email: to, password: 'password' });
    const taken = await attempt(email);
    expectInvalid(taken, COMMON);
    expectSameProblem(taken, await attempt(newcomers.newAddress()));
  });
});

function swapCase(text: string): string {
  return text.replace(/[a-z]/i, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
}
