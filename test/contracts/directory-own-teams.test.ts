import { newId } from '../../src/core/ids/ids.js';
import type { Client } from '../support/clients/client.js';
import { STRANGERS } from '../support/clients/strangers.js';
import type { Organization, Person } from '../support/data/factory.js';
import { makeWorld, type World } from '../support/data/world.js';
import { expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { covers } from './spec/covers.js';

const PATH = '/api/v1/me/teams';

describe('directory contract', () => {
  let world: World;
  let person: Person;
  let client: Client;
  let inAurora: { id: string };
  let inPraxia: { id: string };

  beforeAll(async () => {
    world = await makeWorld();
  });

  afterAll(() => world.app.stop());

  /** Somebody new, who is in no team yet. */
  async function meet(): Promise<void> {
    person = await world.factory.person();
    inAurora = await world.factory.membership(person, world.aurora, { isPrimary: true });
    inPraxia = await world.factory.membership(person, world.praxia);
    client = await world.app.signedIn(person);
  }

  describe('5 GET /me/teams', () => {
    it.each(STRANGERS)('refuses %s', async (_, make) => {
      covers(355, 408);
      expectUnauthenticated(await (await make(world)).get(PATH));
    });

    it('needs a session, as everything below /me does', async () => {
      covers(355, 408);
      expectRefusal(await world.asSashasKey.get(PATH), 403, 'session_required');
      expectRefusal(await world.asBot.get(PATH), 403, 'user_required');
      expectRefusal(await world.asRoot.get(PATH), 403, 'user_required');
    });

    it('shows eight keys of each team, and the role of the caller in it', async () => {
      covers(300, 301, 302, 303, 304, 305, 306, 307, 355, 356, 357);
      await meet();
      const id = await team(world.aurora, inAurora, {
        name: 'Platform',
        createdAt: new Date('2026-01-02T03:04:05.006Z'),
        createdBy: world.sasha.id,
        updatedAt: new Date('2026-02-03T04:05:06.007Z'),
        updatedBy: world.alice.id,
      });
      const { status, body } = await client.get(PATH);
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          items: [
            {
              id,
              organizationId: world.aurora.id,
              name: 'Platform',
              createdAt: '2026-01-02T03:04:05.006Z',
              createdBy: world.sasha.id,
              updatedAt: '2026-02-03T04:05:06.007Z',
              updatedBy: world.alice.id,
              defaultRoleId: await world.factory.roleId('Teacher'),
              role: 'Coach',
              roleId: await world.factory.roleId('Coach'),
            },
          ],
        },
      });
    });

    it('lists the teams of all organizations, whichever the session is about, as they were made', async () => {
      covers(355, 356);
      await meet();
      await team(world.praxia, inPraxia, { name: 'Library' });
      await team(world.aurora, inAurora, { name: 'Design' });
      expect(await names(client)).toEqual(['Library', 'Design']);
      expect(await names(client.inOrganization('praxia-academy'))).toEqual(['Library', 'Design']);
    });

    it('shows a role of the organization’s own by its name', async () => {
      covers(357);
      await meet();
      const { id: roleId } = await world.app.prisma.db.role.create({
        data: { id: newId(), organizationId: world.aurora.id, name: 'Reviewer', createdBy: 'root', updatedBy: 'root' },
      });
      await team(world.aurora, inAurora, { name: 'Review', defaultRoleId: roleId }, roleId);
      const [place] = (await client.get(PATH)).body.items;
      expect(place).toMatchObject({ defaultRoleId: roleId, role: 'Reviewer', roleId });
    });

    it('omits the teams of others, and teams of an organization where the caller is inactive', async () => {
      covers(355);
      await meet();
      await team(world.aurora, world.memberships.sashaInAurora, { name: 'Only of Sasha' });
      await team(world.praxia, inPraxia, { name: 'Archive' });
      await world.app.prisma.db.membership.update({ where: { id: inPraxia.id }, data: { state: 'Inactive' } });
      expect(await names(client)).toEqual([]);
    });

    it('is an empty list for a user without memberships', async () => {
      covers(356);
      expect((await world.asNoor.get(PATH)).body).toEqual({ items: [] });
    });

    it('takes neither limit nor marker, and says so in its document', () => {
      covers(356);
      const { parameters = [] } = world.app.openapi.document.paths[PATH]?.get as { parameters?: object[] };
      expect(parameters).toEqual([]);
    });

    it('stays open while the password must be changed', async () => {
      covers(355);
      const asNewcomer = await world.app.signedIn(await world.factory.person({ passwordChangeRequired: true }));
      expect((await asNewcomer.get(PATH)).body).toEqual({ items: [] });
    });
  });

  /** A team whose newcomers become Teachers, with one member, a Coach unless told otherwise. */
  async function team(
    organization: Organization,
    member: { id: string },
    fields: { name: string } & Record<string, unknown>,
    roleId?: string,
  ): Promise<string> {
    const id = newId();
    const defaultRoleId = await world.factory.roleId('Teacher');
    const team = { id, organizationId: organization.id, defaultRoleId, createdBy: 'root', updatedBy: 'root' };
    await world.app.prisma.db.team.create({ data: { ...team, ...fields } });
    await world.app.prisma.db.teamMember.create({
      data: {
        teamId: id,
        membershipId: member.id,
        roleId: roleId ?? (await world.factory.roleId('Coach')),
        createdBy: 'root',
      },
    });
    return id;
  }
});

async function names(client: Client): Promise<string[]> {
  return (await client.get(PATH)).body.items.map(({ name }: { name: string }) => name);
}
