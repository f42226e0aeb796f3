import type { Response } from 'supertest';
import type { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import type { Organization, Person } from '../support/data/factory.js';
import { makeWorld, type World } from '../support/data/world.js';
import { expectInvalid, expectRefusal } from '../support/expectations/refusals.js';
import type { MailCatcher } from '../support/mail/mail-catcher.js';
import { expectOneWinner, race, ROUNDS } from '../support/races/races.js';
import { eventually } from '../support/time/eventually.js';

const OWNER = { role: 'OrganizationAdmin', appRole: 'AppAdmin' } as const;
const WEEK = 7 * 24 * 3_600_000;

interface Member {
  readonly person: Person;
  readonly id: string;
  readonly client: Client;
}

let catcher: MailCatcher;
let world: World;
let app: TestApp;
let organization: Organization;
let offer: string;
let owner: Member;
let heir: Member;

beforeAll(async () => {
  world = await makeWorld();
  catcher = world.app.mails;
  ({ app } = world);
});

beforeEach(async () => {
  organization = await app.factory.organization({ name: 'Praxis' });
  offer = `/api/v1/orgs/${organization.slug}/ownership-offer`;
  owner = await member({ ...OWNER, displayName: 'Olga' });
  heir = await member();
});

afterAll(() => app.stop());

async function member(fields: Parameters<TestApp['factory']['membership']>[2] = {}): Promise<Member> {
  const person = await app.factory.person();
  const { id } = await app.factory.membership(person, organization, fields);
  return { person, id, client: await app.steppedUp(person) };
}

const make = (by = owner, to = heir): Promise<Response> => by.client.post(offer, { memberId: to.id });
const accept = (by = heir): Promise<Response> => by.client.post(`${offer}/accept`);
const withdraw = (by = owner): Promise<Response> => by.client.delete(offer);

async function rolesOf({ id }: Member): Promise<string[]> {
  const { role, appRole } = await app.prisma.db.membership.findUniqueOrThrow({
    where: { id },
    include: { role: true },
  });
  return [role.name, appRole];
}

const BEFORE = [
  ['OrganizationAdmin', 'AppAdmin'],
  ['Teacher', 'AppMember'],
];

async function expectNothingChanged(): Promise<void> {
  expect([await rolesOf(owner), await rolesOf(heir)]).toEqual(BEFORE);
}

describe('An organization that is offered', () => {
  it('changes nothing yet, and the recipient is notified', async () => {
    const { status, body } = await make();
    expect(status).toBe(201);
    expect(body).toEqual({
      fromMemberId: owner.id,
      toMemberId: heir.id,
      createdAt: expect.any(String),
      expiresAt: new Date(Date.parse(body.createdAt) + WEEK).toISOString(),
    });
    await expectNothingChanged();
    const mail = await catcher.waitFor({ to: heir.person.email, subject: 'Praxis is offered to you' });
    expect(mail.text).toContain('“Olga” offers you the ownership of “Praxis”');
  });

  it('to the same member again changes nothing, and notifies once', async () => {
    const { body } = await make();
    expect((await make()).body).toEqual(body);
    const offered = { organizationId: organization.id, action: 'ownership.offered' };
    expect(await app.prisma.db.auditEvent.count({ where: offered })).toBe(1);
    await catcher.waitFor({ to: heir.person.email, subject: 'Praxis is offered to you' });
    await eventually(async () => (await app.prisma.db.job.count({ where: { kind: 'mail' } })) === 0);
    expect(catcher.pending({ to: heir.person.email })).toEqual([]);
  });

  it('is seen by the two alone', async () => {
    const { body } = await make();
    for (const { client } of [owner, heir]) {
      expect((await client.get(offer)).body).toEqual(body);
    }
    for (const { client } of [await member(), await member(OWNER)]) {
      expectRefusal(await client.get(offer), 404, 'ownership_offer_not_found');
    }
  });

  it('passes to the accepting member, and makes the other a Manager and AppMember', async () => {
    await make();
    expect((await accept()).status).toBe(204);
    expect(await rolesOf(heir)).toEqual(['OrganizationAdmin', 'AppAdmin']);
    expect(await rolesOf(owner)).toEqual(['Manager', 'AppMember']);
    expectRefusal(await heir.client.get(offer), 404, 'ownership_offer_not_found');
    const events = await app.prisma.db.auditEvent.findMany({
      where: { organizationId: organization.id },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['ownership.offered', owner.person.id],
      ['membership.updated', heir.person.id],
      ['membership.updated', heir.person.id],
      ['ownership.accepted', heir.person.id],
    ]);
  });

  it('passes once, however often it is accepted at the same moment', async () => {
    await make();
    expectOneWinner(await race(() => accept()), [404, 'ownership_offer_not_found']);
    expect(await rolesOf(heir)).toEqual(['OrganizationAdmin', 'AppAdmin']);
  });

  it('is either accepted or withdrawn when both happen at the same moment', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      // An address is offered an organization five times a day.
      await app.prisma.db.mailBudget.deleteMany();
      expect((await make()).status).toBe(201);
      const answers = await Promise.all([accept(), withdraw()]);
      expectOneWinner(answers, [404, 'ownership_offer_not_found']);
      expect((await rolesOf(heir))[0]).toBe(answers[0].status === 204 ? 'OrganizationAdmin' : 'Teacher');
      if (answers[0].status === 204) {
        [owner, heir] = [heir, owner];
        await app.prisma.db.membership.update({
          where: { id: heir.id },
          data: { roleId: await app.factory.roleId('Teacher') },
        });
      }
    }
  });

  it.each([
    ['whoever offered it withdraws it', () => withdraw()],
    ['whoever got it declines it', () => withdraw(heir)],
    ['it is offered to somebody else', async () => make(owner, await member())],
    ['whoever got it leaves', () => heir.client.post(`/api/v1/orgs/${organization.slug}/leave`)],
    [
      'seven days have passed',
      () =>
        app.prisma.db.ownershipOffer.update({
          where: { organizationId: organization.id },
          data: { expiresAt: new Date() },
        }),
    ],
    [
      'whoever offered it is no AppAdmin any more',
      async () => {
        await member(OWNER);
        await app.prisma.db.membership.update({ where: { id: owner.id }, data: { appRole: 'AppMember' } });
      },
    ],
    [
      'whoever offered it was deactivated',
      async () => {
        await member(OWNER);
        await app.prisma.db.membership.update({ where: { id: owner.id }, data: { state: 'Inactive' } });
      },
    ],
  ] as [string, () => Promise<unknown>][])('cannot be accepted after %s', async (_, happens) => {
    await make();
    await happens();
    const answer = await accept();
    expect([404, 'ownership_offer_not_found', 'organization_not_found']).toEqual(
      expect.arrayContaining([answer.status, answer.body.code]),
    );
    expect((await app.prisma.db.membership.findUnique({ where: { id: heir.id } }))?.appRole ?? 'AppMember').toBe(
      'AppMember',
    );
  });
});

describe('Offering an organization', () => {
  it.each([
    ['a member who administers nothing', {}, 'insufficient_role'],
    ['an OrganizationAdmin who is no AppAdmin', { role: 'OrganizationAdmin' }, 'insufficient_role'],
    ['an AppAdmin who is no OrganizationAdmin', { appRole: 'AppAdmin' }, 'insufficient_role'],
  ] as const)('is refused to %s', async (_, fields, code) => {
    expectRefusal(await make(await member(fields)), 403, code);
    await expectNothingChanged();
  });

  it('needs a session with a step-up, and so does accepting', async () => {
    await make();
    const key = app.anonymous.withToken(await app.factory.apiKey({ membershipId: owner.id }));
    expectRefusal(await key.post(offer, { memberId: heir.id }), 403, 'session_required');
    expectRefusal(await key.get(offer), 403, 'session_required');
    for (const [{ person }, path] of [
      [owner, offer],
      [heir, `${offer}/accept`],
    ] as const) {
      const answer = await (await app.signedIn(person)).post(path, { memberId: heir.id });
      expectRefusal(answer, 401, 'step_up_required', { methods: ['password'] });
    }
    await expectNothingChanged();
  });

  it('to oneself is refused', async () => {
    expectRefusal(await make(owner, owner), 409, 'own_offer');
    const terms = { fromMembershipId: owner.id, toMembershipId: owner.id, expiresAt: new Date() };
    const data = { organizationId: organization.id, ...terms };
    await expect(app.prisma.db.ownershipOffer.create({ data })).rejects.toThrow('OwnershipOffer_members_check');
  });

  it('to an inactive member, a member of another organization and an unknown id is refused in the same words', async () => {
    const inactive = await member({ state: 'Inactive' });
    const ids = [inactive.id, world.memberships.aliceInAurora.id, '01890000-0000-7000-8000-000000000000'];
    for (const memberId of ids) {
      expectRefusal(await owner.client.post(offer, { memberId }), 404, 'user_not_found');
    }
    expectInvalid(await owner.client.post(offer, {}), ['/memberId', 'is_uuid', 'Must be a UUID.']);
  });

  it.each<[string, (person: Member) => Promise<Response>]>([
    [
      'deactivated',
      ({ id }) => owner.client.patch(`/api/v1/orgs/${organization.slug}/members/${id}`, { state: 'Inactive' }),
    ],
    ['removed', ({ id }) => owner.client.delete(`/api/v1/orgs/${organization.slug}/members/${id}`)],
  ])('ends when the member it was made to is %s', async (_, end) => {
    await make();
    expect((await end(heir)).status).toBeLessThan(300);
    expectRefusal(await owner.client.get(offer), 404, 'ownership_offer_not_found');
    await owner.client.patch(`/api/v1/orgs/${organization.slug}/members/${heir.id}`, { state: 'Active' });
    expect(await app.prisma.db.ownershipOffer.count({ where: { organizationId: organization.id } })).toBe(0);
    const where = { action: 'ownership.ended', organizationId: organization.id };
    expect(await app.prisma.db.auditEvent.findMany({ where })).toMatchObject([
      { actorId: owner.person.id, changes: { toMembershipId: heir.id } },
    ]);
  });

  it('ends when the offering member is deactivated', async () => {
    await make();
    const second = await member(OWNER);
    const path = `/api/v1/orgs/${organization.slug}/members/${owner.id}`;
    expect((await second.client.patch(path, { state: 'Inactive' })).status).toBe(200);
    expect((await second.client.patch(path, { state: 'Active' })).status).toBe(200);
    expectRefusal(await accept(), 404, 'ownership_offer_not_found');
  });

  it.each([
    ['OrganizationAdmin', { role: 'Manager' }, { role: 'OrganizationAdmin' }],
    ['AppAdmin', { appRole: 'AppMember' }, { appRole: 'AppAdmin' }],
  ])(
    'ends when the offering member loses the role %s, and stays ended when they get it back',
    async (_, less, more) => {
      await make();
      const second = await member(OWNER);
      const path = `/api/v1/orgs/${organization.slug}/members/${owner.id}`;
      expect((await second.client.patch(path, less)).status).toBe(200);
      expect((await second.client.patch(path, more)).status).toBe(200);
      expectRefusal(await accept(), 404, 'ownership_offer_not_found');
      await expectNothingChanged();
      const where = { action: 'ownership.ended', organizationId: organization.id };
      expect(await app.prisma.db.auditEvent.findMany({ where })).toMatchObject([
        { actorId: second.person.id, changes: { fromMembershipId: owner.id, toMembershipId: heir.id } },
      ]);
    },
  );

  it('stays open when the other member, or a third one, gets another role', async () => {
    await make();
    for (const { id } of [heir, await member()]) {
      const path = `/api/v1/orgs/${organization.slug}/members/${id}`;
      expect((await owner.client.patch(path, { role: 'Coach' })).status).toBe(200);
    }
    expect((await accept()).status).toBe(204);
  });

  it('is not accepted by others, not even by another administrator', async () => {
    await make();
    for (const other of [owner, await member(), await member(OWNER)]) {
      expectRefusal(await accept(other), 404, 'ownership_offer_not_found');
    }
    await expectNothingChanged();
  });
});
