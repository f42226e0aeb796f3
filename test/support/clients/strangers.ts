import { newId } from '../../../src/core/ids/ids.js';
import type { Prisma } from '../../../src/core/prisma/generated/client.js';
import type { PrismaService } from '../../../src/core/prisma/prisma.service.js';
import type { Person } from '../data/factory.js';
import type { World } from '../data/world.js';
import type { Client } from './client.js';

type Db = PrismaService['db'];
type Change = (db: Db, userId: string) => Promise<unknown>;
type MakeStranger = (world: World) => Promise<Client>;

const HOUR = 3_600_000;

/** Callers whose credential does not hold, for a table of refusals; each is made once a world, when it is first wanted. */
export const STRANGERS: [name: string, make: MakeStranger][] = [
  ['no credential', ({ app }) => Promise.resolve(app.anonymous)],
  ['an empty token', ({ app }) => Promise.resolve(app.anonymous.withToken(''))],
  ['a token that is none', ({ app }) => Promise.resolve(app.anonymous.withToken('token'))],
  ['a token of another signature', ({ asSasha }) => Promise.resolve(asSasha.withToken(mistyped(asSasha.token)))],
  ['a session that has ended', session((db, userId) => db.session.deleteMany({ where: { userId } }))],
  ['a session past its limit', session(changeSession(() => ({ expiresAt: new Date() })))],
  ['a session idle for too long', session(changeSession(() => ({ lastUsedAt: new Date(Date.now() - 8 * HOUR) })))],
  ['a session whose token was renewed', session(changeSession(() => ({ tokenId: newId() })))],
  ['the session of a suspended person', session(suspend)],
  ['the session of a deleted person', session(remove)],
  ['a mistyped API key', ({ asSasha, asSashasKey }) => Promise.resolve(asSasha.withToken(mistyped(asSashasKey.token)))],
  ['a revoked API key', key((db, userId) => db.apiKey.deleteMany({ where: { membership: { userId } } }))],
  [
    'an expired API key',
    key((db, userId) => db.apiKey.updateMany({ where: { membership: { userId } }, data: { expiresAt: new Date() } })),
  ],
  [
    'the API key of an inactive member',
    key((db, userId) => db.membership.updateMany({ where: { userId }, data: { state: 'Inactive' } })),
  ],
  ['the API key of a suspended person', key(suspend)],
  ['the API key of a deleted person', key(remove)],
  ['a mistyped root key', ({ asRoot }) => Promise.resolve(asRoot.withToken(mistyped(asRoot.token)))],
];

/** Signs a new member in, then makes his session worthless. */
function session(change: Change): MakeStranger {
  return onceAWorld(async (world) => {
    const { person } = await newMember(world);
    const client = await world.app.signedIn(person);
    await change(world.app.prisma.db, person.id);
    return client;
  });
}

/** Gives a new member a key, then makes it worthless. */
function key(change: Change): MakeStranger {
  return onceAWorld(async (world) => {
    const { person, membership } = await newMember(world);
    const client = await world.withKey({ membershipId: membership.id });
    await change(world.app.prisma.db, person.id);
    return client;
  });
}

/** A credential that is worthless stays so: every table of a file can ask with the same one. */
function onceAWorld(make: MakeStranger): MakeStranger {
  const made = new WeakMap<World, Promise<Client>>();
  return (world) => {
    const client = made.get(world) ?? make(world);
    made.set(world, client);
    return client;
  };
}

/** In an organization of his own, so that he is in nobody's list. */
async function newMember({ factory }: World): Promise<{ person: Person; membership: { id: string } }> {
  const person = await factory.person();
  return { person, membership: await factory.membership(person, await factory.organization()) };
}

function changeSession(data: () => Prisma.SessionUpdateManyMutationInput): Change {
  return (db, userId) => db.session.updateMany({ where: { userId }, data: data() });
}

function suspend(db: Db, userId: string): Promise<unknown> {
  return db.user.update({ where: { id: userId }, data: { status: 'suspended' } });
}

function remove(db: Db, userId: string): Promise<unknown> {
  return db.user.update({ where: { id: userId }, data: { deletedAt: new Date() } });
}

function mistyped(token: string): string {
  return token.slice(0, -5) + (token.at(-5) === 'A' ? 'B' : 'A') + token.slice(-4);
}
