import type { Response } from 'supertest';
import type { Client } from '../support/clients/client.js';
import type { Organization } from '../support/data/factory.js';
import { makeWorld, type World } from '../support/data/world.js';
import { expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { covers } from './spec/covers.js';

const USERS = '/api/v1/app/user';

let world: World;
let asSasha: Client;

beforeAll(async () => {
  world = await makeWorld();
  asSasha = world.asSasha.inOrganization('auroralabs').with('accept-language', 'en');
  await world.app.prisma.db.user.update({ where: { id: world.sasha.id }, data: { locale: 'en' } });
});

afterAll(() => world.app.stop());

/** An active member of Aurora, and how he is called in paths. */
async function member(fields: Parameters<World['factory']['membership']>[2] = {}, organization?: Organization) {
  const person = await world.factory.person();
  const membership = await world.factory.membership(person, organization ?? world.aurora, {
    isPrimary: true,
    ...fields,
  });
  return { person, membership, id: prefixed('user', membership), path: `${USERS}/${prefixed('user', membership)}` };
}

describe('app contract', () => {
  describe('6 POST /api/v1/app/user/{userID}/deactivate and …/activate', () => {
    it('answer the id and the state alone, again and again', async () => {
      covers(145, 146, 147, 148, 149, 151, 152, 153, 154, 156, 198);
      const { id, path, membership } = await member();
      for (const [action, state] of [
        ['deactivate', 'Inactive'],
        ['deactivate', 'Inactive'],
        ['activate', 'Active'],
        ['activate', 'Active'],
      ]) {
        const { status, body } = await asSasha.post(`${path}/${action}`);
        expect({ status, body }).toEqual({ status: 200, body: { id, state } });
        expect(Object.keys(body)).toEqual(['id', 'state']);
        expect((await asSasha.get(path)).body.state).toBe(state);
      }
      const events = await world.app.prisma.db.auditEvent.findMany({
        where: { action: 'membership.updated', organizationId: world.aurora.id },
        orderBy: { id: 'desc' },
        take: 2,
      });
      expect(events.map(({ changes }) => changes)).toEqual([
        { state: { before: 'Inactive', after: 'Active' } },
        { state: { before: 'Active', after: 'Inactive' } },
      ]);
      expect(await stored(membership)).toMatchObject({ updatedBy: world.sasha.id });
    });

    it('take the UUID as well, and answer the prefixed id', async () => {
      covers(146, 152);
      const { id, membership } = await member();
      expect((await asSasha.post(`${USERS}/${membership.id.toUpperCase()}/deactivate`)).body.id).toBe(id);
      expect((await asSasha.post(`${USERS}/${membership.id}/activate`)).body.id).toBe(id);
    });

    it('act at once on sessions and keys, and give both back', async () => {
      covers(157);
      const { path, person, membership } = await member();
      const bySession = await world.app.signedIn(person);
      const byKey = (await world.withKey({ membershipId: membership.id })).inOrganization('auroralabs');
      const inAurora = bySession.inOrganization('auroralabs');
      await asSasha.post(`${path}/deactivate`);
      expectRefusal(await inAurora.get('/api/v1/app/me'), 403, 'membership_inactive');
      expectUnauthenticated(await byKey.get('/api/v1/app/me'));
      expect((await bySession.get('/api/v1/auth/me')).body.organization).toBeNull();
      await asSasha.post(`${path}/activate`);
      expect((await inAurora.get('/api/v1/app/me')).status).toBe(200);
      expect((await byKey.get('/api/v1/app/me')).status).toBe(200);
    });

    it('let an administrator deactivate and demote their own user, unless it is the last one', async () => {
      covers(157);
      const organization = await world.factory.organization();
      const one = await member({ role: 'OrganizationAdmin', appRole: 'AppAdmin' }, organization);
      const other = await member({ role: 'OrganizationAdmin', appRole: 'AppAdmin' }, organization);
      const [asOne, asOther] = await Promise.all(
        [one, other].map(async ({ person }) => (await world.app.signedIn(person)).inOrganization(organization.slug)),
      );
      expect((await asOne?.post(`${one.path}/deactivate`))?.body).toEqual({ id: one.id, state: 'Inactive' });
      for (const refused of [
        await asOther?.post(`${other.path}/deactivate`),
        await asOther?.put(other.path, { role: 'AppMember', name: 'Gone' }),
        await world.asRoot.inOrganization(organization.slug).post(`${other.path}/deactivate`),
      ]) {
        expectRefusal(refused as Response, 409, 'last_app_admin');
      }
      expect((await asOther?.get(other.path))?.body).toMatchObject({
        state: 'Active',
        roles: ['AppAdmin'],
        name: 'Person',
      });
    });

    it('do not deactivate the last OrganizationAdmin, even an AppMember', async () => {
      covers(157);
      const organization = await world.factory.organization();
      const asRoot = world.asRoot.inOrganization(organization.slug);
      await member({ appRole: 'AppAdmin' }, organization);
      const { path } = await member({ role: 'OrganizationAdmin' }, organization);
      expectRefusal(await asRoot.post(`${path}/deactivate`), 409, 'last_organization_admin');
    });

    it('refuse a caller that is no OrganizationAdmin for an OrganizationAdmin', async () => {
      covers(157);
      const appAdmin = await member({ appRole: 'AppAdmin' });
      const asAppAdmin = (await world.app.signedIn(appAdmin.person)).inOrganization('auroralabs');
      const active = await member({ role: 'OrganizationAdmin' });
      const inactive = await member({ role: 'OrganizationAdmin', state: 'Inactive' });
      expectRefusal(await asAppAdmin.post(`${active.path}/deactivate`), 403, 'insufficient_role');
      expectRefusal(await asAppAdmin.post(`${inactive.path}/activate`), 403, 'insufficient_role');
      expect((await asSasha.post(`${active.path}/deactivate`)).status).toBe(200);
      expect((await asSasha.post(`${inactive.path}/activate`)).status).toBe(200);
    });
  });
});

const stored = ({ id }: { id: string }) => world.app.prisma.db.membership.findUniqueOrThrow({ where: { id } });

/** An id as the app contract writes it. */
function prefixed(prefix: 'user' | 'org' | 'acct', { id }: { id: string }): string {
  return `${prefix}_${id.replaceAll('-', '')}`;
}
