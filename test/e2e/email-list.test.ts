import type { Config } from '../../src/core/config/config.js';
import { Markers } from '../../src/core/paging/markers.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import type { Person } from '../support/data/factory.js';
import { expectRefusal } from '../support/expectations/refusals.js';

const PATH = '/api/v1/me/emails';

interface Page {
  readonly emails: string[];
  readonly marker: string | undefined;
}

let app: TestApp;
let person: Person;
let client: Client;
/** Ten addresses, in the order of the list. */
let all: string[];

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  person = await app.factory.person();
  client = await app.signedIn(person);
  all = Array.from({ length: 9 }, (_, i) => `address-${String(i + 1)}.${person.email}`).concat(person.email);
  for (const email of all.slice(0, 9).reverse()) {
    await app.factory.address(person, email);
  }
});

afterAll(() => app.stop());

async function page(limit: number, marker?: string, caller = client): Promise<Page> {
  const query = new URLSearchParams({ limit: String(limit), ...(marker !== undefined && { marker }) });
  const { status, body } = await caller.get(`${PATH}?${query.toString()}`);
  expect(status).toBe(200);
  return { emails: body.items.map(({ email }: { email: string }) => email), marker: body.marker };
}

/** Reads the list to its end, with something done between its pages. */
async function read(limit: number, meanwhile?: () => Promise<unknown>): Promise<Page['emails'][]> {
  const pages: Page['emails'][] = [];
  for (let marker: string | undefined, isLast = false; !isLast; isLast = marker === undefined) {
    const { emails, marker: next } = await page(limit, marker);
    pages.push(emails);
    marker = next;
    await meanwhile?.();
  }
  return pages;
}

/** A marker of the caller’s list, after the first address. */
async function someMarker(caller = client): Promise<string> {
  return (await page(1, undefined, caller)).marker ?? '';
}

describe('The list of addresses', () => {
  it.each([
    [1, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
    [3, [3, 3, 3, 1]],
    [5, [5, 5]],
    [9, [9, 1]],
    [10, [10]],
    [100, [10]],
  ])('read %i at a time comes in pages of %j, without repeats or gaps', async (limit, sizes) => {
    const pages = await read(limit);
    expect(pages.map(({ length }) => length)).toEqual(sizes);
    expect(pages.flat()).toEqual(all);
  });

  it('neither repeats nor leaves out what stays while others come and go', async () => {
    const [first = '', second = '', third = ''] = all;
    let step = 0;
    const steps = [
      () => app.prisma.db.userEmail.deleteMany({ where: { userId: person.id, address: { in: [first, third] } } }),
      () => app.factory.address(person, `address-0.${person.email}`),
      () => app.factory.address(person, `address-8a.${person.email}`),
      () => client.post(`${PATH}/${second}/primary`),
    ];
    const found = (await read(2, () => Promise.resolve(steps[step++]?.()))).flat();
    const stayed = all.filter((email) => email !== third);
    expect(found.filter((email) => all.includes(email))).toEqual(stayed);
    expect(found.filter((email) => !all.includes(email))).toEqual([`address-8a.${person.email}`]);
  });

  it('goes on after the address of the marker although that was removed', async () => {
    const { marker } = await page(4);
    await app.prisma.db.userEmail.deleteMany({ where: { userId: person.id, address: all[3] ?? '' } });
    expect(await page(100, marker)).toEqual({ emails: all.slice(4), marker: undefined });
  });

  it('is at its end, without a marker, when all that would follow is gone', async () => {
    const { marker } = await page(9);
    await client.post(`${PATH}/${all[0] ?? ''}/primary`);
    await client.delete(`${PATH}/${person.email}`);
    expect(await page(9, marker)).toEqual({ emails: [], marker: undefined });
  });

  it('with limit=0 has no items and no marker, at the beginning and after one', async () => {
    expect(await page(0)).toEqual({ emails: [], marker: undefined });
    expect(await page(0, await someMarker())).toEqual({ emails: [], marker: undefined });
  });

  it('takes a marker with another limit, from another session, as often as it is given', async () => {
    const { marker } = await page(2);
    expect((await page(5, marker)).emails).toEqual(all.slice(2, 7));
    expect((await page(1, marker, await app.signedIn(person))).emails).toEqual(all.slice(2, 3));
    expect((await page(2, marker)).emails).toEqual(all.slice(2, 4));
  });

  it('gives markers that fit a URL as they are', async () => {
    expect(await someMarker()).toMatch(/^[\w-]+$/);
  });
});

describe('A marker', () => {
  it.each<[string, (marker: string) => string]>([
    ['that is empty', () => ''],
    ['of one letter', () => 'A'],
    ['that is an address', () => person.email],
    ['without its end', (marker) => marker.slice(0, -1)],
    ['without its beginning', (marker) => marker.slice(1)],
    ['with something after it', (marker) => `${marker}A`],
    ['with padding', (marker) => `${marker}=`],
    ['with a space around it', (marker) => ` ${marker}`],
    ['twice', (marker) => marker + marker],
    ['in the other base 64', (marker) => `${marker.replaceAll('-', '+').replaceAll('_', '/')}+/`],
    ['in capital letters', (marker) => marker.toUpperCase()],
    ['with NUL', (marker) => `${marker}\0`],
    ['with another address in it', (marker) => withKey(marker, all[5] ?? '')],
    ['with nothing but its seal', (marker) => withKey(marker, '')],
    ['of 10,000 letters', () => 'A'.repeat(10_000)],
  ])('%s is refused, whatever the limit', async (_, change) => {
    const marker = encodeURIComponent(change(await someMarker()));
    for (const limit of [0, 1, 100]) {
      expectRefusal(await client.get(`${PATH}?limit=${limit}&marker=${marker}`), 400, 'invalid_marker');
    }
  });

  it('is refused with any of its letters changed', async () => {
    const marker = await someMarker();
    for (let i = 0; i < marker.length; i++) {
      const changed = marker.slice(0, i) + (marker[i] === 'A' ? 'B' : 'A') + marker.slice(i + 1);
      expectRefusal(await client.get(`${PATH}?marker=${changed}`), 400, 'invalid_marker');
    }
  });

  it('of another caller’s list is refused', async () => {
    const other = await app.factory.person();
    await app.factory.address(other, `address-1.${other.email}`);
    const marker = await someMarker(await app.signedIn(other));
    expectRefusal(await client.get(`${PATH}?marker=${marker}`), 400, 'invalid_marker');
  });

  it('of an installation with other secrets is refused', async () => {
    const list = { name: `emails of ${person.id}`, read: () => Promise.resolve(all), keyOf: (email: string) => email };
    const markerBy = async (markers: Markers): Promise<string> => (await markers.page(list, { limit: 1 })).marker ?? '';
    expect(await markerBy(app.nest.get(Markers))).toBe(await someMarker());
    const elsewhere = markersOf('another secret of forty letters, or nearly so');
    expectRefusal(await client.get(`${PATH}?marker=${await markerBy(elsewhere)}`), 400, 'invalid_marker');
  });

  it('of before another secret was put in front of the list is valid', async () => {
    const list = { name: 'numbers', read: () => Promise.resolve(['1', '2']), keyOf: (item: string) => item };
    const [older, newer] = ['the older secret of at least thirty-two', 'the newer secret of at least thirty-two'];
    const { marker } = await markersOf(older).page(list, { limit: 1 });
    expect((await markersOf(newer, older).page(list, { limit: 1, marker })).items).toEqual(['1']);
    const refused = { type: { code: 'invalid_marker' } };
    await expect(markersOf(newer).page(list, { limit: 1, marker })).rejects.toMatchObject(refused);
    const changed = { limit: 1, marker: `${marker ?? ''}A` };
    await expect(markersOf(older).page(list, changed)).rejects.toMatchObject(refused);
  });
});

/** The markers of an installation with these secrets. */
function markersOf(first: string, ...others: string[]): Markers {
  return new Markers({ secrets: { jwtSecrets: [first, ...others] } } as unknown as Config);
}

/** The marker with its seal, and another key under it. */
function withKey(marker: string, key: string): string {
  const head = Buffer.from(marker, 'base64url').subarray(0, 17);
  return Buffer.concat([head, Buffer.from(key)]).toString('base64url');
}
