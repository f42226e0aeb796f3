import { TestApp } from '../app/app.js';
import { ROOT_KEY } from '../app/running-app.js';
import type { Client } from '../clients/client.js';
import type { Factory, Organization } from './factory.js';

type People = Awaited<ReturnType<typeof makePeople>>;
type Memberships = Awaited<ReturnType<typeof makeMemberships>>;

/** The people and organizations of the documents, and clients that call as they do. */
export interface World extends Organizations, People {
  readonly app: TestApp;
  readonly factory: Factory;
  readonly memberships: Memberships;
  readonly bot: { id: string };
  readonly asSasha: Client;
  readonly asAlice: Client;
  readonly asInes: Client;
  readonly asNoor: Client;
  /** With every scope, in Aurora. */
  readonly asSashasKey: Client;
  readonly asBot: Client;
  readonly asRoot: Client;
  /** Calls with a new API key. */
  readonly withKey: (...key: Parameters<Factory['apiKey']>) => Promise<Client>;
}

interface Organizations {
  readonly aurora: Organization;
  readonly praxia: Organization;
}

/** Takes an app and puts the world in its database. */
export async function makeWorld(): Promise<World> {
  const app = await TestApp.start();
  const { factory } = app;
  const organizations = await makeOrganizations(factory);
  const people = await makePeople(factory, organizations);
  const memberships = await makeMemberships(factory, people, organizations);
  const bot = await factory.serviceAccount(organizations.aurora, {
    username: 'ci-deploy-bot',
    description: 'Deploys releases',
    createdAt: new Date('2026-02-03T04:05:06.789Z'),
    createdBy: people.sasha.id,
    updatedAt: new Date('2026-02-04T05:06:07.089Z'),
    updatedBy: people.alice.id,
  });
  const withKey: World['withKey'] = async (...key) => app.anonymous.withToken(await factory.apiKey(...key));
  const callers = {
    asSasha: await app.signedIn(people.sasha),
    asAlice: await app.signedIn(people.alice),
    asInes: await app.signedIn(people.ines),
    asNoor: await app.signedIn(people.noor),
    asSashasKey: await withKey({ membershipId: memberships.sashaInAurora.id }),
    asBot: await withKey({ serviceAccountId: bot.id }),
    asRoot: app.anonymous.withToken(ROOT_KEY),
  };
  return { app, factory, ...organizations, ...people, memberships, bot, withKey, ...callers };
}

async function makeOrganizations(factory: Factory): Promise<Organizations> {
  const aurora = await factory.organization({
    slug: 'auroralabs',
    name: 'Aurora Labs',
    settings: { features: { beta: true, theme: 'dark' } },
    createdAt: new Date('2025-06-01T00:00:00.000Z'),
    updatedAt: new Date('2026-01-01T12:30:00.250Z'),
  });
  const praxia = await factory.organization({
    slug: 'praxia-academy',
    name: 'Praxia Academy',
    description: 'Educational consultants',
    logoUrl: 'https://cdn.example.com/praxia.webp',
    createdAt: new Date('2025-01-01T00:00:00.000Z'),
    updatedAt: new Date('2025-01-15T09:00:00.000Z'),
  });
  return { aurora, praxia };
}

/** Sasha has set all there is to set, Alice nothing. Ines is inactive, Noor is nowhere a member. */
async function makePeople(factory: Factory, { aurora }: Organizations) {
  const sasha = await factory.person({
    email: 'sasha@auroralabs.com',
    displayName: 'Sasha Patel',
    givenName: 'Sasha',
    familyName: 'Patel',
    bio: 'Coordinates releases.\nDrinks tea.',
    avatarUrl: 'https://cdn.example.com/sasha.webp',
    locale: 'de-AT',
    timezone: 'Europe/Vienna',
    phoneNumber: '+4312345678',
    birthDate: new Date('1990-04-01'),
    createdAt: new Date('2026-01-05T08:00:00.250Z'),
    updatedAt: new Date('2026-02-01T10:30:00.500Z'),
  });
  const alice = await factory.person({
    email: 'alice@example.com',
    displayName: 'Alice',
    managedById: aurora.id,
    createdAt: new Date('2026-01-06T09:15:00.000Z'),
    createdBy: sasha.id,
    updatedAt: new Date('2026-01-07T09:15:00.001Z'),
    updatedBy: sasha.id,
  });
  const priya = await factory.person({ email: 'priya@praxia-academy.com', displayName: 'Priya Nair' });
  const ines = await factory.person({ email: 'ines@example.com', displayName: 'Inês Duarte' });
  const noor = await factory.person({ email: 'noor@example.com', displayName: 'Noor' });
  return { sasha, alice, priya, ines, noor };
}

async function makeMemberships(
  factory: Factory,
  { sasha, alice, priya, ines }: People,
  { aurora, praxia }: Organizations,
) {
  const sashaInAurora = await factory.membership(sasha, aurora, {
    role: 'OrganizationAdmin',
    appRole: 'AppAdmin',
    isPrimary: true,
    jobPositionName: 'Product Ops Lead',
    jobPositionDescription: 'Owns release coordination and analytics.',
    createdAt: new Date('2026-02-08T14:12:45.678Z'),
  });
  const aliceInAurora = await factory.membership(alice, aurora, {
    isPrimary: true,
    displayName: 'Alice of Aurora',
    createdAt: new Date('2026-02-09T00:00:00.999Z'),
  });
  const inesInAurora = await factory.membership(ines, aurora, {
    role: 'Manager',
    isPrimary: true,
    state: 'Inactive',
    createdAt: new Date('2026-02-10T06:00:00.000Z'),
  });
  const priyaInPraxia = await factory.membership(priya, praxia, {
    role: 'OrganizationAdmin',
    appRole: 'AppAdmin',
    isPrimary: true,
  });
  const sashaInPraxia = await factory.membership(sasha, praxia, {
    role: 'Coach',
    createdAt: new Date('2025-01-15T09:00:00.000Z'),
  });
  return { sashaInAurora, aliceInAurora, inesInAurora, priyaInPraxia, sashaInPraxia };
}
