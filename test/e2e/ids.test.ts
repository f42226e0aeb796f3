import type { Response } from 'supertest';
import { isForAnyone } from '../../src/access/access.decorator.js';
import { RouteInventory } from '../../src/access/route-inventory.js';
import { isId } from '../../src/core/ids/ids.js';
import { type Belongings, makeBelongings } from '../support/data/belongings.js';
import { DescribedRequest } from '../support/data/requests.js';
import { makeWorld, type World } from '../support/data/world.js';
import { expectRefusal } from '../support/expectations/refusals.js';

let world: World;
let aurora: Belongings;

beforeAll(async () => {
  world = await makeWorld();
  const { app, asSasha, memberships, alice } = world;
  aurora = await makeBelongings(app, world.aurora, { ...alice, membershipId: memberships.aliceInAurora.id }, asSasha);
});

afterAll(() => world.app.stop());

function inCapitals(name: string): string {
  return isId(name) ? name.toUpperCase() : name;
}

/** An answer without what tells one request from another. */
function answerOf({ status, body }: Response): object {
  return { status, body: status < 400 ? (body as object) : { code: (body as { code: string }).code } };
}

/** The reads that name something in their path. */
function reads(): DescribedRequest[] {
  return world.app.nest
    .get(RouteInventory)
    .list()
    .filter(
      ({ method, path, declaration }) =>
        method === 'GET' && path.includes(':') && declaration && !isForAnyone(declaration),
    )
    .map(({ path }) => new DescribedRequest(world.app.openapi, 'get', path.replace(/:(\w+)/g, '{$1}')));
}

describe('An id in capital letters', () => {
  it('names the same thing as in small letters on every route', async () => {
    const byId = { ...aurora, slug: aurora.organization };
    for (const caller of [world.asSasha, world.asSashasKey]) {
      for (const request of reads()) {
        const names = request.inPath.map((kind) => byId[kind]);
        const client = request.path.includes('{slug}') ? caller : caller.inOrganization(aurora.slug);
        const small = await request.send(client, names, aurora);
        const capital = await request.send(client, names.map(inCapitals), aurora);
        expect([request.name, answerOf(capital)]).toEqual([request.name, answerOf(small)]);
      }
    }
  });

  it('does not let an owner offer an organization to themselves and lose it', async () => {
    const { app, factory } = world;
    const organization = await factory.organization();
    const owner = await factory.person();
    const rights = { role: 'OrganizationAdmin', appRole: 'AppAdmin' } as const;
    const { id } = await factory.membership(owner, organization, rights);
    const client = await app.steppedUp(owner);
    const path = `/api/v1/orgs/${organization.slug}/ownership-offer`;
    expectRefusal(await client.post(path, { memberId: id.toUpperCase() }), 409, 'own_offer');
    expectRefusal(await client.post(`${path}/accept`), 404, 'ownership_offer_not_found');
    const where = { id };
    expect(await app.prisma.db.membership.findUniqueOrThrow({ where, include: { role: true } })).toMatchObject({
      appRole: 'AppAdmin',
      role: { name: 'OrganizationAdmin' },
    });
  });

  it('finds the entries of an actor in the audit log', async () => {
    const audit = `/api/v1/orgs/${aurora.slug}/audit?actor=`;
    const small = await world.asSasha.get(audit + world.sasha.id);
    expect(small.body.items.length).toBeGreaterThan(0);
    const { body } = await world.asSasha.get(audit + world.sasha.id.toUpperCase());
    expect(body.items).toEqual(small.body.items);
  });
});
