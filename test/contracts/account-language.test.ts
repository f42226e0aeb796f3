import { APP_LOCALES } from '../../src/core/i18n/locales.js';
import type { Client } from '../support/clients/client.js';
import { STRANGERS } from '../support/clients/strangers.js';
import type { Person } from '../support/data/factory.js';
import { makeWorld, type World } from '../support/data/world.js';
import { expectInvalid, expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { covers } from './spec/covers.js';

const PATH = '/api/v1/settings/language';

const BAD_TAG = 'Must be a BCP 47 language tag.';

const KEYS = ['locale', 'agentCommunicationLocale'] as const;

const MALFORMED = ['englishes', 'e', 'en_US', 'de-', '', ' ', 'x-', 'en US', '*', 'en;q=1', 'x'.repeat(65), 7, ['en']];

/** The 23 of the 25 that are neither English nor Arabic. */
const EUROPEAN = 'de fr es it pl pt sv da fi ro cs el hu bg lt lv et sk sl hr mt ga nl'.split(' ');

describe('account contract', () => {
  let world: World;
  let person: Person;
  let client: Client;

  beforeAll(async () => {
    world = await makeWorld();
  });

  beforeEach(async () => {
    person = await world.factory.person();
    client = await world.app.signedIn(person);
  });

  afterAll(() => world.app.stop());

  /** What the person has audited changes of. */
  function auditEvents(): Promise<unknown[]> {
    const where = { targetId: person.id, action: 'user.updated' };
    return world.app.prisma.db.auditEvent.findMany({ where, select: { changes: true }, orderBy: { id: 'asc' } });
  }

  async function updatedAt(): Promise<Date> {
    return (await world.app.prisma.db.user.findUniqueOrThrow({ where: { id: person.id } })).updatedAt;
  }

  describe('3 Language and localization: GET /api/v1/settings/language', () => {
    it.each(STRANGERS)('refuses %s', async (_, make) => {
      covers(33);
      expectUnauthenticated(await (await make(world)).get(PATH));
    });

    it('answers the four keys, and null for what is not saved', async () => {
      covers(33, 34, 37, 38);
      const { status, body } = await client.get(PATH);
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          locale: null,
          appLocale: { locale: 'en', direction: 'ltr' },
          agentCommunicationLocale: null,
          resolvedAgentLanguage: 'en',
        },
      });
      expect(Object.keys(body)).toEqual(['locale', 'appLocale', 'agentCommunicationLocale', 'resolvedAgentLanguage']);
    });

    it('answers what is saved, to a session, its cookie and an API key', async () => {
      covers(34, 35, 36);
      for (const caller of [world.asSasha, world.asSasha.byCookie, world.asSashasKey]) {
        expect((await caller.get(PATH)).body).toEqual({
          locale: 'de-AT',
          appLocale: { locale: 'de', direction: 'ltr' },
          agentCommunicationLocale: null,
          resolvedAgentLanguage: 'de',
        });
      }
    });

    it('refuses service accounts and root, which have no language', async () => {
      covers(33);
      for (const caller of [world.asBot, world.asRoot]) {
        expectRefusal(await caller.get(PATH), 403, 'user_required');
        expectRefusal(await caller.patch(PATH, { locale: 'de' }), 403, 'user_required');
      }
    });

    it('asks an API key for the scope that goes with the method', async () => {
      covers(33, 39);
      const owner = { membershipId: world.memberships.aliceInAurora.id };
      const reads = await world.withKey(owner, { scopes: ['users:read'] });
      const writes = await world.withKey(owner, { scopes: ['users:write'] });
      expect((await reads.get(PATH)).status).toBe(200);
      expect((await writes.patch(PATH, { locale: 'en' })).status).toBe(200);
      const detail = 'The API key lacks the scope users:write.';
      expectRefusal(await reads.patch(PATH, { locale: 'de' }), 403, 'insufficient_scope', { detail });
      expect((await world.asAlice.get(PATH)).body.locale).toBe('en');
    });

    it.each([
      ['fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5', 'fr'],
      ['en;q=0.1, pl;q=0.5, nl;q=0.9', 'nl'],
      ['zh-Hant-TW, sv', 'sv'],
      ['ar-EG', 'ar'],
      ['mt;q=0, ga', 'ga'],
      ['*', 'en'],
      ['de;q=0', 'en'],
      ['x-private, el', 'el'],
      ['en_US, hu', 'hu'],
      ['', 'en'],
      [';;;,,,q=q=q, \u00ff=%', 'en'],
      ['-'.repeat(8000), 'en'],
      [`${'xx, '.repeat(3000)}de`, 'en'],
    ])('without a saved language, Accept-Language %.40j leads to %s', async (header, locale) => {
      covers(35);
      const { status, body, headers } = await client.with('accept-language', header).get(PATH);
      expect(status).toBe(200);
      expect(body).toMatchObject({ locale: null, appLocale: { locale }, resolvedAgentLanguage: locale });
      expect(headers.vary).toContain('Accept-Language');
    });

    it('refuses 100 KB of Accept-Language as it refuses any header of that size', async () => {
      covers(35);
      const headers = { 'accept-language': 'de, '.repeat(25_000) };
      const response = await fetch(world.app.baseUrl + PATH, { headers });
      expect({ status: response.status, body: await response.json() }).toMatchObject({
        status: 431,
        body: { code: 'headers_too_large' },
      });
    });

    it('prefers the saved language to the header, even one we do not speak', async () => {
      covers(35, 46);
      const asking = client.with('accept-language', 'fr');
      await client.patch(PATH, { locale: 'pt-BR' });
      expect((await asking.get(PATH)).body.appLocale.locale).toBe('pt');
      await client.patch(PATH, { locale: 'zh-Hant-TW' });
      expect((await asking.get(PATH)).body.appLocale.locale).toBe('en');
      await client.patch(PATH, { locale: null });
      expect((await asking.get(PATH)).body.appLocale.locale).toBe('fr');
    });
  });

  describe('3 Language and localization: PATCH /api/v1/settings/language', () => {
    it.each(STRANGERS)('refuses %s', async (_, make) => {
      covers(39);
      expectUnauthenticated(await (await make(world)).patch(PATH, { locale: 'de' }));
    });

    it('takes locale alone, and the next GET shows it', async () => {
      covers(39, 45, 46);
      const { status, body } = await client.patch(PATH, { locale: 'EN-us' });
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          locale: 'en-US',
          appLocale: { locale: 'en', direction: 'ltr' },
          agentCommunicationLocale: null,
          resolvedAgentLanguage: 'en',
        },
      });
      expect((await client.get(PATH)).body).toEqual(body);
    });

    it('takes agentCommunicationLocale alone, which leaves the interface as it is', async () => {
      covers(40, 53, 54);
      await client.patch(PATH, { locale: 'de' });
      const { status, body } = await client.patch(PATH, { agentCommunicationLocale: 'JA-jp' });
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          locale: 'de',
          appLocale: { locale: 'de', direction: 'ltr' },
          agentCommunicationLocale: 'ja-JP',
          resolvedAgentLanguage: 'ja-JP',
        },
      });
      expect((await client.get(PATH)).body).toEqual(body);
    });

    it('changes the interface and leaves the language of agents as it is', async () => {
      covers(54);
      await client.patch(PATH, { agentCommunicationLocale: 'fr' });
      expect((await client.patch(PATH, { locale: 'ar' })).body).toEqual({
        locale: 'ar',
        appLocale: { locale: 'ar', direction: 'rtl' },
        agentCommunicationLocale: 'fr',
        resolvedAgentLanguage: 'fr',
      });
    });

    it('takes both together, and forgets either with null', async () => {
      covers(41);
      const both = await client.patch(PATH, { locale: 'it', agentCommunicationLocale: 'sl' });
      expect(both.body).toMatchObject({ locale: 'it', agentCommunicationLocale: 'sl', resolvedAgentLanguage: 'sl' });
      expect((await client.patch(PATH, { agentCommunicationLocale: null })).body).toMatchObject({
        locale: 'it',
        agentCommunicationLocale: null,
        resolvedAgentLanguage: 'it',
      });
      expect((await client.patch(PATH, { locale: null })).body).toMatchObject({
        locale: null,
        resolvedAgentLanguage: 'en',
      });
    });

    it.each([{}, [], 'de', 7, null])('refuses the body %j', async (body) => {
      covers(42);
      const { status, body: problem } = await client.patch(PATH, body === null ? undefined : JSON.stringify(body));
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(problem.code).toMatch(/^[a-z_]+$/);
      expect(await auditEvents()).toEqual([]);
    });

    it('refuses an empty body by what it lacks', async () => {
      covers(42);
      const detail = 'The body must have at least one of the keys the route takes.';
      const response = await client.patch(PATH, {});
      expectInvalid(response, ['', 'not_empty', detail]);
    });

    it.each(KEYS.flatMap((key) => MALFORMED.map((tag) => [key, tag] as const)))(
      'refuses as %s the tag %j, and names it',
      async (key, tag) => {
        covers(43, 44);
        const response = await client.patch(PATH, { locale: 'en', agentCommunicationLocale: 'en', [key]: tag });
        expectInvalid(response, [`/${key}`, 'is_locale', BAD_TAG]);
        expect((await client.get(PATH)).body).toMatchObject({ locale: null, agentCommunicationLocale: null });
      },
    );

    it('names both tags that are malformed', async () => {
      covers(43, 44);
      const response = await client.patch(PATH, { locale: 'en_US', agentCommunicationLocale: 'de-' });
      expectInvalid(response, ['/locale', 'is_locale', BAD_TAG], ['/agentCommunicationLocale', 'is_locale', BAD_TAG]);
    });

    it.each(['appLocale', 'resolvedAgentLanguage', 'language'])('refuses the key %s', async (key) => {
      covers(39);
      const response = await client.patch(PATH, { locale: 'de', [key]: 'de' });
      expectInvalid(response, [`/${key}`, 'unknown_key', 'This key is not one the route takes.']);
    });

    it('records what changed, and nothing when nothing did', async () => {
      covers(39);
      await client.patch(PATH, { locale: 'de', agentCommunicationLocale: 'fr' });
      const changed = await updatedAt();
      expect((await client.patch(PATH, { locale: 'DE', agentCommunicationLocale: 'fr' })).status).toBe(200);
      expect(await updatedAt()).toEqual(changed);
      expect(await auditEvents()).toEqual([
        {
          changes: {
            locale: { before: null, after: 'de' },
            agentCommunicationLocale: { before: null, after: 'fr' },
          },
        },
      ]);
    });

    it('changes no other user', async () => {
      covers(39);
      const before = (await world.asSasha.get(PATH)).body;
      await client.patch(PATH, { locale: 'fi' });
      expect((await world.asSasha.get(PATH)).body).toEqual(before);
    });
  });

  describe('3 Language and localization: locales', () => {
    it('there are exactly 25: English, Arabic and 23 of Europe', async () => {
      covers(47, 48, 49, 50);
      const { items } = (await world.app.anonymous.get('/api/v1/settings/locales')).body as {
        items: { locale: string; direction: string }[];
      };
      expect(items).toHaveLength(25);
      expect(items.map(({ locale }) => locale).sort()).toEqual(['en', 'ar', ...EUROPEAN].sort());
      expect(items.filter(({ direction }) => direction === 'rtl').map(({ locale }) => locale)).toEqual(['ar']);
    });

    it.each([
      ['ar', 'العربية', 'Arabic', 'Arabisch'],
      ['el', 'Ελληνικά', 'Greek', 'Griechisch'],
      ['de', 'Deutsch', 'German', 'Deutsch'],
    ])('%s is named in its own language and in that of the caller', async (locale, nativeName, english, german) => {
      covers(47);
      for (const [caller, name] of [
        [world.app.anonymous, english],
        [world.app.anonymous.with('accept-language', 'de'), german],
        [world.asSasha.with('accept-language', 'en'), german],
      ] as const) {
        const { body, headers } = await caller.get('/api/v1/settings/locales');
        expect(body.items).toContainEqual(expect.objectContaining({ locale, nativeName, name }));
        expect(headers['content-language']).toBe(name === english ? 'en' : 'de');
        expect(headers.vary).toContain('Accept-Language');
      }
    });

    it.each(APP_LOCALES)('%s drives appLocale, from a region of it too', async (locale) => {
      covers(46, 51);
      const direction = locale === 'ar' ? 'rtl' : 'ltr';
      for (const tag of [locale, `${locale}-001`, `${locale}-Latn-AT-x-home`]) {
        const { body } = await client.patch(PATH, { locale: tag });
        expect(body).toMatchObject({ locale: tag, appLocale: { locale, direction }, resolvedAgentLanguage: locale });
      }
    });

    it.each(['zh-Hant-TW', 'he', 'nb', 'ja', 'eng-US', 'x-private', 'i-klingon', 'und', 'qaa-Qaaa-QM-x-southern'])(
      'the tag %s is well-formed and accepted; the interface is in English',
      async (tag) => {
        covers(52);
        const { status, body } = await client.with('accept-language', 'de').patch(PATH, { locale: tag });
        expect(status).toBe(200);
        expect(body.appLocale).toEqual({ locale: 'en', direction: 'ltr' });
        expect(body.locale).toBe(tag === 'eng-US' ? 'en-US' : tag);
      },
    );

    it('agents may reply in any language', async () => {
      covers(53);
      for (const tag of ['zh-Hant-TW', 'x-private']) {
        const { body } = await client.patch(PATH, { agentCommunicationLocale: tag });
        expect(body).toMatchObject({ agentCommunicationLocale: tag, resolvedAgentLanguage: tag, locale: null });
      }
    });
  });
});
