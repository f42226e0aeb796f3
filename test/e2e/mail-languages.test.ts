import type { AppLocale } from '../../src/core/i18n/locales.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { type Organization, PASSWORD, type Person } from '../support/data/factory.js';
import { servedTexts } from '../support/source/catalogue.js';

let app: TestApp;
let aurora: Organization;
/** An administrator who saved Polish, and one who saved nothing. Both browsers ask for French. */
let polish: Client;
let plain: Client;
let count = 0;

beforeAll(async () => {
  app = await TestApp.start();
  aurora = await app.factory.organization({ name: 'Aurora Labs' });
  polish = await administrator('pl');
  plain = await administrator(null);
});

afterAll(() => app.stop());

async function administrator(locale: string | null): Promise<Client> {
  const person = await app.factory.person({ locale });
  await app.factory.membership(person, aurora, { role: 'OrganizationAdmin', appRole: 'AppAdmin', isPrimary: true });
  return (await app.steppedUp(person)).with('accept-language', 'fr-CA, de;q=0.5').inOrganization(aurora.slug);
}

const newAddress = (): string => `reader-${String(++count)}@example.com`;
const known = async (locale: string | null): Promise<Person> => app.factory.person({ locale, email: newAddress() });
const asking = (languages: string): Client => app.anonymous.with('accept-language', languages);

type Template =
  | 'registration'
  | 'registration_taken'
  | 'reset_password'
  | 'invitation'
  | 'set_password'
  | 'verify_email'
  | 'member_added'
  | 'role_changed'
  | 'membership_ended'
  | 'password_reset'
  | 'factors_reset'
  | 'sessions_ended'
  | 'email_changed'
  | 'password_changed'
  | 'api_key_created';

/** Expects such a mail to the address in the language. Other mails of the same change may arrive before it. */
async function expectMail(to: string, template: Template, locale: AppLocale): Promise<void> {
  const text = servedTexts(locale)[`mail.${template}.subject`] ?? '';
  const parts = text.split('{organizationName}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const { html } = await app.mails.waitFor({ to, subject: new RegExp(`^${parts.join('.*')}$`) });
  expect(html).toContain(`<html lang="${locale}"`);
}

async function done(response: Promise<{ status: number; text: string }>): Promise<void> {
  const { status, text } = await response;
  expect({ isDone: status < 300, text }).toEqual({ isDone: true, text });
}

describe('A newcomer that registers', () => {
  it.each<[languages: string, locale: string | undefined, mail: AppLocale]>([
    ['fr', undefined, 'fr'],
    ['fr-CA, en;q=0.5', undefined, 'fr'],
    ['ja, pl;q=0.4', undefined, 'pl'],
    ['en;q=0.1, sv', undefined, 'sv'],
    ['ja', undefined, 'en'],
    ['*', undefined, 'en'],
    ['', undefined, 'en'],
    ['???', undefined, 'en'],
    ['fr', 'de', 'de'],
    ['fr', 'ar-EG', 'ar'],
    ['fr', 'ja', 'en'],
  ])('and asks for %j with %j is mailed in %s', async (languages, locale, mail) => {
    const email = newAddress();
    await done(asking(languages).post('/api/v1/auth/register', { email, password: PASSWORD, locale }));
    await expectMail(email, 'registration', mail);
  });
});

describe('The owner of an account', () => {
  it.each<[saved: string | null, languages: string, mail: AppLocale]>([
    [null, 'fr', 'fr'],
    [null, 'ja', 'en'],
    ['de', 'fr', 'de'],
    ['ja', 'fr', 'en'],
  ])('with the saved language %j and a request in %s gets the mail in %s', async (saved, languages, mail) => {
    const { email } = await known(saved);
    await done(asking(languages).post('/api/v1/auth/password/forgot', { email }));
    await expectMail(email, 'reset_password', mail);
    await done(asking(languages).post('/api/v1/auth/register', { email, password: PASSWORD, locale: undefined }));
    await expectMail(email, 'registration_taken', mail);
  });

  it('gets mails in the saved language, for any language of a registration', async () => {
    const { email } = await known('de');
    await done(asking('fr').post('/api/v1/auth/register', { email, password: PASSWORD, locale: 'mt' }));
    await expectMail(email, 'registration_taken', 'de');
    const another = (await app.signedIn(await known('pl'))).with('accept-language', 'fr');
    await done(another.post('/api/v1/me/emails', { email }));
    await expectMail(email, 'registration_taken', 'de');
  });

  it('reads about a further address in the language that the browser asks for', async () => {
    const email = newAddress();
    await done(
      (await app.signedIn(await known(null))).with('accept-language', 'fr').post('/api/v1/me/emails', { email }),
    );
    await expectMail(email, 'verify_email', 'fr');
  });
});

describe('A person added to an organization', () => {
  const invite = (client: Client, email: string, fields: object = {}) =>
    client.post(`/api/v1/orgs/${aurora.slug}/invitations`, { email, ...fields });
  const create = (client: Client, email: string, locale?: string | null) =>
    client.post('/api/v1/org/users', { email, locale });
  const importRow = (client: Client, email: string, locale?: string) =>
    client
      .with('content-type', 'application/x-ndjson')
      .post('/api/v1/org/users/import', JSON.stringify({ email, locale }));
  const importCsv = (client: Client, email: string, locale: string) =>
    client.with('content-type', 'text/csv').post('/api/v1/org/users/import', `email,locale\r\n${email},${locale}\r\n`);

  it.each<
    [what: string, template: Template, bring: (email: string) => Promise<{ status: number; text: string }>, AppLocale]
  >([
    ['invited by an administrator who saved Polish', 'invitation', (email) => invite(polish, email), 'pl'],
    ['invited by an administrator who saved nothing', 'invitation', (email) => invite(plain, email), 'fr'],
    ['invited with a language', 'invitation', (email) => invite(polish, email, { locale: 'DE-at' }), 'de'],
    ['invited with a language without texts', 'invitation', (email) => invite(polish, email, { locale: 'ja' }), 'en'],
    ['created by an administrator who saved Polish', 'set_password', (email) => create(polish, email), 'pl'],
    ['created by an administrator who saved nothing', 'set_password', (email) => create(plain, email), 'fr'],
    ['created with a language', 'set_password', (email) => create(polish, email, 'de-AT'), 'de'],
    ['created with a language that has no texts', 'set_password', (email) => create(polish, email, 'ja'), 'en'],
    ['created without a language', 'set_password', (email) => create(polish, email, null), 'pl'],
    ['imported by an administrator who saved Polish', 'set_password', (email) => importRow(polish, email), 'pl'],
    ['imported by an administrator who saved nothing', 'set_password', (email) => importRow(plain, email), 'fr'],
    ['imported with a language', 'set_password', (email) => importRow(polish, email, 'sv'), 'sv'],
    ['imported from CSV with a language', 'set_password', (email) => importCsv(polish, email, 'AR-eg'), 'ar'],
    ['imported from CSV with an empty language', 'set_password', (email) => importCsv(polish, email, ''), 'pl'],
  ])('%s reads the mail %s in the language that fits', async (_, template, bring, locale) => {
    const email = newAddress();
    await done(bring(email));
    await expectMail(email, template, locale);
  });

  it('is mailed in the language that the person saved, not in that of the inviter', async () => {
    const { email } = await known('sv');
    await done(invite(polish, email, { locale: 'de' }));
    await expectMail(email, 'invitation', 'sv');
  });

  it('is mailed in the language of the invitation each time', async () => {
    const email = newAddress();
    const { body } = await invite(polish, email, { locale: 'de' });
    await expectMail(email, 'invitation', 'de');
    await done(polish.post(`/api/v1/orgs/${aurora.slug}/invitations/${body.id}/resend`));
    await expectMail(email, 'invitation', 'de');
    await done(invite(polish, email, { role: 'Coach' }));
    await expectMail(email, 'invitation', 'de');
  });

  it('is mailed again when the pending invitation gets another language, and only then', async () => {
    const email = newAddress();
    const { body } = await invite(polish, email);
    await expectMail(email, 'invitation', 'pl');
    expect((await invite(polish, email, { locale: 'mt' })).status).toBe(200);
    await expectMail(email, 'invitation', 'mt');
    for (const same of [{}, { locale: 'mt' }]) {
      expect((await invite(polish, email, same)).status).toBe(200);
    }
    expect(app.mails.pending({ to: email })).toEqual([]);
    const [, updated] = await app.prisma.db.auditEvent.findMany({
      where: { targetId: body.id },
      orderBy: { id: 'asc' },
      select: { action: true, changes: true },
    });
    expect(updated).toEqual({ action: 'invitation.updated', changes: { locale: { before: null, after: 'mt' } } });
  });

  it.each<
    [given: string | undefined, chosen: string | undefined, held: string | null | undefined, locale: string | null]
  >([
    ['EN-us', undefined, undefined, 'en-US'],
    ['de', 'sv', undefined, 'sv'],
    [undefined, 'sv', undefined, 'sv'],
    [undefined, undefined, undefined, null],
    ['de', undefined, null, 'de'],
    ['de', undefined, 'pl', 'pl'],
    ['de', 'sv', 'pl', 'sv'],
    [undefined, undefined, 'pl', 'pl'],
  ])(
    'invited with %j, registering with %j, to an account with %j: the language is %j',
    async (given, chosen, held, locale) => {
      const email = newAddress();
      if (held !== undefined) {
        const { id: userId } = await app.factory.person({ email, locale: held });
        await app.prisma.db.userEmail.updateMany({ where: { userId }, data: { verifiedAt: null } });
      }
      await done(invite(plain, email, { locale: given }));
      const { token } = await app.mails.waitFor({ to: email });
      const { body } = await app.anonymous.post('/api/v1/invitations/register', {
        token,
        password: PASSWORD,
        locale: chosen,
      });
      const where = { id: body.userId };
      expect(await app.prisma.db.user.findUnique({ where, select: { locale: true } })).toEqual({ locale });
    },
  );

  it.each(['', 'not a tag', 'en_USA', 7, null, 'de'.repeat(40)])(
    'is not invited with the language %j',
    async (locale) => {
      const { status, body } = await invite(polish, newAddress(), { locale });
      expect({ status, errors: body.errors }).toMatchObject({ status: 400, errors: [{ pointer: '/locale' }] });
    },
  );

  it('keeps the language that was given', async () => {
    const email = newAddress();
    await done(create(polish, email, 'DE-at'));
    await app.mails.waitFor({ to: email });
    const where = { emails: { some: { address: email } } };
    expect(await app.prisma.db.user.findFirst({ where, select: { locale: true } })).toEqual({ locale: 'de-AT' });
    const { status, body } = await create(polish, newAddress(), 'not a tag');
    expect({ status, errors: body.errors }).toMatchObject({ status: 400, errors: [{ pointer: '/locale' }] });
  });
});

describe('The owner of an account is notified', () => {
  interface Owner extends Person {
    membershipId: string;
  }

  const member = ({ membershipId }: Owner): string => `/api/v1/orgs/${aurora.slug}/members/${membershipId}`;
  const BY_OTHERS: [
    template: Template,
    act: (admin: Client, owner: Owner) => Promise<{ status: number; text: string }>,
  ][] = [
    ['role_changed', (admin, owner) => admin.patch(member(owner), { role: 'Manager' })],
    ['membership_ended', (admin, owner) => admin.delete(member(owner))],
    ['password_reset', (admin, { id }) => admin.post(`/api/v1/org/users/${id}/password/reset`)],
    ['factors_reset', (admin, { id }) => admin.delete(`/api/v1/org/users/${id}/mfa`)],
    [
      'sessions_ended',
      async (admin, person) => {
        await app.factory.session(person);
        return admin.delete(`/api/v1/org/users/${person.id}/sessions`);
      },
    ],
    ['email_changed', (admin, { id }) => admin.patch(`/api/v1/org/users/${id}`, { email: newAddress() })],
  ];

  async function owner(locale: string | null): Promise<Owner> {
    const person = await app.factory.person({ locale, email: newAddress(), managedById: aurora.id });
    const { id: membershipId } = await app.factory.membership(person, aurora, { isPrimary: true });
    return { ...person, membershipId };
  }

  it.each(
    BY_OTHERS.flatMap(([template, act]) =>
      (
        [
          ['nothing', () => plain, null, 'en'],
          ['Polish', () => polish, null, 'pl'],
          ['nothing', () => plain, 'de', 'de'],
        ] as const
      ).map(([saved, admin, locale, mail]) => [template, saved, locale, mail, admin, act] as const),
    ),
  )(
    'of %s by an administrator with language %s, with the saved language %j: in %s',
    async (template, _, locale, mail, admin, act) => {
      const person = await owner(locale);
      await done(act(admin(), person));
      await expectMail(person.email, template, mail);
    },
  );

  it.each<[saved: string | null, mail: AppLocale]>([
    [null, 'fr'],
    ['de', 'de'],
  ])('of what the owner did, having saved %j: in %s', async (saved, mail) => {
    const person = await owner(saved);
    const client = (await app.steppedUp(person)).with('accept-language', 'fr').inOrganization(aurora.slug);
    await done(client.post('/api/v1/api-keys', { name: 'Key' }));
    await expectMail(person.email, 'api_key_created', mail);
    const newPassword = 'another password of mine';
    await done(client.patch('/api/v1/users/me/password', { currentPassword: PASSWORD, newPassword }));
    await expectMail(person.email, 'password_changed', mail);
  });

  it('of being linked into an organization: in the language of the caller, as with an invitation', async () => {
    const { id: account_id, email } = await known(null);
    await done(plain.post('/api/v1/app/user', { account_id, role: 'AppMember', user_info: { email, name: 'Bo' } }));
    await expectMail(email, 'member_added', 'fr');
  });
});
