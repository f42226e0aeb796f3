import type { Response } from 'supertest';
import { SCOPES } from '../../src/access/scopes.js';
import { newId } from '../../src/core/ids/ids.js';
import type { Client, Method } from '../support/clients/client.js';
import { STRANGERS } from '../support/clients/strangers.js';
import type { Person } from '../support/data/factory.js';
import { makeWorld, type World } from '../support/data/world.js';
import {
  expectInvalid,
  expectRefusal,
  expectSameProblem,
  expectUnauthenticated,
} from '../support/expectations/refusals.js';
import { expectOneWinner, race } from '../support/races/races.js';
import { covers } from './spec/covers.js';

const PATH = '/api/v1/me/teams';
const TEAMS = '/api/v1/org/teams';
const KEYS = ['id', 'organizationId', 'name', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'defaultRoleId'];
const MEMBER_KEYS = ['userId', 'membershipId', 'displayName', 'email', 'role', 'roleId', 'createdAt', 'createdBy'];
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const UNKNOWN_KEY = 'This key is not one the route takes.';
const NO_KEY = 'The body must have at least one of the keys the route takes.';
const NO_ROLE = 'Must be the id of a role of the organization.';
const NOT_IN_TEAM = { detail: 'The team has no such member.' };

describe('directory contract', () => {
  let world: World;
  let person: Person;
  let client: Client;
  let inAurora: { id: string };

  beforeAll(async () => {
    world = await makeWorld();
  });

  afterAll(() => world.app.stop());

  /** Somebody new, who is in no team yet. */
  async function meet(): Promise<void> {
    person = await world.factory.person();
    inAurora = await world.factory.membership(person, world.aurora, { isPrimary: true });
    await world.factory.membership(person, world.praxia);
    client = await world.app.signedIn(person);
  }

  describe('Teams of an organization', () => {
    /** An OrganizationAdmin of Aurora. */
    let admin: Person;
    let asAdmin: Client;
    let asKey: Client;
    let asPriya: Client;
    let teacher: string;
    let coach: string;
    let ofPraxia: { id: string };
    /** A team of Aurora with one member, and one of Praxia. Nobody who is refused changes them. */
    let fixed: { team: string; foreign: string };
    let count = 0;

    const newName = (): string => `Team ${String(++count)}`;

    async function created(fields: Record<string, unknown> = {}, client = asAdmin): Promise<Response['body']> {
      const { status, body } = await client.post(TEAMS, { name: newName(), ...fields });
      expect({ status, body }).toMatchObject({ status: 201 });
      return body;
    }

    function auditOf(targetId: string) {
      return world.app.prisma.db.auditEvent.findMany({ where: { targetId }, orderBy: { id: 'asc' } });
    }

    function memberPath(teamId: string, { id }: { id: string } = person): string {
      return `${TEAMS}/${teamId}/members/${id}`;
    }

    beforeAll(async () => {
      admin = await world.factory.person();
      const { id: membershipId } = await world.factory.membership(admin, world.aurora, {
        role: 'OrganizationAdmin',
        isPrimary: true,
      });
      asAdmin = await world.app.signedIn(admin);
      asKey = await world.withKey({ membershipId });
      asPriya = await world.app.signedIn(world.priya);
      teacher = await world.factory.roleId('Teacher');
      coach = await world.factory.roleId('Coach');
      ofPraxia = await world.app.prisma.db.role.create({
        data: { id: newId(), organizationId: world.praxia.id, name: 'Of Praxia', createdBy: 'root', updatedBy: 'root' },
      });
      await meet();
      fixed = { team: (await created()).id, foreign: (await created({}, asPriya)).id };
      await asAdmin.put(memberPath(fixed.team), {});
    });

    const ROUTES: [method: Method, path: string, body?: object][] = [
      ['get', TEAMS],
      ['post', TEAMS, { name: 'Nobody’s' }],
      ['get', `${TEAMS}/:team`],
      ['patch', `${TEAMS}/:team`, { name: 'Nobody’s' }],
      ['delete', `${TEAMS}/:team`],
      ['get', `${TEAMS}/:team/members`],
      ['get', `${TEAMS}/:team/members/:user`],
      ['put', `${TEAMS}/:team/members/:user`, {}],
      ['patch', `${TEAMS}/:team/members/:user`, { roleId: newId() }],
      ['delete', `${TEAMS}/:team/members/:user`],
    ];

    describe.each(ROUTES)('%s %s', (method, path, body) => {
      const call = (caller: Client, teamId = newId(), userId = newId()): Promise<Response> =>
        caller.send(method, path.replace(':team', teamId).replace(':user', userId), body);

      it.each(STRANGERS)('refuses %s', async (_, make) => {
        expectUnauthenticated(await call(await make(world)));
      });

      it('is for active members of the organization', async () => {
        expectRefusal(await call(world.asNoor), 400, 'organization_required');
        expectRefusal(await call(world.asNoor.inOrganization('auroralabs')), 403, 'not_a_member');
        expectRefusal(await call(world.asInes.inOrganization('auroralabs')), 403, 'membership_inactive');
        expectRefusal(await call(asKey.inOrganization('praxia-academy')), 403, 'not_a_member');
      });

      it('is read by every member and changed by an OrganizationAdmin, with a session or a key of the scope', async () => {
        const scope = method === 'get' ? 'orgs:read' : 'orgs:write';
        const { aliceInAurora } = world.memberships;
        for (const caller of [world.asAlice, world.asBot, await world.withKey({ membershipId: aliceInAurora.id })]) {
          const answer = await call(caller, fixed.team, person.id);
          expect([answer.status, answer.body.code]).toEqual(
            method === 'get' ? [200, undefined] : [403, 'insufficient_role'],
          );
        }
        const others = SCOPES.filter((other) => other !== scope);
        const { id: membershipId } = await world.app.prisma.db.membership.findFirstOrThrow({
          where: { userId: admin.id },
        });
        const detail = `The API key lacks the scope ${scope}.`;
        expectRefusal(
          await call(await world.withKey({ membershipId }, { scopes: others }), fixed.team, person.id),
          403,
          'insufficient_scope',
          { detail },
        );
      });

      if (path.includes(':team')) {
        it('answers a malformed id and a team of another organization like one that is not there', async () => {
          const missing = await call(asAdmin, newId(), person.id);
          expectRefusal(missing, 404, 'team_not_found');
          for (const other of [fixed.foreign, 'x', '%00', 'null', '..%2Fx']) {
            expectSameProblem(await call(asAdmin, other, person.id), missing);
          }
          expect((await asPriya.get(`${TEAMS}/${fixed.foreign}`)).status).toBe(200);
        });
      }
    });

    it('POST answers the eight keys, and reading it answers the same', async () => {
      covers(300, 301, 302, 303, 304, 305, 306, 307);
      const body = await created({ name: ' Platform crew ', defaultRoleId: coach });
      expect(Object.keys(body)).toEqual(KEYS);
      expect(body).toEqual({
        id: expect.any(String),
        organizationId: world.aurora.id,
        name: 'Platform crew',
        createdAt: expect.stringMatching(ISO),
        createdBy: admin.id,
        updatedAt: body.createdAt,
        updatedBy: admin.id,
        defaultRoleId: coach,
      });
      expect((await world.asAlice.get(`${TEAMS}/${String(body.id)}`)).body).toEqual(body);
      expect(await auditOf(body.id)).toMatchObject([
        {
          action: 'team.created',
          actorId: admin.id,
          organizationId: world.aurora.id,
          targetKind: 'team',
          changes: {
            name: { before: null, after: 'Platform crew' },
            defaultRoleId: { before: null, after: coach },
          },
        },
      ]);
    });

    it('POST has the default role Teacher, by session, key, service account and root', async () => {
      expect((await created()).defaultRoleId).toBe(teacher);
      expect((await created({}, asKey)).createdBy).toBe(admin.id);
      expect((await created({}, world.asRoot.inOrganization('auroralabs'))).createdBy).toBe('root');
      const roleId = await world.factory.roleId('OrganizationAdmin');
      const { id: serviceAccountId } = await world.factory.serviceAccount(world.aurora, { roleId });
      expect((await created({}, await world.withKey({ serviceAccountId }))).createdBy).toBe(serviceAccountId);
    });

    it.each([
      [{}, '/name', 'is_string', 'Must be a string.'],
      [{ name: ' ' }, '/name', 'min_length', 'Must have at least 1 character.'],
      [{ name: 'x'.repeat(101) }, '/name', 'max_length', 'Must have at most 100 characters.'],
      [{ name: 'a\u0000' }, '/name', 'no_controls', 'Must not contain control characters.'],
      [{ name: 'x', defaultRoleId: 'Teacher' }, '/defaultRoleId', 'is_uuid', 'Must be a UUID.'],
      [{ name: 'x', defaultRoleId: null }, '/defaultRoleId', 'is_uuid', 'Must be a UUID.'],
      [{ name: 'x', defaultRoleId: newId() }, '/defaultRoleId', 'is_role', NO_ROLE],
      [{ name: 'x', id: newId() }, '/id', 'unknown_key', UNKNOWN_KEY],
    ])('POST refuses %j', async (body, pointer, code, detail) => {
      expectInvalid(await asAdmin.post(TEAMS, body), [pointer, code, detail]);
    });

    it('POST and PATCH refuse a role of another organization like one that is not there', async () => {
      const { id } = await created();
      const defaultRoleId = ofPraxia.id;
      expectInvalid(await asAdmin.post(TEAMS, { name: newName(), defaultRoleId }), [
        '/defaultRoleId',
        'is_role',
        NO_ROLE,
      ]);
      expectInvalid(await asAdmin.patch(`${TEAMS}/${String(id)}`, { defaultRoleId }), [
        '/defaultRoleId',
        'is_role',
        NO_ROLE,
      ]);
      expect((await created({ defaultRoleId }, asPriya)).defaultRoleId).toBe(defaultRoleId);
    });

    it('POST and PATCH refuse a name the organization has, which another may have', async () => {
      const { id: existing, name } = await created();
      const { id } = await created();
      expectRefusal(await asAdmin.post(TEAMS, { name }), 409, 'team_name_taken', { existing: { id: existing } });
      expectRefusal(await asAdmin.patch(`${TEAMS}/${String(id)}`, { name }), 409, 'team_name_taken');
      expect((await created({ name }, asPriya)).name).toBe(name);
    });

    it('POST and PATCH refuse a name that only differs in case, in the form of its letters or in what is invisible', async () => {
      const { id, name } = await created({ name: 'Café lead' });
      const { id: other } = await created();
      for (const same of ['CAFE\u0301 LEAD', 'Ｃafé lead', 'Café\u200B lead', 'Café\u00A0 lead']) {
        expectRefusal(await asAdmin.post(TEAMS, { name: same }), 409, 'team_name_taken', { existing: { id } });
        expectRefusal(await asAdmin.patch(`${TEAMS}/${String(other)}`, { name: same }), 409, 'team_name_taken');
      }
      expect((await asAdmin.patch(`${TEAMS}/${String(id)}`, { name: 'CAFÉ LEAD' })).body.name).toBe('CAFÉ LEAD');
      expect((await created({ name }, asPriya)).name).toBe(name);
    });

    it('lets one of sixteen have a name they all want at once', async () => {
      const name = newName();
      const existing = { id: expect.any(String) as string };
      const { body } = expectOneWinner(await race(() => asAdmin.post(TEAMS, { name })), [
        409,
        'team_name_taken',
        { existing },
      ]);
      expectRefusal(await asAdmin.post(TEAMS, { name }), 409, 'team_name_taken', { existing: { id: body.id } });
      expect(await world.app.prisma.db.team.count({ where: { name } })).toBe(1);
    });

    it('PATCH changes what is sent and leaves the rest', async () => {
      const team = await created();
      const path = `${TEAMS}/${String(team.id)}`;
      const name = newName();
      await new Promise((resolve) => setTimeout(resolve, 2));
      const { status, body } = await asKey.patch(path, { name });
      expect({ status, body }).toEqual({
        status: 200,
        body: { ...team, name, updatedAt: expect.stringMatching(ISO), updatedBy: admin.id },
      });
      expect(Date.parse(body.updatedAt)).toBeGreaterThan(Date.parse(team.updatedAt));
      expect((await asAdmin.patch(path, { defaultRoleId: coach.toUpperCase() })).body).toMatchObject({
        name,
        defaultRoleId: coach,
      });
      expect((await auditOf(team.id)).map(({ changes }) => changes).slice(1)).toEqual([
        { name: { before: team.name, after: name } },
        { defaultRoleId: { before: teacher, after: coach } },
      ]);
    });

    it('PATCH that changes nothing is 200 and moves nothing', async () => {
      const team = await created();
      const path = `${TEAMS}/${String(team.id)}`;
      const { status, body } = await asAdmin.patch(path, { name: ` ${String(team.name)}`, defaultRoleId: teacher });
      expect({ status, body }).toEqual({ status: 200, body: team });
      expect(await auditOf(team.id)).toHaveLength(1);
      expectInvalid(await asAdmin.patch(path, {}), ['', 'not_empty', NO_KEY]);
      expectInvalid(await asAdmin.patch(path, { name: null }), ['/name', 'is_string', 'Must be a string.']);
      expectInvalid(await asAdmin.patch(path, { createdBy: 'root' }), ['/createdBy', 'unknown_key', UNKNOWN_KEY]);
    });

    it('DELETE removes the team and its team memberships, not the members', async () => {
      await meet();
      const team = await created();
      await asAdmin.put(memberPath(team.id), {});
      const { status, text } = await asAdmin.delete(`${TEAMS}/${String(team.id)}`);
      expect({ status, text }).toEqual({ status: 204, text: '' });
      expectRefusal(await asAdmin.get(`${TEAMS}/${String(team.id)}`), 404, 'team_not_found');
      expect(await names(client)).toEqual([]);
      expect(await world.app.prisma.db.membership.count({ where: { id: inAurora.id } })).toBe(1);
      expect((await auditOf(team.id)).at(-1)).toMatchObject({
        action: 'team.deleted',
        changes: { name: { before: team.name, after: null }, defaultRoleId: { before: teacher, after: null } },
      });
    });

    it('GET lists those of the organization as they were made, page by page', async () => {
      const organization = await world.factory.organization();
      const lister = await world.factory.person();
      await world.factory.membership(lister, organization, { role: 'OrganizationAdmin', isPrimary: true });
      const asLister = await world.app.signedIn(lister);
      expect((await asLister.get(TEAMS)).body).toEqual({ items: [] });
      const teams = [await created({}, asLister), await created({}, asLister), await created({}, asLister)];
      expect((await asLister.get(TEAMS)).body).toEqual({ items: teams });
      const first = (await asLister.get(`${TEAMS}?limit=2`)).body;
      expect(first).toEqual({ items: teams.slice(0, 2), marker: expect.any(String) });
      const rest = await asLister.get(`${TEAMS}?limit=2&marker=${String(first.marker)}`);
      expect(rest.body).toEqual({ items: teams.slice(2) });
      expect((await asLister.get(`${TEAMS}?limit=0`)).body).toEqual({ items: [] });
      expectRefusal(await asAdmin.get(`${TEAMS}?marker=${String(first.marker)}`), 400, 'invalid_marker');
      expectInvalid(await asLister.get(`${TEAMS}?limit=101`), ['/limit', 'max', 'Must be at most 100.']);
    });

    describe('members', () => {
      let team: Response['body'];

      beforeEach(async () => {
        await meet();
        team = await created({ defaultRoleId: coach });
      });

      it('PUT makes a member of the organization one of the team, in its default role', async () => {
        const { status, body } = await asAdmin.put(memberPath(team.id), {});
        expect({ status, keys: Object.keys(body) }).toEqual({ status: 201, keys: MEMBER_KEYS });
        expect(body).toEqual({
          userId: person.id,
          membershipId: inAurora.id,
          displayName: 'Person',
          email: person.email,
          role: 'Coach',
          roleId: coach,
          createdAt: expect.stringMatching(ISO),
          createdBy: admin.id,
        });
        expect((await world.asAlice.get(memberPath(team.id))).body).toEqual(body);
        expect((await world.asAlice.get(`${TEAMS}/${String(team.id)}/members`)).body).toEqual({ items: [body] });
        expect((await client.get(PATH)).body.items).toEqual([{ ...team, role: 'Coach', roleId: coach }]);
        expect((await auditOf(team.id)).at(-1)).toMatchObject({
          action: 'team.member_added',
          changes: { userId: person.id, role: { before: null, after: 'Coach' } },
        });
      });

      it('PUT again changes nothing, but for the role when one is named', async () => {
        const { body } = await asAdmin.put(memberPath(team.id), { roleId: teacher });
        const again = await asKey.put(memberPath(team.id), {});
        expect({ status: again.status, body: again.body }).toEqual({ status: 200, body });
        expect(await auditOf(team.id)).toHaveLength(2);
        const other = await asKey.put(memberPath(team.id), { roleId: coach });
        expect({ status: other.status, body: other.body }).toEqual({
          status: 200,
          body: { ...body, role: 'Coach', roleId: coach },
        });
      });

      it('PATCH changes the role, and not to the same one', async () => {
        const { body } = await asAdmin.put(memberPath(team.id), {});
        const path = memberPath(team.id);
        const changed = { ...body, role: 'Teacher', roleId: teacher };
        for (let i = 0; i < 2; i++) {
          const answer = await asAdmin.patch(path, { roleId: teacher });
          expect({ status: answer.status, body: answer.body }).toEqual({ status: 200, body: changed });
        }
        expect((await auditOf(team.id)).slice(2)).toMatchObject([
          {
            action: 'team.member_changed',
            changes: { userId: person.id, role: { before: 'Coach', after: 'Teacher' } },
          },
        ]);
        expectInvalid(await asAdmin.patch(path, {}), ['/roleId', 'is_uuid', 'Must be a UUID.']);
        expectInvalid(await asAdmin.patch(path, { roleId: ofPraxia.id }), ['/roleId', 'is_role', NO_ROLE]);
        expectInvalid(await asAdmin.put(path, { roleId: newId() }), ['/roleId', 'is_role', NO_ROLE]);
        expectInvalid(await asAdmin.put(path, { role: 'Coach' }), ['/role', 'unknown_key', UNKNOWN_KEY]);
      });

      it('DELETE removes the user from the team, not from the organization', async () => {
        await asAdmin.put(memberPath(team.id), {});
        const { status, text } = await asAdmin.delete(memberPath(team.id));
        expect({ status, text }).toEqual({ status: 204, text: '' });
        expect(await names(client)).toEqual([]);
        expectRefusal(await asAdmin.delete(memberPath(team.id)), 404, 'user_not_found', NOT_IN_TEAM);
        expect((await auditOf(team.id)).at(-1)).toMatchObject({
          action: 'team.member_removed',
          changes: { userId: person.id, role: { before: 'Coach', after: null } },
        });
        expect((await asAdmin.put(memberPath(team.id), {})).status).toBe(201);
      });

      it('PUT answers a malformed id and a user of another organization like one that is not there', async () => {
        const missing = await asAdmin.put(memberPath(team.id, { id: newId() }), {});
        expectRefusal(missing, 404, 'user_not_found');
        for (const id of [world.priya.id, world.noor.id, inAurora.id, 'x', '%00', 'null']) {
          expectSameProblem(await asAdmin.put(memberPath(team.id, { id }), {}), missing);
        }
      });

      it.each(['get', 'patch', 'delete'] as const)('%s finds only members of the team', async (method) => {
        const body = method === 'patch' ? { roleId: teacher } : undefined;
        const missing = await asAdmin.send(method, memberPath(team.id, { id: newId() }), body);
        expectRefusal(missing, 404, 'user_not_found', NOT_IN_TEAM);
        for (const id of [world.alice.id, world.priya.id, 'x', '%00']) {
          expectSameProblem(await asAdmin.send(method, memberPath(team.id, { id }), body), missing);
        }
      });

      it('shows a member by the name in the organization, page by page', async () => {
        const { alice, memberships } = world;
        for (const it of [person, alice, admin]) {
          expect((await asAdmin.put(memberPath(team.id, it), {})).status).toBe(201);
        }
        const path = `${TEAMS}/${String(team.id)}/members`;
        const { items } = (await asAdmin.get(path)).body;
        expect(items.map(({ userId }: { userId: string }) => userId)).toEqual([alice.id, admin.id, person.id]);
        expect(items[0]).toMatchObject({
          displayName: 'Alice of Aurora',
          email: alice.email,
          membershipId: memberships.aliceInAurora.id,
        });
        const first = (await asAdmin.get(`${path}?limit=2`)).body;
        expect(first).toEqual({ items: items.slice(0, 2), marker: expect.any(String) });
        expect((await asAdmin.get(`${path}?limit=2&marker=${String(first.marker)}`)).body).toEqual({
          items: items.slice(2),
        });
        const other = await created();
        const foreign = `${TEAMS}/${String(other.id)}/members?marker=${String(first.marker)}`;
        expectRefusal(await asAdmin.get(foreign), 400, 'invalid_marker');
      });

      it('adds one place however many ask at once', async () => {
        const answers = await race(() => asAdmin.put(memberPath(team.id), {}));
        expect(answers.map(({ status }) => status).sort()).toEqual([...answers.slice(1).map(() => 200), 201]);
        expect(await auditOf(team.id)).toHaveLength(2);
      });

      it('ends with the membership, also one that ends while the place is made', async () => {
        const { db } = world.app.prisma;
        const [answer] = await Promise.all([
          asAdmin.put(memberPath(team.id), {}),
          db.membership.delete({ where: { id: inAurora.id } }),
        ]);
        expect([201, 404]).toContain(answer.status);
        expect((await asAdmin.get(`${TEAMS}/${String(team.id)}/members`)).body).toEqual({ items: [] });
      });

      it('or the team goes while the place is made', async () => {
        const [answer, deleted] = await Promise.all([
          asAdmin.put(memberPath(team.id), {}),
          asAdmin.delete(`${TEAMS}/${String(team.id)}`),
        ]);
        expect([201, 404]).toContain(answer.status);
        expect(deleted.status).toBe(204);
        expect(await names(client)).toEqual([]);
      });
    });
  });
});

async function names(client: Client): Promise<string[]> {
  return (await client.get(PATH)).body.items.map(({ name }: { name: string }) => name);
}
