import type { Response } from 'supertest';
import { normalizeAddress } from '../../src/core/validation/address.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { type Organization, PASSWORD } from '../support/data/factory.js';
import { expectInvalid, expectRefusal } from '../support/expectations/refusals.js';
import { mailsAreSent } from '../support/mail/mails-are-sent.js';

const EMAILS = '/api/v1/me/emails';

/** Spellings of a domain beside its stored form, the first of each list. */
const DOMAINS = [
  ['xn--mnchen-3ya.de', 'münchen.de', 'MÜNCHEN.DE', 'mu\u0308nchen.de', 'XN--MNCHEN-3YA.de', 'mün\u200Bchen.de'],
  ['xn--strae-oqa.de', 'straße.de', 'STRAẞE.DE'],
  ['xn--wgv71a119e.jp', '日本語.jp', '日本語。jp', '日本語｡ＪＰ'],
  ['xn--e1afmkfd.xn--p1ai', 'пример.рф', 'ПРИМЕР.РФ'],
  ['xn--kgbechtv.xn--wgbh1c', 'إختبار.مصر'],
  ['xn--bcher-kva.example', 'bücher.example', 'BU\u0308CHER．example'],
  ['xn--mgba3gch31f060k.com', 'نامه\u200Cای.com'],
  ['xn--3e0b707e.kr', '한국.kr', '한국.kr'.normalize('NFD')],
  ['xn--hxajbheg2az3al.xn--qxam', 'παράδειγμα.ελ', 'ΠΑΡΆΔΕΙΓΜΑ.ΕΛ'],
  ['xn--72c1a1bt4awk9o.xn--o3cw4h', 'ตัวอย่าง.ไทย'],
  [
    'example.com',
    'EXAMPLE.COM',
    'ｅｘａｍｐｌｅ．com',
    'exam\u00ADple.com',
    'example.com\u200B',
    'example\u2060.com\u200E',
  ],
] as const;

const SPELLINGS = DOMAINS.flatMap(([stored, ...others]) => others.map((given) => [given, stored] as const));

let app: TestApp;
let organization: Organization;
let admin: Client;
let count = 0;

beforeAll(async () => {
  app = await TestApp.start();
  organization = await app.factory.organization();
  const person = await app.factory.person();
  await app.factory.membership(person, organization, { role: 'OrganizationAdmin', appRole: 'AppAdmin' });
  admin = (await app.steppedUp(person)).inOrganization(organization.slug);
});

afterAll(() => app.stop());

const post = (path: string, body: object): Promise<Response> => app.anonymous.post(`/api/v1/auth/${path}`, body);

/** Two spellings of an address that nobody has. */
function newAddress(given: string, stored: string): { typed: string; address: string } {
  const name = `u${String(++count)}`;
  return { typed: `${name.toUpperCase()}@${given}`, address: `${name}@${stored}` };
}

async function mailsTo(email: string): Promise<number> {
  await mailsAreSent(app);
  // The server of the tests hands out domains as people read them.
  return app.mails.mails.filter(({ to }) => normalizeAddress(to) === email).length;
}

describe('An address typed with the domain', () => {
  it.each(SPELLINGS)(
    '%s signs in the account with %s, and mails it a link for a new password',
    async (given, stored) => {
      const { typed, address } = newAddress(given, stored);
      await app.factory.person({ email: address });
      expect((await post('login', { email: typed, password: PASSWORD })).status).toBe(200);
      expect((await post('password/forgot', { email: typed })).status).toBe(202);
      expect(await mailsTo(address)).toBe(1);
    },
  );

  it.each(SPELLINGS)('%s registers as %s', async (given, stored) => {
    const { typed, address } = newAddress(given, stored);
    expect((await post('register', { email: typed, password: PASSWORD })).status).toBe(202);
    expect(await mailsTo(address)).toBe(1);
    expect(await app.prisma.db.oneTimeToken.count({ where: { email: address } })).toBe(1);
  });

  it.each(SPELLINGS)('%s is added, made primary and removed as %s', async (given, stored) => {
    const { typed, address } = newAddress(given, stored);
    const person = await app.factory.person();
    const client = await app.steppedUp(person);
    const { status, body } = await client.post(EMAILS, { email: typed });
    expect({ status, email: body.email }).toEqual({ status: 201, email: address });
    expectRefusal(await client.post(EMAILS, { email: address }), 409, 'email_taken');
    expectRefusal(await client.post(`${EMAILS}/${encodeURIComponent(typed)}/primary`), 409, 'email_not_verified');
    expect((await client.delete(`${EMAILS}/${encodeURIComponent(typed)}`)).status).toBe(204);
  });

  it.each(SPELLINGS)('%s is invited and given an account as %s', async (given, stored) => {
    const { typed, address } = newAddress(given, stored);
    const invitation = await admin.post(`/api/v1/orgs/${organization.slug}/invitations`, { email: typed });
    expect({ status: invitation.status, email: invitation.body.email }).toEqual({ status: 201, email: address });
    const again = await admin.post(`/api/v1/orgs/${organization.slug}/invitations`, { email: address });
    expect(again.body.id).toBe(invitation.body.id);
    const created = await admin.post('/api/v1/org/users', { email: typed });
    expect({ status: created.status, email: created.body.email }).toEqual({ status: 201, email: address });
    expectRefusal(await admin.post('/api/v1/org/users', { email: address }), 409, 'email_taken');
  });

  it('is imported in its stored form, and known by every other', async () => {
    const rows = SPELLINGS.map(([given, stored]) => newAddress(given, stored));
    const lines = rows.flatMap(({ typed, address }) => [{ email: typed }, { email: address }]);
    const response = await fetch(`${app.baseUrl}/api/v1/org/users/import?sendMail=false`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${admin.token}`,
        'x-org': organization.slug,
        'content-type': 'application/x-ndjson',
      },
      body: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    });
    const reports = (await response.text()).trim().split('\n');
    expect(reports.map((line) => JSON.parse(line) as object)).toEqual(
      rows.flatMap(({ address: email }, i) => [
        { line: 2 * i + 1, status: 'created', email, id: expect.any(String) },
        { line: 2 * i + 2, status: 'exists', email, id: expect.any(String) },
      ]),
    );
  });

  it.each([
    'user@😀.com',
    'user@xn--e28h.com',
    'x@example.com\u200D',
    'x\u200C@example.com',
    'user@xn--mnchen-3y.de',
    'user@☃.net',
    'user@%65xämple.com',
    'user@ü-.com',
    'x\u2028@example.com',
    'x\u2800@example.com',
    `user@${'ö'.repeat(70)}.de`,
  ])('%j is refused: no such mailbox can exist', async (email) => {
    const error = ['/email', 'is_email', 'Must be an e-mail address.'] as const;
    expectInvalid(await post('login', { email, password: PASSWORD }), error);
    expectInvalid(await post('register', { email, password: PASSWORD }), error);
    expectInvalid(await post('password/forgot', { email }), error);
    expectInvalid(await admin.post('/api/v1/org/users', { email }), error);
  });

  it('counts all spellings of a mailbox as one', async () => {
    const spellings = ['', '\u200B', '\u00AD', '\u2060', '\u200E', '\uFE0F', '\u034F', '\uFEFF', '\u2063'];
    for (const extra of spellings) {
      expect((await post('register', { email: `many@example.com${extra}`, password: PASSWORD })).status).toBe(202);
    }
    expect(await mailsTo('many@example.com')).toBe(5);
  });
});
