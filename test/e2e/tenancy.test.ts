import type { Response } from 'supertest';
import { type AccessDeclaration, isForAnyone } from '../../src/access/access.decorator.js';
import { RouteInventory } from '../../src/access/route-inventory.js';
import type { Client, Method } from '../support/clients/client.js';
import { type Belongings, makeBelongings, missingBelongings } from '../support/data/belongings.js';
import { DescribedRequest } from '../support/data/requests.js';
import { makeWorld, type World } from '../support/data/world.js';
import { expectRefusal } from '../support/expectations/refusals.js';
import { eventually } from '../support/time/eventually.js';

/** A route as it is declared, and how it is called. */
interface Route {
  readonly request: DescribedRequest;
  readonly declaration: AccessDeclaration;
}

/** Everybody uses it for himself alone, and is refused for anybody else in the same words. */
const FOR_ONESELF = 'POST /api/v1/org/users/{user}/password';

/** For accounts that the organization manages. The caller's own is none of them, and is refused for any session. */
const OF_MANAGED = 'DELETE /api/v1/org/users/{user}/sessions/{session}';

let world: World;
let routes: Route[];
/** What Aurora Labs and Alice have, what Praxia Academy and Priya have, and what nobody has. */
let aurora: Belongings;
let praxia: Belongings;
let missing: Belongings;

beforeAll(async () => {
  world = await makeWorld();
  const { app, asSasha, memberships, alice, priya } = world;
  const asPriya = await app.signedIn(priya);
  aurora = await makeBelongings(app, world.aurora, { ...alice, membershipId: memberships.aliceInAurora.id }, asSasha);
  praxia = await makeBelongings(app, world.praxia, { ...priya, membershipId: memberships.priyaInPraxia.id }, asPriya);
  missing = missingBelongings();
  // The invitations are mailed.
  await eventually(async () => (await app.prisma.db.job.count({ where: { kind: 'mail' } })) === 0);
  routes = app.nest
    .get(RouteInventory)
    .list()
    .filter(({ path, declaration }) => path.startsWith('/api/') && declaration && !isForAnyone(declaration))
    .flatMap(({ method, path, declaration }) => {
      const name = path.replace(/:(\w+)/g, '{$1}');
      const request = new DescribedRequest(app.openapi, method.toLowerCase() as Method, name);
      return declaration ? [{ request, declaration }] : [];
    });
});

afterAll(() => world.app.stop());

function inOrganization(): Route[] {
  return routes.filter(({ declaration }) => declaration.organization !== undefined);
}

/** Calls a route about Aurora Labs and what it has. */
function aboutAurora({ request, declaration }: Route, client: Client): Promise<Response> {
  return request.send(
    declaration.organization === 'path' ? client : client.inOrganization(aurora.slug),
    request.inPath.map((kind) => aurora[kind]),
    aurora,
  );
}

/** All that is stored, but for what every request leaves behind. */
async function everything(): Promise<Record<string, string>[]> {
  const tables = await world.app.prisma.db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT IN ('AuditEvent', 'Session', '_prisma_migrations') ORDER BY 1`;
  return Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await world.app.prisma.db.$queryRawUnsafe<{ hash: string }[]>(
        `SELECT md5(coalesce(string_agg(t::text, ',' ORDER BY t::text), '')) AS hash
         FROM (SELECT to_jsonb(r) - 'lastUsedAt' AS t FROM "${name}" r) t`,
      );
      return { name, hash: row?.hash ?? '' };
    }),
  );
}

async function changingNothing(work: () => Promise<void>): Promise<void> {
  const before = await everything();
  await work();
  expect(await everything()).toEqual(before);
}

/** Expects the two answers to differ in nothing but the names that were asked for. */
function expectSame(name: string, one: Response, other: Response): void {
  const telling = ({ status, body, headers }: Response) => {
    const { instance: _, requestId: __, ...rest } = body as Record<string, unknown>;
    return { name, status, rest, location: headers.location };
  };
  expect(telling(one)).toEqual(telling(other));
}

describe('Every route in an organization', () => {
  it('is closed to other users, as if there were no such organization', async () => {
    const stranger = await world.app.steppedUp(world.noor);
    await changingNothing(async () => {
      for (const route of inOrganization()) {
        const answer = await aboutAurora(route, stranger);
        expect([route.request.name, answer.status]).toEqual([
          route.request.name,
          route.declaration.organization === 'path' ? 404 : 403,
        ]);
        const code = route.declaration.organization === 'path' ? 'organization_not_found' : 'not_a_member';
        expectRefusal(answer, answer.status, code);
        const client = route.declaration.organization === 'path' ? stranger : stranger.inOrganization(missing.slug);
        const { request } = route;
        const named = request.inPath.map((kind) => missing[kind]);
        expectSame(request.name, answer, await request.send(client, named, missing));
      }
    });
  });

  it('is closed to an inactive member', async () => {
    const inactive = await world.app.steppedUp(world.ines);
    await changingNothing(async () => {
      for (const route of inOrganization()) {
        const answer = await aboutAurora(route, inactive);
        expect([route.request.name, answer.status, answer.body.code]).toEqual([
          route.request.name,
          403,
          'membership_inactive',
        ]);
      }
    });
  });

  it('is closed to the keys of another organization and of its service accounts', async () => {
    const keys = [
      await world.withKey({ membershipId: praxia.membership }),
      await world.withKey({ serviceAccountId: praxia.serviceAccount }),
    ];
    await changingNothing(async () => {
      for (const key of keys) {
        for (const route of inOrganization()) {
          const { status, body } = await aboutAurora(route, key);
          expect([route.request.name, status < 400]).toEqual([route.request.name, false]);
          expect(['not_a_member', 'organization_not_found', 'session_required', 'user_required']).toContain(body.code);
        }
      }
    });
  });
});

describe('What another organization has', () => {
  /** Each way to name something of Aurora beside what is the caller's own: the last thing, the last two and so on. */
  function mixtures(request: DescribedRequest): { foreign: string[]; absent: string[] }[] {
    const ids = (things: Belongings): string[] => request.inPath.map((kind) => things[kind]);
    const first = request.inPath[0] === 'slug' ? 1 : 0;
    return request.inPath.slice(first).map((_, i) => {
      const own = ids(praxia).slice(0, first + i);
      return {
        foreign: [...own, ...ids(aurora).slice(first + i)],
        absent: [...own, ...ids(missing).slice(first + i)],
      };
    });
  }

  function expectedOf({ name }: DescribedRequest, [first]: string[]): unknown[] {
    if (name === FOR_ONESELF) {
      return [403, 'insufficient_role'];
    }
    return name === OF_MANAGED && first === praxia.user
      ? [403, 'account_not_managed']
      : [404, expect.stringMatching(/_not_found$/)];
  }

  it('is to its administrator what does not exist, wherever a path can name it', async () => {
    const admin = (await world.app.steppedUp(world.priya)).inOrganization(praxia.slug);
    const asked: string[] = [];
    await changingNothing(async () => {
      for (const { request, declaration } of routes) {
        const client = declaration.organization === 'path' ? admin.with('x-org', undefined) : admin;
        for (const { foreign, absent } of mixtures(request)) {
          const answer = await request.send(client, foreign, praxia);
          expect([request.name, foreign, answer.status, answer.body.code]).toEqual([
            request.name,
            foreign,
            ...expectedOf(request, foreign),
          ]);
          expectSame(request.name, answer, await request.send(client, absent, praxia));
          asked.push(request.name);
        }
      }
    });
    expect(asked.length).toBeGreaterThan(10);
  });

  it('is to its administrator what does not exist, wherever a body can name it', async () => {
    const admin = (await world.app.steppedUp(world.priya)).inOrganization(praxia.slug);
    await changingNothing(async () => {
      for (const { request, declaration } of routes.filter((route) => route.request.inBody.length > 0)) {
        const client = declaration.organization === 'path' ? admin.with('x-org', undefined) : admin;
        const own = request.inPath.map((kind) => praxia[kind]);
        const answer = await request.send(client, own, aurora);
        expect([request.name, answer.status >= 400 && answer.status < 500]).toEqual([request.name, true]);
        expectSame(request.name, answer, await request.send(client, own, missing));
      }
    });
  });
});
