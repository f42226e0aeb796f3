import { newId } from '../../src/core/ids/ids.js';
import { TestApp } from '../support/app/app.js';
import { ROOT_KEY } from '../support/app/running-app.js';
import type { Client } from '../support/clients/client.js';
import type { Organization, Person } from '../support/data/factory.js';
import { expectRefusal, expectSameProblem, expectUnauthenticated } from '../support/expectations/refusals.js';
import { expectOneWinner, race, RACERS } from '../support/races/races.js';

const ARCHIVED = [403, 'organization_archived'] as const;

let app: TestApp;
let aurora: Organization;
let sasha: Person;
let asSasha: Client;
let asRoot: Client;

beforeAll(async () => {
  app = await TestApp.start();
  asRoot = app.anonymous.withToken(ROOT_KEY);
});

afterAll(() => app.stop());

beforeEach(async () => {
  [aurora, sasha] = await administered();
  asSasha = await app.steppedUp(sasha);
});

async function administered(): Promise<[Organization, Person]> {
  const organization = await app.factory.organization();
  const admin = await app.factory.person();
  const roles = { role: 'OrganizationAdmin', appRole: 'AppAdmin' } as const;
  await app.factory.membership(admin, organization, { ...roles, isPrimary: true });
  return [organization, admin];
}

function path({ slug }: { slug: string }, more = ''): string {
  return `/api/v1/orgs/${slug}${more}`;
}

async function rename(slug: string, client = asSasha, organization = aurora): Promise<number> {
  return (await client.patch(path(organization), { slug })).status;
}

async function slugsOf({ id }: { id: string }): Promise<string[]> {
  const slugs = await app.prisma.db.organizationSlug.findMany({
    where: { organizationId: id },
    orderBy: { slug: 'asc' },
  });
  return slugs.map(({ slug }) => slug);
}

async function current(client: Client): Promise<string | null> {
  return (await client.get('/api/me/organizations')).body.data.currentOrganizationId;
}

function auditOf(targetId: string): Promise<object[]> {
  return app.prisma.db.auditEvent.findMany({ where: { targetId }, orderBy: { id: 'asc' } });
}

describe('A slug', () => {
  it('that was given up stays reserved, and its organization may take it back', async () => {
    const [former, present] = [aurora.slug, `${aurora.slug}-b`];
    expect(await rename(present)).toBe(200);
    const [other, admin] = await administered();
    expectRefusal(await (await app.steppedUp(admin)).patch(path(other), { slug: former }), 409, 'slug_taken');
    expectRefusal(await asSasha.post('/api/v1/orgs', { name: 'Other', slug: former }), 409, 'slug_taken');
    expect(await slugsOf(aurora)).toEqual([former, present]);
    expect(await rename(former, asSasha, { ...aurora, slug: present })).toBe(200);
    expect((await asSasha.get(path({ slug: present }))).headers.location).toBe(path({ slug: former }));
    expect((await asSasha.get(path({ slug: former }))).status).toBe(200);
    expect(await slugsOf(aurora)).toEqual([former, present]);
  });

  it('that was given up leads to the present one over any number of changes', async () => {
    const slugs = [aurora.slug, ...['b', 'c', 'd'].map((letter) => `${aurora.slug}-${letter}`)];
    for (const slug of slugs.slice(1)) {
      expect(await rename(slug)).toBe(200);
    }
    for (const slug of slugs.slice(0, -1)) {
      const { status, headers } = await asSasha.get(path({ slug }));
      expect([status, headers.location]).toEqual([308, path({ slug: slugs.at(-1) ?? '' })]);
    }
    expect((await asSasha.get(path({ slug: aurora.id }))).headers.location).toBe(path({ slug: slugs.at(-1) ?? '' }));
  });

  it('that many organizations want goes to one of them', async () => {
    const rivals = await Promise.all(
      Array.from({ length: RACERS }, async () => {
        const [organization, admin] = await administered();
        return { organization, client: await app.steppedUp(admin) };
      }),
    );
    const slug = `wanted-${newId()}`;
    const answers = await race((number) => {
      const { client, organization } = rivals[number] ?? { client: asSasha, organization: aurora };
      return number % 2 === 0
        ? client.patch(path(organization), { slug })
        : client.post('/api/v1/orgs', { name: 'Wanted', slug });
    });
    const winner = expectOneWinner(answers, [409, 'slug_taken']);
    expect(winner.body.slug).toBe(slug);
    expect(await slugsOf(winner.body)).toContain(slug);
    expect(await app.prisma.db.organization.count({ where: { slug } })).toBe(1);
  });

  it('that is made of a name differs for each of many with the same name', async () => {
    const name = `CreatedOrganization together ${newId()}`;
    const answers = await race(() => asSasha.post('/api/v1/orgs', { name }));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map(({ body }) => body.slug)).size).toBe(RACERS);
  });

  it('is one of at most twenty of an organization', async () => {
    await app.prisma.db.organizationSlug.createMany({
      data: Array.from({ length: 18 }, (_, number) => ({
        slug: `${aurora.slug}-${number}`,
        organizationId: aurora.id,
      })),
    });
    expect(await rename(`${aurora.slug}-x`)).toBe(200);
    expectRefusal(await asSasha.patch(path(aurora), { slug: `${aurora.slug}-y` }), 409, 'too_many_slugs');
    expect(await rename(`${aurora.slug}-7`)).toBe(200);
    expect(await slugsOf(aurora)).toHaveLength(20);
  });
});

describe('Creating organizations', () => {
  it('is possible a hundred times for a user, also with simultaneous requests', async () => {
    const person = await app.factory.person();
    const client = await app.signedIn(person);
    const made = await Promise.all(
      Array.from({ length: 99 }, () => app.factory.organization({ createdBy: person.id })),
    );
    await app.prisma.db.organization.update({ where: { id: made[0]?.id ?? '' }, data: { status: 'archived' } });
    const answers = await race(() => client.post('/api/v1/orgs', { name: 'One more' }));
    expectOneWinner(answers, [409, 'too_many_organizations']);
  });

  it('gives a user one primary organization for many simultaneous requests', async () => {
    const person = await app.factory.person();
    const client = await app.signedIn(person);
    const answers = await race((number) => client.post('/api/v1/orgs', { name: `Number ${number}` }));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    const memberships = await app.prisma.db.membership.findMany({ where: { userId: person.id } });
    expect(memberships).toHaveLength(RACERS);
    expect(memberships.filter(({ isPrimary }) => isPrimary)).toHaveLength(1);
  });

  it('is audited with what it is called', async () => {
    const { body } = await asSasha.post('/api/v1/orgs', { name: 'Riverbend', slug: `riverbend-${newId()}` });
    expect(await auditOf(body.id)).toMatchObject([
      {
        action: 'organization.created',
        actorId: sasha.id,
        organizationId: body.id,
        changes: { name: { before: null, after: 'Riverbend' }, slug: { before: null, after: body.slug } },
      },
    ]);
  });

  it('records the membership of its creator', async () => {
    const person = await app.factory.person();
    const { body } = await (await app.signedIn(person)).post('/api/v1/orgs', { name: 'Riverbend' });
    const where = { targetId: person.id, action: 'membership.created' };
    expect(await app.prisma.db.auditEvent.findMany({ where })).toMatchObject([
      {
        actorId: person.id,
        organizationId: body.id,
        changes: {
          role: { before: null, after: 'OrganizationAdmin' },
          appRole: { before: null, after: 'AppAdmin' },
          isPrimary: { before: null, after: true },
        },
      },
    ]);
  });
});

describe('Changes of an organization', () => {
  it('are audited, before and after, and nothing when nothing changed', async () => {
    const changes = { name: 'New', description: 'Text', settings: { features: { beta: true } } };
    await asSasha.patch(path(aurora), changes);
    await asSasha.patch(path(aurora), changes);
    expect(await auditOf(aurora.id)).toMatchObject([
      {
        action: 'organization.updated',
        actorKind: 'user',
        actorId: sasha.id,
        organizationId: aurora.id,
        changes: {
          name: { before: 'Organization', after: 'New' },
          description: { before: null, after: 'Text' },
          settings: { before: {}, after: { features: { beta: true } } },
        },
      },
    ]);
    expect(await app.prisma.db.organization.findUniqueOrThrow({ where: { id: aurora.id } })).toMatchObject({
      updatedBy: sasha.id,
    });
  });

  it('that are made at once do not undo each other', async () => {
    const answers = await race((number) =>
      asSasha.patch(path(aurora), { settings: { [`key${number}`]: number, features: { [`flag${number}`]: true } } }),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const { settings } = (await asSasha.get(path(aurora))).body;
    expect(Object.keys(settings)).toHaveLength(RACERS + 1);
    expect(Object.keys(settings.features)).toHaveLength(RACERS);
  });

  it('reach no organization but the one in the path', async () => {
    const [praxia, admin] = await administered();
    const asAdmin = await app.steppedUp(admin);
    const before = await app.prisma.db.organization.findUniqueOrThrow({ where: { id: praxia.id } });
    const nowhere = await asSasha.patch(path({ slug: 'nowhere' }), { name: 'Theirs' });
    expectRefusal(nowhere, 404, 'organization_not_found');
    expectSameProblem(await asSasha.patch(path(praxia), { name: 'Theirs' }), nowhere);
    expectSameProblem(await asSasha.inOrganization(aurora.slug).patch(path(praxia), { name: 'Theirs' }), nowhere);
    await app.factory.membership(sasha, praxia, { role: 'Manager', appRole: 'AppAdmin' });
    expectRefusal(await asSasha.patch(path(praxia), { name: 'Theirs' }), 403, 'insufficient_role');
    expect(await app.prisma.db.organization.findUniqueOrThrow({ where: { id: praxia.id } })).toEqual(before);
    expect((await asAdmin.patch(path(praxia), { name: 'Ours' })).body.name).toBe('Ours');
  });

  it('accepts a former slug, which always names the organization', async () => {
    await rename(`${aurora.slug}-b`);
    expect((await asSasha.patch(path(aurora), { name: 'By its former slug' })).body).toMatchObject({
      id: aurora.id,
      slug: `${aurora.slug}-b`,
      name: 'By its former slug',
    });
  });
});

describe('Archiving an organization', () => {
  let member: Person;
  let membershipId: string;
  let asMember: Client;

  beforeEach(async () => {
    member = await app.factory.person();
    const fields = { role: 'Coach', appRole: 'AppAdmin', isPrimary: true } as const;
    membershipId = (await app.factory.membership(member, aurora, fields)).id;
    asMember = await app.signedIn(member);
  });

  async function archive(): Promise<void> {
    expect((await asSasha.post(path(aurora, '/archive'))).status).toBe(200);
  }

  it('answers the organization, archived, and again when it is', async () => {
    const { status, body } = await asSasha.post(path(aurora, '/archive'));
    expect({ status, body }).toMatchObject({ status: 200, body: { id: aurora.id, status: 'archived' } });
    expect(body).toEqual((await asSasha.get(path(aurora))).body);
    expect((await asSasha.post(path(aurora, '/archive'))).body).toEqual(body);
  });

  it('takes it from the sessions of all members at once', async () => {
    expect(await current(asMember)).toBe(aurora.id);
    await archive();
    expect([await current(asMember), await current(asSasha)]).toEqual([null, null]);
    expect((await asMember.get('/api/v1/auth/me')).body.organization).toBeNull();
    expect((await asMember.get('/api/me/current-organization')).body).toEqual({ data: null });
    expect(await app.prisma.db.session.count({ where: { activeOrganizationId: aurora.id } })).toBe(0);
  });

  it('refuses every caller, however the request names it', async () => {
    await archive();
    for (const client of [asMember, asSasha, asRoot]) {
      for (const name of [aurora.slug, aurora.id]) {
        expectRefusal(await client.inOrganization(name).get('/api/v1/app/user'), ...ARCHIVED);
        expectRefusal(await client.inOrganization(name).post('/api/v1/org/service-accounts', {}), ...ARCHIVED);
      }
    }
    expectRefusal(await asMember.inOrganization(aurora.slug).get('/api/v1/auth/me'), ...ARCHIVED);
    expectRefusal(await asSasha.patch(path(aurora), { name: 'New' }), ...ARCHIVED);
    expectRefusal(await asSasha.post(path(aurora, '/logo')), ...ARCHIVED);
    const key = { name: 'Key', organization: aurora.slug };
    expectRefusal(await asSasha.post('/api/v1/api-keys', key), ...ARCHIVED);
    for (const route of ['switch-organization', 'primary-organization']) {
      expectRefusal(await asMember.post(`/api/me/${route}`, { organizationId: aurora.id }), 403, 'not_a_member');
    }
  });

  it('stops the API keys of its members and of its service accounts', async () => {
    const bot = await app.factory.serviceAccount(aurora);
    const keys = await Promise.all(
      [{ membershipId }, { serviceAccountId: bot.id }].map(async (owner) =>
        app.anonymous.withToken(await app.factory.apiKey(owner)),
      ),
    );
    const ask = (): Promise<number[]> =>
      Promise.all(keys.map(async (client) => (await client.get('/api/v1/me')).status));
    expect(await ask()).toEqual([200, 200]);
    await archive();
    for (const client of keys) {
      expectUnauthenticated(await client.get('/api/v1/me'));
    }
    await asSasha.post(path(aurora, '/restore'));
    expect(await ask()).toEqual([200, 200]);
  });

  it('can be read by its members, and not by other users', async () => {
    await archive();
    expect((await asMember.get(path(aurora))).body).toMatchObject({ status: 'archived', role: 'Coach' });
    expectRefusal(
      await (await app.signedIn(await app.factory.person())).get(path(aurora)),
      404,
      'organization_not_found',
    );
    expect((await asMember.get('/api/v1/orgs/my')).body).toEqual({ items: [] });
    const { data } = (await asMember.get('/api/me/organizations')).body;
    expect(data).toMatchObject({
      organizations: [{ id: aurora.id, status: 'archived' }],
      currentOrganizationId: null,
    });
  });

  it('lets logins start in none whose primary organization it is', async () => {
    await archive();
    expect(await current(await app.anonymous.logIn(member.email))).toBeNull();
    await asSasha.post(path(aurora, '/restore'));
    expect(await current(await app.anonymous.logIn(member.email))).toBe(aurora.id);
  });

  it('is undone by its OrganizationAdmins with a step-up, and by no other member', async () => {
    await archive();
    const steppedUp = await app.steppedUp(member);
    expectRefusal(await steppedUp.post(path(aurora, '/restore')), 403, 'insufficient_role');
    const fresh = await app.signedIn(sasha);
    expectRefusal(await fresh.post(path(aurora, '/restore')), 401, 'step_up_required', { methods: ['password'] });
    const [, stranger] = await administered();
    expectRefusal(await (await app.steppedUp(stranger)).post(path(aurora, '/restore')), 404, 'organization_not_found');
    expect((await asSasha.post(path(aurora, '/restore'))).body).toMatchObject({ id: aurora.id, status: 'active' });
    expect((await asSasha.post(path(aurora, '/restore'))).status).toBe(200);
    expect(await current(asMember)).toBeNull();
    expect((await asMember.post('/api/me/switch-organization', { organizationId: aurora.id })).status).toBe(200);
    expect((await asMember.inOrganization(aurora.slug).get('/api/v1/app/user')).status).toBe(200);
  });

  it('is audited once, however many do it at once', async () => {
    const archived = await race(() => asSasha.post(path(aurora, '/archive')));
    const restored = await race(() => asSasha.post(path(aurora, '/restore')));
    expect([...archived, ...restored].map(({ status }) => status)).toEqual(Array(2 * RACERS).fill(200));
    expect(await auditOf(aurora.id)).toMatchObject([
      { action: 'organization.archived', changes: { status: { before: 'active', after: 'archived' } } },
      { action: 'organization.restored', changes: { status: { before: 'archived', after: 'active' } } },
    ]);
  });

  it('leaves no session in it that switches at the same time', async () => {
    const answers = await race((number) =>
      number === 0
        ? asSasha.post(path(aurora, '/archive'))
        : asMember.post('/api/me/switch-organization', { organizationId: aurora.id }),
    );
    expect(answers[0]?.status).toBe(200);
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      expectRefusal(answer, 403, 'not_a_member');
    }
    expect(await app.prisma.db.session.count({ where: { activeOrganizationId: aurora.id } })).toBe(0);
  });

  it('happens by itself when its last member deletes the account', async () => {
    const organization = await app.factory.organization();
    const last = await app.factory.person();
    await app.factory.membership(last, organization, { role: 'OrganizationAdmin', appRole: 'AppAdmin' });
    const bot = await app.factory.serviceAccount(organization);
    const key = app.anonymous.withToken(await app.factory.apiKey({ serviceAccountId: bot.id }));
    expect((await (await app.signedIn(last)).delete('/api/me')).status).toBe(202);
    expectUnauthenticated(await key.get('/api/v1/me'));
    const { status } = await app.prisma.db.organization.findUniqueOrThrow({ where: { id: organization.id } });
    expect(status).toBe('archived');
    const where = { action: 'organization.archived', targetId: organization.id };
    expect(await app.prisma.db.auditEvent.findMany({ where })).toMatchObject([{ actorId: last.id }]);
  });
});

describe('The primary organization', () => {
  let person: Person;
  let client: Client;
  let first: Organization;
  let second: Organization;

  beforeEach(async () => {
    person = await app.factory.person();
    first = await app.factory.organization();
    second = await app.factory.organization();
    await app.factory.membership(person, first, { isPrimary: true });
    await app.factory.membership(person, second, { role: 'Coach' });
    client = await app.signedIn(person);
  });

  async function primaries(): Promise<string[]> {
    const memberships = await app.prisma.db.membership.findMany({ where: { userId: person.id, isPrimary: true } });
    return memberships.map(({ organizationId }) => organizationId);
  }

  it('stays one when many are chosen at once', async () => {
    const answers = await race((number) =>
      client.post('/api/me/primary-organization', { organizationId: (number % 2 === 0 ? first : second).id }),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await primaries()).toHaveLength(1);
  });

  it('stays one when others are founded at the same time', async () => {
    await app.prisma.db.membership.updateMany({ where: { userId: person.id }, data: { isPrimary: false } });
    const answers = await race((number) =>
      number % 2 === 0
        ? client.post('/api/v1/orgs', { name: 'Founded' })
        : client.post('/api/me/primary-organization', { organizationId: second.id }),
    );
    expect(answers.map(({ status }) => (status === 201 ? 200 : status))).toEqual(answers.map(() => 200));
    expect(await primaries()).toEqual([second.id]);
  });

  it('is changed once in the audit, and nothing is written when it was so before', async () => {
    await client.post('/api/me/primary-organization', { organizationId: second.id });
    await client.post('/api/me/primary-organization', { organizationId: second.id });
    expect(await auditOf(person.id)).toMatchObject([
      {
        action: 'user.primary_organization_changed',
        actorId: person.id,
        organizationId: null,
        changes: { organizationId: { before: first.id, after: second.id } },
      },
    ]);
  });
});
