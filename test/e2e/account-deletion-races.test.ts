import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import type { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { type Organization, PASSWORD, type Person } from '../support/data/factory.js';
import { expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { Addresses } from '../support/mail/addresses.js';
import { race, RACERS, ROUNDS } from '../support/races/races.js';

const ADMIN = { role: 'OrganizationAdmin', appRole: 'AppAdmin' } as const;

const KNOWN_DEVICE = newId();

type Somebody = Person & { client: Client };

let addresses: Addresses;
let app: TestApp;

beforeAll(async () => {
  addresses = await Addresses.start();
  ({ app } = addresses);
});

afterAll(() => addresses.stop());

/** An organization with a member who is nothing else. */
async function organizationOf(...admins: Person[]): Promise<Organization> {
  const organization = await app.factory.organization();
  for (const admin of admins) {
    await app.factory.membership(admin, organization, ADMIN);
  }
  await app.factory.membership(await app.factory.person(), organization);
  return organization;
}

function people(count: number): Promise<Somebody[]> {
  return Promise.all(Array.from({ length: count }, () => addresses.somebody()));
}

function activeAdmins({ id }: Organization): Promise<number> {
  const role = { name: 'OrganizationAdmin' };
  return app.prisma.db.membership.count({ where: { organizationId: id, role, appRole: 'AppAdmin', state: 'Active' } });
}

const remove = ({ client }: Somebody): Promise<Response> => client.delete('/api/me');

const statuses = (answers: Response[]): number[] => answers.map(({ status }) => status).sort();

describe('Deleting accounts at the same moment', () => {
  it('leaves one of sixteen administrators, and refuses that request', async () => {
    const admins = await people(RACERS);
    const organization = await organizationOf(...admins);
    const answers = await race((number) => remove(admins[number] as Somebody));
    expect(statuses(answers)).toEqual([...Array<number>(RACERS - 1).fill(202), 409]);
    const refused = answers.filter(({ status }) => status === 409);
    refused.forEach((answer) => expectRefusal(answer, 409, 'last_organization_admin'));
    expect(await activeAdmins(organization)).toBe(1);
    const { client } = admins[answers.findIndex(({ status }) => status === 409)] as Somebody;
    expect((await client.get('/api/v1/orgs/my')).body.items).toMatchObject([{ id: organization.id }]);
  });

  it(`leaves one of two administrators, in ${ROUNDS} rounds`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const both = await people(2);
      const organization = await organizationOf(...both);
      expect(statuses(await Promise.all(both.map(remove)))).toEqual([202, 409]);
      expect(await activeAdmins(organization)).toBe(1);
    }
  });

  it('leaves one in each of many organizations, in any combination of administrators', async () => {
    const admins = await people(4);
    const pairs = admins.flatMap((one, i) => admins.slice(i + 1).map((other) => [one, other]));
    const organizations = await Promise.all(pairs.map((pair, i) => organizationOf(...(i % 2 ? pair : pair.reverse()))));
    const answers = await Promise.all(admins.map(remove));
    // Each two share one, so whoever goes first leaves the others alone in three.
    expect(statuses(answers)).toEqual([202, 409, 409, 409]);
    const left = await Promise.all(organizations.map(activeAdmins));
    expect(left.sort()).toEqual([1, 1, 1, 2, 2, 2]);
  });

  it('of the only two members archives the organization', async () => {
    const both = await people(2);
    const organization = await app.factory.organization();
    for (const person of both) {
      await app.factory.membership(person, organization, ADMIN);
    }
    expect(statuses(await Promise.all(both.map(remove)))).toEqual([202, 202]);
    const { status } = await app.prisma.db.organization.findUniqueOrThrow({ where: { id: organization.id } });
    expect(status).toBe('archived');
  });

  it('deletes one account once, however often it is asked', async () => {
    const [person] = (await people(1)) as [Somebody];
    const answers = await race(() => remove(person));
    expect(answers.filter(({ status }) => status === 202).length).toBeGreaterThan(0);
    answers.filter(({ status }) => status !== 202).forEach(expectUnauthenticated);
    expect(await app.prisma.db.auditEvent.count({ where: { action: 'user.deleted', targetId: person.id } })).toBe(1);
  });
});

describe('A request at the moment the account is deleted', () => {
  type Deed = (person: Somebody, round: number) => Promise<Response>;

  const logIn = (email: string, from: Client): Promise<Response> =>
    from.post('/api/v1/auth/login', { email, password: PASSWORD });

  const fromKnownDevice = (): Client => app.anonymous.with('cookie', `device=${KNOWN_DEVICE}`);

  function expectLogIn(answer: Response): void {
    if (answer.status !== 200) {
      expectRefusal(answer, 401, 'invalid_credentials');
    }
  }

  it.each<[string, Deed, (answer: Response) => void]>([
    [
      'adding an address',
      ({ client }) => addresses.add(client, addresses.newAddress()),
      (answer) => {
        if (answer.status !== 201) {
          expectUnauthenticated(answer);
        }
      },
    ],
    [
      'changing his e-mail',
      ({ client }) => client.patch('/api/v1/me', { displayName: 'Late', email: addresses.newAddress() }),
      (answer) => {
        if (answer.status !== 200) {
          expectUnauthenticated(answer);
        }
      },
    ],
    ['signing in', ({ email }) => logIn(email, app.anonymous), expectLogIn],
    ['signing in from a device that is known', ({ email }) => logIn(email, fromKnownDevice()), expectLogIn],
    [
      'changing his password',
      ({ client }) =>
        client.patch('/api/v1/users/me/password', { currentPassword: PASSWORD, newPassword: 'another one of mine' }),
      (answer) => {
        if (answer.body.code === 'current_password_wrong') {
          expectRefusal(answer, 400, 'current_password_wrong');
        } else if (answer.status !== 200) {
          expectUnauthenticated(answer);
        }
      },
    ],
  ])('%s is done before or not at all, without leftover rows', async (_, deed, expectAnswer) => {
    for (let round = 0; round < ROUNDS; round++) {
      const [person] = (await people(1)) as [Somebody];
      await app.prisma.db.knownDevice.create({ data: { userId: person.id, deviceId: KNOWN_DEVICE } });
      const [deleted, answer] = await Promise.all([remove(person), deed(person, round)]);
      expect(deleted.status).toBe(202);
      expectAnswer(answer);
      await expectNothingLeft(person);
    }
  });

  it('opening a link to verify an address is done before or not at all, without leftover rows', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [person] = (await people(1)) as [Somebody];
      const { token } = await addresses.added(person.client);
      const [deleted, verified] = await Promise.all([remove(person), addresses.verify(token)]);
      expect(deleted.status).toBe(202);
      if (verified.status !== 204) {
        expectRefusal(verified, 400, 'invalid_token');
      }
      await expectNothingLeft(person);
    }
  });

  async function expectNothingLeft({ id: userId }: Person): Promise<void> {
    const { db } = app.prisma;
    const left = await Promise.all([
      db.userEmail.count({ where: { userId } }),
      db.session.count({ where: { userId } }),
      db.oneTimeToken.count({ where: { userId } }),
      db.knownDevice.count({ where: { userId } }),
    ]);
    expect(left).toEqual([0, 0, 0, 0]);
  }
});
