import sharp from 'sharp';
import type { Response } from 'supertest';
import { FEATURE_FLAGS } from '../support/app/running-app.js';
import type { Client } from '../support/clients/client.js';
import { STRANGERS } from '../support/clients/strangers.js';
import { formOf, postForm } from '../support/clients/uploads.js';
import type { Organization, Person } from '../support/data/factory.js';
import { plain } from '../support/data/pictures.js';
import { makeWorld, type World } from '../support/data/world.js';
import {
  expectInvalid,
  expectRefusal,
  expectSameProblem,
  expectUnauthenticated,
} from '../support/expectations/refusals.js';
import { covers } from './spec/covers.js';

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const NAME_OF_LOGO = /\/logos\/[0-9a-f-]{36}\.webp$/;

const SLUG = 'Must have 2 to 48 of the characters a-z, 0-9 and single hyphens between them.';
const UNKNOWN = 'This key is not one the route takes.';

let world: World;
let founder: Person;
let riverbend: Organization;
let asFounder: Client;
let asMember: Client;

beforeAll(async () => {
  world = await makeWorld();
  await makeRiverbend();
});

afterAll(() => world.app.stop());

/** An organization that a test may change: its administrator has stepped up, its member is nothing but a Manager. */
async function makeRiverbend(): Promise<void> {
  const { app, factory } = world;
  riverbend = await factory.organization({
    name: 'Riverbend',
    description: 'Boats',
    updatedAt: new Date('2026-01-01'),
  });
  founder = await factory.person();
  await factory.membership(founder, riverbend, { role: 'OrganizationAdmin', appRole: 'AppAdmin', isPrimary: true });
  asFounder = await app.steppedUp(founder);
  const member = await factory.person();
  await factory.membership(member, riverbend, { role: 'Manager', appRole: 'AppAdmin' });
  asMember = await app.steppedUp(member);
}

function path(of: { slug: string }, more = ''): string {
  return `/api/v1/orgs/${of.slug}${more}`;
}

function patch(changes: unknown, client = asFounder): Promise<Response> {
  return client.patch(path(riverbend), changes);
}

async function uploadLogo(client: Client): Promise<Response> {
  const content = await plain(300, 200).png().toBuffer();
  const form = formOf({ name: 'logo', filename: 'logo.png', type: 'image/png', content });
  return postForm(client, path(riverbend, '/logo'), form);
}

function stored(): Promise<object> {
  return world.app.prisma.db.organization.findUniqueOrThrow({ where: { id: riverbend.id } });
}

describe('1 Authentication and access rules: organizations', () => {
  it.each(STRANGERS)('refuses %s', async (_, make) => {
    covers(1);
    const asStranger = await make(world);
    expectUnauthenticated(await asStranger.get(path(world.aurora)));
    expectUnauthenticated(await asStranger.patch(path(world.aurora), { name: 'Theirs' }));
    expectUnauthenticated(await asStranger.post('/api/v1/orgs', { name: 'Theirs' }));
  });

  const CHANGES: [string, (client: Client) => Promise<Response>][] = [
    ['PATCH', (client) => client.patch(path(riverbend), { name: 'Theirs' })],
    ['POST …/logo', (client) => uploadLogo(client)],
    ['POST …/archive', (client) => client.post(path(riverbend, '/archive'))],
    ['POST …/restore', (client) => client.post(path(riverbend, '/restore'))],
  ];

  it.each(CHANGES)('%s needs a session that was stepped up', async (_, change) => {
    covers(2, 3, 7, 63);
    const before = await stored();
    const refused = await change(await world.app.signedIn(founder));
    expectRefusal(refused, 401, 'step_up_required', { methods: ['password'] });
    expect(refused.headers['www-authenticate']).toMatch(/^Bearer error="insufficient_user_authentication"/);
    expect(await stored()).toEqual(before);
  });

  it('has no skills: what would edit them is no route', async () => {
    covers(9);
    const admin = await world.app.steppedUp(world.sasha);
    for (const path of ['/api/v1/skills', '/api/v1/skills/1', '/api/v1/orgs/auroralabs/skills']) {
      expect((await admin.patch(path, { name: 'Skill' })).status).toBe(404);
    }
    expect(Object.keys(world.app.openapi.document.paths).filter((path) => path.includes('skill'))).toEqual([]);
  });

  it.each(CHANGES)('%s refuses API keys of users, service accounts and root', async (_, change) => {
    covers(4, 64);
    const { db } = world.app.prisma;
    const before = await stored();
    const { id: membershipId } = await db.membership.findFirstOrThrow({ where: { userId: founder.id } });
    const bot = await world.factory.serviceAccount(riverbend, {
      roleId: await world.factory.roleId('OrganizationAdmin'),
    });
    expectRefusal(await change(await world.withKey({ membershipId })), 403, 'session_required');
    expectRefusal(await change(await world.withKey({ serviceAccountId: bot.id })), 403, 'session_required');
    expect(await stored()).toEqual(before);
  });

  it.each(CHANGES.filter(([name]) => name !== 'POST …/restore'))('%s refuses root', async (_, change) => {
    covers(64);
    const before = await stored();
    expectRefusal(await change(world.asRoot), 403, 'user_required');
    expect(await stored()).toEqual(before);
  });

  it.each(CHANGES)('%s is for OrganizationAdmins', async (_, change) => {
    covers(65);
    const before = await stored();
    expectRefusal(await change(asMember), 403, 'insufficient_role');
    expect(await stored()).toEqual(before);
  });

  it.each(CHANGES)('%s answers an outsider as if there were no such organization', async (_, change) => {
    covers(59);
    const before = await stored();
    expectRefusal(await change(await world.app.steppedUp(world.noor)), 404, 'organization_not_found');
    expect(await stored()).toEqual(before);
  });
});

describe('4 Organization: GET /api/v1/orgs/:slug', () => {
  const AURORA = {
    slug: 'auroralabs',
    name: 'Aurora Labs',
    description: null,
    logoUrl: null,
    status: 'active',
    settings: { features: { beta: true, theme: 'dark' } },
    createdAt: '2025-06-01T00:00:00.000Z',
    updatedAt: '2026-01-01T12:30:00.250Z',
  };

  it.each([
    ['asSasha', 'OrganizationAdmin', 'AppAdmin'],
    ['asSashasKey', 'OrganizationAdmin', 'AppAdmin'],
    ['asAlice', 'Teacher', 'AppMember'],
    ['asBot', 'Teacher', 'AppMember'],
    ['asRoot', null, null],
  ] as const)('describes it to %s, with the role of the caller', async (caller, role, appRole) => {
    covers(6, 58, 65);
    const { status, body } = await world[caller].get(path(world.aurora));
    expect({ status, body }).toEqual({ status: 200, body: { id: world.aurora.id, ...AURORA, role, appRole } });
  });

  it('asks an API key for the scope orgs:read', async () => {
    covers(6, 58);
    const owner = { membershipId: world.memberships.sashaInAurora.id };
    const client = await world.withKey(owner, { scopes: ['orgs:write'] });
    const detail = 'Dem API-Schlüssel fehlt der Scope orgs:read.';
    expectRefusal(await client.get(path(world.aurora)), 403, 'insufficient_scope', { detail });
  });

  it('answers the slug of others exactly as an unknown slug', async () => {
    covers(59);
    const nowhere = await world.asAlice.get(path({ slug: 'nowhere' }));
    expectRefusal(nowhere, 404, 'organization_not_found');
    for (const caller of [world.asAlice, world.asNoor, world.asBot]) {
      expectSameProblem(await caller.get(path(world.praxia)), nowhere);
    }
    expectRefusal(await world.asSashasKey.get(path(world.praxia)), 404, 'organization_not_found');
    for (const slug of ['%00', 'No%20slug', '-', 'a'.repeat(60), world.praxia.id, '..%2Fmy']) {
      expectRefusal(await world.asAlice.get(path({ slug })), 404, 'organization_not_found');
    }
  });

  it('refuses an inactive member with membership_inactive', async () => {
    covers(59);
    expectRefusal(await world.asInes.get(path(world.aurora)), 403, 'membership_inactive');
  });

  it('is about the slug, whatever x-org and the session say', async () => {
    covers(58);
    const client = world.asSasha.inOrganization('auroralabs');
    expect((await client.get(path(world.praxia))).body).toMatchObject({ slug: 'praxia-academy', role: 'Coach' });
  });
});

describe('4 Organization: PATCH /api/v1/orgs/:slug', () => {
  beforeEach(makeRiverbend);

  it('changes the name and answers the organization', async () => {
    covers(60);
    const { status, body } = await patch({ name: '  River\u0065\u0301bend ' });
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        id: riverbend.id,
        slug: riverbend.slug,
        name: 'Riverébend',
        description: 'Boats',
        logoUrl: null,
        status: 'active',
        settings: {},
        role: 'OrganizationAdmin',
        appRole: 'AppAdmin',
        createdAt: expect.stringMatching(ISO),
        updatedAt: expect.stringMatching(ISO),
      },
    });
    expect(Date.parse(body.updatedAt)).toBeGreaterThan(Date.parse('2026-01-01'));
    expect((await asMember.get(path(riverbend))).body).toEqual({ ...body, role: 'Manager' });
  });

  it('changes the slug, under which the organization is found from then on', async () => {
    covers(61);
    const slug = `${riverbend.slug}-new`;
    expect((await patch({ slug })).body).toMatchObject({ id: riverbend.id, slug });
    expect((await asFounder.get(path({ slug }))).body.slug).toBe(slug);
    expect((await asFounder.get('/api/v1/orgs/my')).body.items).toMatchObject([{ slug }]);
  });

  it('answers a former slug with the way to the present one, to members alone', async () => {
    covers(61);
    const slug = `${riverbend.slug}-new`;
    await patch({ slug });
    const { status, headers, text } = await asMember.get(path(riverbend));
    expect({ status, text }).toEqual({ status: 308, text: '' });
    expect(headers).toMatchObject({ location: path({ slug }), 'cache-control': 'no-store' });
    expect((await asMember.get(headers.location ?? '')).body.id).toBe(riverbend.id);
    expectRefusal(await world.asNoor.get(path(riverbend)), 404, 'organization_not_found');
  });

  it.each([
    '',
    '?a=b',
    '?a=b&c=d',
    '?q=%C3%A9%20x',
    '?next=/a?b',
    '?a=1&a=2',
    '?=',
    '?slug=other',
    '?x=%23y',
    '?a=b%26c',
  ])('keeps the query %j on the way from a former slug, and from capital letters', async (query) => {
    const slug = `${riverbend.slug}-new`;
    const capitals = path({ slug: riverbend.slug.toUpperCase() });
    expect((await asMember.get(capitals + query)).headers).toMatchObject({ location: path(riverbend) + query });
    await patch({ slug });
    expect((await asMember.get(path(riverbend) + query)).headers).toMatchObject({ location: path({ slug }) + query });
  });

  it('is found by a slug in capital letters, by members alone', async () => {
    const capitals = path({ slug: riverbend.slug.toUpperCase() });
    expect((await asMember.get(capitals)).status).toBe(308);
    expect((await asMember.get(`${capitals}/members`)).status).toBe(200);
    expectRefusal(await world.asNoor.get(capitals), 404, 'organization_not_found');
  });

  it('sets the address of a logo and takes it away', async () => {
    covers(62);
    const logoUrl = 'https://cdn.example.com/riverbend.webp';
    expect((await patch({ logoUrl })).body.logoUrl).toBe(logoUrl);
    expect((await patch({ logoUrl: null })).body.logoUrl).toBeNull();
  });

  it('takes an uploaded logo, which replaces the one before', async () => {
    covers(62);
    const { status, body } = await uploadLogo(asFounder);
    expect(status).toBe(200);
    expect(body).toEqual((await asFounder.get(path(riverbend))).body);
    expect(body.logoUrl).toMatch(NAME_OF_LOGO);
    const { body: picture } = await world.app.anonymous.get(new URL(body.logoUrl).pathname);
    expect(await sharp(picture as Buffer).metadata()).toMatchObject({ format: 'webp', width: 512, height: 512 });
    const again = await uploadLogo(asFounder);
    expect(again.body.logoUrl).not.toBe(body.logoUrl);
    expect((await patch({ logoUrl: again.body.logoUrl })).body).toEqual(again.body);
  });

  it('changes the description and clears it', async () => {
    covers(65);
    expect((await patch({ description: 'Rowing\nand sailing' })).body.description).toBe('Rowing\nand sailing');
    expect((await patch({ description: null })).body.description).toBeNull();
  });

  it('merges settings as RFC 7396 says', async () => {
    covers(65);
    await patch({
      settings: { theme: { dark: true, accent: 'blue' }, features: { beta: true, old: false }, list: [1, 2] },
    });
    const { body } = await patch({
      settings: { theme: { accent: null, font: 'serif' }, features: { old: null }, list: [3], more: 'x' },
    });
    expect(body.settings).toEqual({
      theme: { dark: true, font: 'serif' },
      features: { beta: true },
      list: [3],
      more: 'x',
    });
    expect((await patch({ settings: { features: null, theme: 1, list: null } })).body.settings).toEqual({
      theme: 1,
      more: 'x',
    });
  });

  it('overrides the feature flags for the members by the booleans of settings.features', async () => {
    covers(31, 65);
    const flags = async (): Promise<object> =>
      (await asMember.inOrganization(riverbend.slug).get('/api/v1/auth/me')).body.featureFlags;
    expect(await flags()).toEqual(FEATURE_FLAGS);
    await patch({ settings: { features: { beta: true, rowing: true, projects: false } } });
    expect(await flags()).toEqual({ beta: true, projects: false, rowing: true });
    await patch({ settings: { features: { beta: null } } });
    expect(await flags()).toEqual({ beta: false, projects: false, rowing: true });
  });

  it('writes nothing when everything is as it was', async () => {
    covers(65);
    await patch({ settings: { a: { b: 1, c: 2 } } });
    const before = await stored();
    const changes = { name: 'Riverbend', slug: riverbend.slug, settings: { a: { c: 2, b: 1 }, gone: null } };
    expect((await patch({ ...changes, description: 'Boats', logoUrl: null })).status).toBe(200);
    expect((await patch({ settings: {} })).status).toBe(200);
    expect(await stored()).toEqual(before);
  });

  it('holds the bound on settings over several changes', async () => {
    covers(65);
    await patch({ settings: { a: 'x'.repeat(10_000) } });
    const error = ['/settings', 'max_bytes', 'Must have at most 16384 bytes as JSON.'] as const;
    expectInvalid(await patch({ settings: { b: 'x'.repeat(10_000) } }), error);
    expect((await patch({ settings: { a: null, b: 'x'.repeat(10_000) } })).status).toBe(200);
  });

  it.each(['ab', '42', 'a-b', 'a1-2b', 'x'.repeat(48), ' trimmed '])('takes the slug %j', async (slug) => {
    covers(65);
    expect((await patch({ slug })).body.slug).toBe(slug.trim());
  });
});

describe('4 Organization: what PATCH /api/v1/orgs/:slug refuses', () => {
  beforeAll(makeRiverbend);

  const DEEP = { a: { b: { c: { d: { e: { f: {} } } } } } };

  it.each<[unknown, ...[string, string, string][]]>([
    [{}, ['', 'not_empty', 'The body must have at least one of the keys the route takes.']],
    [[], ['', 'is_object', 'The body must be a JSON object.']],
    [{ name: '' }, ['/name', 'min_length', 'Must have at least 1 character.']],
    [{ name: null }, ['/name', 'is_string', 'Must be a string.']],
    [{ name: 'x'.repeat(201) }, ['/name', 'max_length', 'Must have at most 200 characters.']],
    [{ name: 'a\u202eb' }, ['/name', 'no_controls', 'Must not contain control characters.']],
    [{ description: 'x'.repeat(2001) }, ['/description', 'max_length', 'Must have at most 2000 characters.']],
    [{ logoUrl: 'http://example.com/a.png' }, ['/logoUrl', 'is_https_url', 'Must be an https URL.']],
    [
      { logoUrl: 'http://evil.test/logos/0195a4e2-7c1d-4b7a-9d3e-5f6a7b8c9d0e.webp' },
      ['/logoUrl', 'is_https_url', 'Must be an https URL.'],
    ],
    [{ logoUrl: 'javascript:alert(1)' }, ['/logoUrl', 'is_https_url', 'Must be an https URL.']],
    [{ status: 'archived' }, ['/status', 'unknown_key', UNKNOWN]],
    [{ id: 'x', name: 'y' }, ['/id', 'unknown_key', UNKNOWN]],
    [{ settings: null }, ['/settings', 'is_object', 'Must be a JSON object.']],
    [{ settings: [] }, ['/settings', 'is_object', 'Must be a JSON object.']],
    [{ settings: DEEP }, ['/settings', 'max_depth', 'The input is nested deeper than 6 levels.']],
    [{ settings: { a: 'x\u0000' } }, ['/settings', 'no_controls', 'Must not contain control characters.']],
    [{ settings: { 'x\u0000': 1 } }, ['/settings', 'no_controls', 'Must not contain control characters.']],
    [{ settings: { a: ['\ud800'] } }, ['/settings', 'no_controls', 'Must not contain control characters.']],
    [{ settings: { a: 'x'.repeat(16_384) } }, ['/settings', 'max_bytes', 'Must have at most 16384 bytes as JSON.']],
    [{ settings: { features: [true] } }, ['/settings/features', 'is_object', 'Must be a JSON object.']],
    [
      { settings: { features: { 'a/b': 'on', c: 1, d: true } } },
      ['/settings/features/a~1b', 'is_boolean', 'Must be true or false.'],
      ['/settings/features/c', 'is_boolean', 'Must be true or false.'],
    ],
  ])('refuses %j and changes nothing', async (body, ...errors) => {
    covers(65);
    const before = await stored();
    expectInvalid(await patch(body), ...errors);
    expect(await stored()).toEqual(before);
  });

  it('refuses keys of settings that reach into prototypes', async () => {
    covers(65);
    const client = asFounder.with('content-type', 'application/json');
    const { status, body } = await client.patch(path(riverbend), '{"settings":{"__proto__":{"features":{}}}}');
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'validation_failed' });
  });

  it('refuses settings with as many items as a body can hold', async () => {
    covers(65);
    const tooMany = ['', 'max_values', 'The body must have at most 10000 values.'] as const;
    expectInvalid(await patch({ settings: { list: Array<number>(200_000).fill(1) } }), tooMany);
    const tooLarge = ['/settings', 'max_bytes', 'Must have at most 16384 bytes as JSON.'] as const;
    expectInvalid(await patch({ settings: { list: Array<number>(9_000).fill(1) } }), tooLarge);
  });

  it.each(['a', 'x'.repeat(49), '', 'Capital', 'a--b', '-a', 'a-', 'a_b', 'a b', 'ä', 'a.b', 'a/b', 'ａｂ', 12, null])(
    'refuses the slug %j',
    async (slug) => {
      covers(65);
      expectInvalid(await patch({ slug }), ['/slug', 'is_slug', SLUG]);
    },
  );

  it.each(['my', 'new', 'api', 'settings', 'organizations', '019ab5e0-7c1d-7f43-8a52-5d2f6c1b9e04'])(
    'reserves the slug %s',
    async (slug) => {
      covers(57, 65);
      expectInvalid(await patch({ slug }), ['/slug', 'not_reserved', 'Is reserved.']);
      expectInvalid(await asFounder.post('/api/v1/orgs', { name: 'Mine', slug }), [
        '/slug',
        'not_reserved',
        'Is reserved.',
      ]);
    },
  );

  it('refuses a slug that another organization has', async () => {
    covers(65);
    const before = await stored();
    expectRefusal(await patch({ slug: 'auroralabs', name: 'Other' }), 409, 'slug_taken');
    expect(await stored()).toEqual(before);
  });

  it('reserves the path of the settings page: an organization cannot have the slug settings', async () => {
    covers(66);
    expectInvalid(await patch({ slug: 'settings' }), ['/slug', 'not_reserved', 'Is reserved.']);
    expect((await asFounder.get(path(riverbend))).body.slug).toMatch(/^[a-z0-9-]+$/);
  });
});

describe('4 Organization: POST /api/v1/orgs', () => {
  it('makes one whose creator is OrganizationAdmin and AppAdmin of', async () => {
    covers(58, 65, 67);
    const person = await world.factory.person();
    const client = await world.app.signedIn(person);
    const { status, body } = await client.post('/api/v1/orgs', { name: 'Çelik & Söhne' });
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        id: expect.any(String),
        slug: 'celik-sohne',
        name: 'Çelik & Söhne',
        description: null,
        logoUrl: null,
        status: 'active',
        settings: {},
        role: 'OrganizationAdmin',
        appRole: 'AppAdmin',
        createdAt: expect.stringMatching(ISO),
        updatedAt: expect.stringMatching(ISO),
      },
    });
    expect((await client.get(path(body))).body).toEqual(body);
    expect((await client.get('/api/v1/orgs/my')).body.items).toMatchObject([{ id: body.id, isPrimary: true }]);
  });

  it('accepts a slug, and becomes primary only for a creator without a primary organization', async () => {
    covers(65, 67);
    await makeRiverbend();
    const { status, body } = await asFounder.post('/api/v1/orgs', { name: 'Second', slug: 'founders-second' });
    expect({ status, slug: body.slug }).toEqual({ status: 201, slug: 'founders-second' });
    expect((await asFounder.get('/api/v1/orgs/my')).body.items).toMatchObject([
      { id: riverbend.id, isPrimary: true },
      { id: body.id, isPrimary: false },
    ]);
    expect((await asFounder.get('/api/v1/auth/me')).body.organization.id).toBe(riverbend.id);
  });

  it('lets root make one without members', async () => {
    covers(4);
    const { status, body } = await world.asRoot.post('/api/v1/orgs', {
      name: 'Of the operator',
      slug: 'operators-own',
    });
    expect({ status, body }).toMatchObject({ status: 201, body: { slug: 'operators-own', role: null, appRole: null } });
    expect(await world.app.prisma.db.membership.count({ where: { organizationId: body.id } })).toBe(0);
    expect((await world.asRoot.get(path(body))).body).toEqual(body);
  });

  it('refuses API keys of persons and of service accounts', async () => {
    covers(4);
    expectRefusal(await world.asSashasKey.post('/api/v1/orgs', { name: 'Theirs' }), 403, 'session_required');
    expectRefusal(await world.asBot.post('/api/v1/orgs', { name: 'Theirs' }), 403, 'user_required');
  });

  it.each<[unknown, [string, string, string]]>([
    [{}, ['/name', 'is_string', 'Must be a string.']],
    [{ name: ' ' }, ['/name', 'min_length', 'Must have at least 1 character.']],
    [{ name: 'Mine', slug: 'No' }, ['/slug', 'is_slug', SLUG]],
    [{ name: 'Mine', settings: {} }, ['/settings', 'unknown_key', UNKNOWN]],
    [undefined, ['/name', 'is_string', 'Must be a string.']],
  ])('refuses the body %j', async (body, error) => {
    covers(65);
    expectInvalid(await asFounder.post('/api/v1/orgs', body), error);
  });

  it('refuses a slug that is taken, and makes another of a name that is', async () => {
    covers(65);
    expectRefusal(await asFounder.post('/api/v1/orgs', { name: 'A', slug: 'auroralabs' }), 409, 'slug_taken');
    const { body } = await asFounder.post('/api/v1/orgs', { name: 'Aurora Labs!' });
    expect(body.slug).toMatch(/^aurora-labs(-\d{4,6})?$/);
  });
});
