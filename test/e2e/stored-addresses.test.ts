import { newId } from '../../src/core/ids/ids.js';
import { StoredAddressesService } from '../../src/modules/emails/stored-addresses.service.js';
import { TestApp } from '../support/app/app.js';
import { captureLog } from '../support/app/log-lines.js';
import { ROOT_KEY } from '../support/app/running-app.js';
import { PASSWORD, type Person } from '../support/data/factory.js';

describe('An address stored before', () => {
  let app: TestApp;

  beforeEach(async () => {
    app = await TestApp.start();
  });

  afterEach(() => app.stop());

  const renew = (): Promise<void> => app.nest.get(StoredAddressesService).renew();

  const addressesOf = ({ id: userId }: Person) =>
    app.prisma.db.userEmail.findMany({
      where: { userId },
      select: { address: true, isPrimary: true },
      orderBy: { address: 'asc' },
    });

  it.each([
    ['u@münchen.de', 'u@xn--mnchen-3ya.de'],
    ['u@straße.de', 'u@xn--strae-oqa.de'],
    ['u@日本語.jp', 'u@xn--wgv71a119e.jp'],
    ['u@日本語。jp', 'u@xn--wgv71a119e.jp'],
    ['u@пример.рф', 'u@xn--e1afmkfd.xn--p1ai'],
    ['u@exam\u00ADple.com', 'u@example.com'],
    ['u\u200B@example.com', 'u@example.com'],
    ['u@example.com\u2060', 'u@example.com'],
    ['zoë@bücher.example', 'zoë@xn--bcher-kva.example'],
    ['"u"@example.com', 'u@example.com'],
    ['j\u030C@example.com', 'ǰ@example.com'],
  ])('as %j is %s after a start, and signs in as it did', async (before, now) => {
    const person = await app.factory.person({ email: before });
    await renew();
    expect(await addressesOf(person)).toEqual([{ address: now, isPrimary: true }]);
    const { status, body } = await app.anonymous.post('/api/v1/auth/login', { email: before, password: PASSWORD });
    expect({ status, userId: body.userId }).toEqual({ status: 200, userId: person.id });
  });

  it.each([
    'zoë@example.com',
    'δοκιμή@xn--hxajbheg2az3al.xn--qxam',
    '"a b"@example.com',
    'user@😀.com',
    'x@y\u200D.com',
  ])('as %j stays: it has its form, or none', async (email) => {
    const person = await app.factory.person({ email });
    await renew();
    expect(await addressesOf(person)).toEqual([{ address: email, isPrimary: true }]);
  });

  it('is renewed with the invitation and the link that were sent to it', async () => {
    const organization = await app.factory.organization();
    const person = await app.factory.person({ email: 'u@münchen.de' });
    const { db } = app.prisma;
    const email = 'u@münchen.de';
    const expiresAt = new Date(Date.now() + 60_000);
    await db.oneTimeToken.create({
      data: {
        id: newId(),
        purpose: 'verify_email',
        tokenHash: Buffer.from('a'),
        userId: person.id,
        email,
        createdBy: 'root',
        expiresAt,
      },
    });
    const role = await db.role.findFirstOrThrow({ where: { name: 'Teacher' } });
    await db.invitation.create({
      data: {
        id: newId(),
        organizationId: organization.id,
        email,
        roleId: role.id,
        roleName: role.name,
        appRole: 'AppMember',
        tokenId: newId(),
        createdBy: 'root',
        expiresAt,
      },
    });
    await renew();
    expect(await db.oneTimeToken.findMany({ select: { email: true } })).toEqual([{ email: 'u@xn--mnchen-3ya.de' }]);
    expect(await db.invitation.findMany({ select: { email: true } })).toEqual([{ email: 'u@xn--mnchen-3ya.de' }]);
  });

  it('in both forms in one account becomes one, verified and primary if either was', async () => {
    const person = await app.factory.person({ email: 'u@münchen.de' });
    await app.factory.address(person, 'u@xn--mnchen-3ya.de', { verifiedAt: null });
    await renew();
    expect(await app.prisma.db.userEmail.findMany({ where: { userId: person.id } })).toMatchObject([
      { address: 'u@xn--mnchen-3ya.de', isPrimary: true, verifiedAt: expect.any(Date) },
    ]);
  });

  it('that two accounts would share is left in both, logged with their ids, and shown to the root key alone', async () => {
    const first = await app.factory.person({ email: 'u@münchen.de' });
    const second = await app.factory.person({ email: 'u@xn--mnchen-3ya.de' });
    const third = await app.factory.person({ email: 'v@日本語.jp' });
    const fourth = await app.factory.person({ email: 'v@日本語。jp' });
    const other = await app.factory.person({ email: 'w@münchen.de' });
    await renew();
    await renew();
    expect(await Promise.all([first, second, third, fourth, other].map(addressesOf))).toEqual(
      ['u@münchen.de', 'u@xn--mnchen-3ya.de', 'v@日本語.jp', 'v@日本語。jp', 'w@xn--mnchen-3ya.de'].map((address) => [
        { address, isPrimary: true },
      ]),
    );
    const { body } = await app.anonymous.withToken(ROOT_KEY).get('/health/ready');
    expect(body.details.addressConflicts).toHaveLength(2);
    expect(body.details.addressConflicts).toEqual(
      expect.arrayContaining([{ userIds: [first.id, second.id].sort() }, { userIds: [third.id, fourth.id].sort() }]),
    );
    const stranger = await app.signedIn(other);
    expect((await app.anonymous.get('/health/ready')).body).toEqual({ status: 'ok' });
    expect((await stranger.get('/health/ready')).body).toEqual({ status: 'ok' });
    expect((await app.anonymous.withToken('atr_nobody').get('/health/ready')).body).toEqual({ status: 'ok' });
  });

  it('without an owner is normalized beside the account that owns it', async () => {
    const owner = await app.factory.person({ email: 'u@xn--mnchen-3ya.de' });
    const other = await app.factory.person({ email: 'other@example.com' });
    await app.factory.address(other, 'u@münchen.de', { verifiedAt: null });
    await renew();
    expect((await addressesOf(other)).map(({ address }) => address)).toEqual([
      'other@example.com',
      'u@xn--mnchen-3ya.de',
    ]);
    expect(await addressesOf(owner)).toHaveLength(1);
    expect(app.nest.get(StoredAddressesService).conflicts).toEqual([]);
  });
});

it('The log names accounts that would share an address by their ids, and no address', async () => {
  const log = captureLog();
  const app = await TestApp.start({ LOG_LEVEL: 'warn' });
  try {
    const people = [
      await app.factory.person({ email: 'u@münchen.de' }),
      await app.factory.person({ email: 'u@xn--mnchen-3ya.de' }),
    ];
    await app.nest.get(StoredAddressesService).renew();
    const ids = people.map(({ id }) => id).sort();
    const lines = log.lines().filter(({ context }) => context === 'Addresses');
    expect(lines.map(({ msg }) => msg)).toEqual([
      `Accounts that would have the same address were left as they are: ${ids.join(', ')}`,
    ]);
  } finally {
    await app.stop();
    log.stop();
  }
});
