import type { Response } from 'supertest';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { type Organization, PASSWORD, type Person } from '../support/data/factory.js';
import type { CaughtMail } from '../support/mail/mail-catcher.js';
import { mailsAreSent } from '../support/mail/mails-are-sent.js';
import { enrol } from '../support/second-factors/authenticator-app.js';
import { Authenticator } from '../support/second-factors/authenticator.js';
import { registerPasskey } from '../support/second-factors/passkeys.js';

const NEW_PASSWORD = 'another password of mine';

let app: TestApp;
let aurora: Organization;
let asAdmin: Client;
let alice: Person;
let asAlice: Client;
let membershipId: string;
/** A further address of Alice's. */
let second: string;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  aurora = await app.factory.organization({ name: 'Aurora Labs' });
  const admin = await app.factory.person();
  await app.factory.membership(admin, aurora, { role: 'OrganizationAdmin', appRole: 'AppAdmin', isPrimary: true });
  asAdmin = await app.steppedUp(admin);
  alice = await app.factory.person();
  ({ id: membershipId } = await app.factory.membership(alice, aurora, { isPrimary: true }));
  asAlice = await app.steppedUp(alice);
  second = `second-${alice.email}`;
});

afterAll(() => app.stop());

/** Expects that the call succeeded. */
async function done(answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  expect([response.status < 300, response.text]).toEqual([true, response.text]);
  return response;
}

const member = (): string => `/api/v1/orgs/${aurora.slug}/members/${membershipId}`;
const user = (): string => `/api/v1/org/users/${alice.id}`;

async function linkTo(address: string): Promise<string> {
  return (await app.mails.waitFor({ to: address, subject: 'Confirm your e-mail address' })).token;
}

async function addSecond(makePrimary = false): Promise<void> {
  await done(
    makePrimary ? asAlice.patch('/api/v1/me', { email: second }) : asAlice.post('/api/v1/me/emails', { email: second }),
  );
}

const manage = (): Promise<unknown> =>
  app.prisma.db.user.update({ where: { id: alice.id }, data: { managedById: aurora.id } });

const proveSecond = async (): Promise<unknown> =>
  done(app.anonymous.post('/api/v1/auth/email/verify', { token: await linkTo(second) }));

/** What happens, its mail to the primary address, and words of the mail. */
const NOTICES: [event: string, act: () => Promise<unknown>, subject: string, words: () => string][] = [
  ['an address is added', () => addSecond(), 'An address was added to your account', () => second],
  [
    'an address is added as the next primary one',
    () => addSecond(true),
    'An address was added to your account',
    () => second,
  ],
  [
    'an address is proved',
    async () => {
      await addSecond();
      await proveSecond();
    },
    'An address of your account was confirmed',
    () => second,
  ],
  [
    'an address is removed',
    async () => {
      await app.factory.address(alice, second);
      await done(asAlice.delete(`/api/v1/me/emails/${second}`));
    },
    'An address was removed from your account',
    () => second,
  ],
  [
    'the authenticator app is added',
    () => enrol(asAlice),
    'A sign-in method was added',
    () => 'codes of an authenticator app',
  ],
  [
    'a passkey is added',
    () => done(registerPasskey(asAlice, new Authenticator(app.config.publicUrl))),
    'A sign-in method was added',
    () => 'a passkey',
  ],
  [
    'a factor is removed',
    async () => {
      await enrol(asAlice);
      await app.confirmWithFactor(alice);
      await done(asAlice.delete('/api/v1/auth/totp'));
    },
    'A sign-in method was removed',
    () => 'codes of an authenticator app',
  ],
  [
    'an administrator removes the factors',
    async () => {
      await manage();
      await done(asAdmin.delete(`${user()}/mfa`));
    },
    'Your second factors were removed',
    () => 'ended all its sessions',
  ],
  [
    'a recovery code is used',
    async () => {
      const { recoveryCodes } = await enrol(asAlice);
      await done(asAlice.post('/api/v1/auth/step-up', { method: 'recovery_code', code: recoveryCodes[0] }));
    },
    'A recovery code was used',
    () => 'Unused recovery codes: 9',
  ],
  [
    'the password is changed',
    () => done(asAlice.patch('/api/v1/users/me/password', { currentPassword: PASSWORD, newPassword: NEW_PASSWORD })),
    'Your password was changed',
    () => 'reset your password at once',
  ],
  [
    'an administrator resets the password',
    async () => {
      await manage();
      await done(asAdmin.post(`${user()}/password/reset`));
    },
    'Your password was reset',
    () => 'a temporary password',
  ],
  [
    'an API key is created',
    () => done(asAlice.post('/api/v1/api-keys', { name: 'Nightly export' })),
    'An API key was created',
    () => '“Nightly export” for “Aurora Labs”',
  ],
  [
    'the role is changed',
    () => done(asAdmin.patch(member(), { role: 'Manager' })),
    'Your role in Aurora Labs was changed',
    () => 'Manager, AppMember',
  ],
  [
    'the app role is changed by another contract',
    () => done(asAdmin.inOrganization(aurora.slug).put(`/api/v1/app/user/${membershipId}`, { role: 'AppAdmin' })),
    'Your role in Aurora Labs was changed',
    () => 'Teacher, AppAdmin',
  ],
  [
    'an administrator deactivates the membership',
    () => done(asAdmin.patch(member(), { state: 'Inactive' })),
    'Your membership of Aurora Labs was deactivated',
    () => 'You cannot use this organization until your membership is activated again.',
  ],
  [
    'an administrator activates the membership by another contract',
    async () => {
      await done(asAdmin.patch(member(), { state: 'Inactive' }));
      await done(asAdmin.inOrganization(aurora.slug).post(`/api/v1/app/user/${membershipId}/activate`));
    },
    'Your membership of Aurora Labs was activated',
    () => 'You can use this organization.',
  ],
  [
    'an administrator ends the membership',
    () => done(asAdmin.delete(member())),
    'You are no longer a member of Aurora Labs',
    () => 'Your membership of “Aurora Labs” on Atrium has ended.',
  ],
  [
    'the user leaves',
    () => done(asAlice.post(`/api/v1/orgs/${aurora.slug}/leave`)),
    'You are no longer a member of Aurora Labs',
    () => 'has ended',
  ],
  [
    'management ends with the membership',
    async () => {
      await manage();
      await done(asAdmin.delete(member()));
    },
    'Aurora Labs no longer manages your account',
    () => 'The account is yours alone.',
  ],
  [
    'the user deletes the account',
    () => done(asAlice.delete('/api/me')),
    'Your account was deleted',
    () => 'will be erased',
  ],
  [
    'the organization deletes the account',
    async () => {
      await manage();
      await done(asAdmin.delete(user()));
    },
    'Your account was deleted',
    () => 'will be erased',
  ],
];

async function noticeOf(subject: string, act: () => Promise<unknown>): Promise<CaughtMail> {
  await act();
  return app.mails.waitFor({ to: alice.email, subject });
}

describe('The owner of an account is notified at the primary address', () => {
  it.each(NOTICES)('when %s', async (_event, act, subject, words) => {
    const { text, html } = await noticeOf(subject, act);
    expect(text).toContain(words());
    expect(html).not.toMatch(/[{}]|undefined/);
  });

  it('when the account is linked into an organization', async () => {
    const person = await app.factory.person();
    const about = { name: 'Noor', email: person.email };
    await done(
      asAdmin
        .inOrganization(aurora.slug)
        .post('/api/v1/app/user', { account_id: person.id, role: 'AppMember', user_info: about }),
    );
    await app.mails.waitFor({ to: person.email, subject: 'You were added to Aurora Labs' });
  });

  it('when the primary address changes: at the old and at the new one', async () => {
    await addSecond(true);
    await proveSecond();
    const subject = 'Your e-mail address was changed';
    const [old, now] = [
      await app.mails.waitFor({ to: alice.email, subject }),
      await app.mails.waitFor({ to: second, subject }),
    ];
    expect(old.text).toContain(`The address of your account is now ${second}.`);
    expect(now.text).toContain(`The primary address was ${alice.email} before.`);
  });

  it('when an ownership is handed over: both whose roles changed', async () => {
    const owner = await app.factory.person();
    const { id } = await app.factory.membership(owner, aurora, {
      role: 'OrganizationAdmin',
      appRole: 'AppAdmin',
      isPrimary: true,
    });
    const offer = `/api/v1/orgs/${aurora.slug}/ownership-offer`;
    await done((await app.steppedUp(owner)).post(offer, { memberId: membershipId }));
    await done(asAlice.post(`${offer}/accept`));
    const subject = 'Your role in Aurora Labs was changed';
    const [given, taken] = [
      await app.mails.waitFor({ to: alice.email, subject }),
      await app.mails.waitFor({ to: owner.email, subject }),
    ];
    expect([given.text, taken.text]).toEqual([
      expect.stringContaining('OrganizationAdmin, AppAdmin'),
      expect.stringContaining('Manager, AppMember'),
    ]);
    expect(id).not.toBe(membershipId);
  });

  it('when the permissions of the role change, and not when its description does', async () => {
    const { body: role } = await done(
      asAdmin.post('/api/v1/org/roles', { name: 'Helper', permissions: ['users:read'] }),
    );
    const holders = [alice];
    await done(asAdmin.patch(member(), { role: 'Helper' }));
    // More than one run of the job notifies.
    while (holders.length <= 100) {
      const person = await app.factory.person();
      const { id } = await app.factory.membership(person, aurora);
      await app.prisma.db.membership.update({ where: { id }, data: { roleId: role.id } });
      holders.push(person);
    }
    const subject = 'The permissions of your role in Aurora Labs were changed';
    await done(asAdmin.patch(`/api/v1/org/roles/${role.id}`, { description: 'Helps.' }));
    await mailsAreSent(app);
    expect(app.mails.pending({ to: alice.email, subject })).toEqual([]);
    await done(asAdmin.patch(`/api/v1/org/roles/${role.id}`, { permissions: ['users:read', 'users:write'] }));
    for (const { email } of holders) {
      const { text } = await app.mails.waitFor({ to: email, subject });
      expect(text).toContain('The permissions of your role “Helper” in “Aurora Labs” were changed.');
    }
    await mailsAreSent(app);
    expect(app.mails.pending({ to: alice.email, subject })).toEqual([]);
  });

  it('in the owner’s language', async () => {
    await app.prisma.db.user.update({ where: { id: alice.id }, data: { locale: 'de' } });
    const { text } = await noticeOf('Ein API-Schlüssel wurde erstellt', () =>
      done(asAlice.post('/api/v1/api-keys', { name: 'Export' })),
    );
    expect(text).toContain('„Export“ für „Aurora Labs“');
  });

  it('with names that cannot become links', async () => {
    const { text } = await noticeOf('An API key was created', () =>
      done(asAlice.post('/api/v1/api-keys', { name: 'https://evil.example/x' })),
    );
    expect(text).not.toContain('evil.example');
  });
});

describe('The reader of a mailbox that the owner of another account adds', () => {
  const asking = async (): Promise<string> =>
    (await app.mails.waitFor({ to: second, subject: 'Confirm your e-mail address' })).text;

  it.each([
    ['adds', false],
    ['makes their primary one', true],
  ])('reads which account it is that %s the address, in short', async (_, makePrimary) => {
    await addSecond(makePrimary);
    const text = await asking();
    expect(text).toContain('The account uses the address p…@example.com.');
    expect(text).not.toContain(alice.email);
  });

  it('reads of no other address when an administrator replaces the only one', async () => {
    await manage();
    await done(asAdmin.patch(user(), { email: second }));
    expect(await asking()).not.toContain('The account uses');
  });
});

describe('The owner of an account that was never signed in to', () => {
  async function stranger(verifiedAt: Date | null): Promise<Person & { membershipId: string }> {
    const person = await app.factory.person({ managedById: aurora.id, status: 'pending', passwordHash: null });
    await app.prisma.db.userEmail.updateMany({ where: { userId: person.id }, data: { verifiedAt } });
    return { ...person, membershipId: (await app.factory.membership(person, aurora)).id };
  }

  /** Every change of which an owner is notified. */
  async function changeAll({ id, membershipId: own }: { id: string; membershipId: string }): Promise<void> {
    for (const change of [{ role: 'Manager' }, { state: 'Inactive' }, { state: 'Active' }]) {
      await done(asAdmin.patch(`/api/v1/orgs/${aurora.slug}/members/${own}`, change));
    }
    await done(asAdmin.delete(`/api/v1/org/users/${id}`));
    await mailsAreSent(app);
  }

  it('is notified of every change once the address is proved', async () => {
    const owner = await stranger(new Date());
    await changeAll(owner);
    expect(
      app.mails
        .pending({ to: owner.email })
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual([
      'Your account was deleted',
      'Your membership of Aurora Labs was activated',
      'Your membership of Aurora Labs was deactivated',
      'Your role in Aurora Labs was changed',
    ]);
  });

  it('is not notified while the address is unproved: its reader may be a stranger', async () => {
    const reader = await stranger(null);
    await changeAll(reader);
    expect(app.mails.pending({ to: reader.email })).toEqual([]);
  });
});

describe('No mail is sent', () => {
  it('of what did not happen: a name alone, or a change to the same role', async () => {
    await done(asAdmin.patch(member(), { role: 'Teacher' }));
    await done(asAdmin.patch(member(), { state: 'Active' }));
    await done(asAdmin.inOrganization(aurora.slug).put(`/api/v1/app/user/${membershipId}`, { name: 'Alice A.' }));
    await done(asAlice.patch('/api/v1/user', { displayName: 'Alice B.' }));
    await mailsAreSent(app);
    expect(app.mails.pending({ to: alice.email })).toEqual([]);
  });
});
