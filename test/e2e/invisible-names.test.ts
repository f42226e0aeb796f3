import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import type { Person } from '../support/data/factory.js';
import { waysToChange } from '../support/data/profile-fields.js';
import { expectInvalid } from '../support/expectations/refusals.js';

/** Routes that create something with a name, and what each needs beside it. */
const CREATIONS = {
  organization: ['/api/v1/orgs', {}],
  team: ['/api/v1/org/teams', {}],
  role: ['/api/v1/org/roles', { permissions: [] }],
  project: ['/api/v1/app/project', {}],
  key: ['/api/v1/api-keys', {}],
} as const;

describe('A name', () => {
  let app: TestApp;
  let admin: Person;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    const organization = await app.factory.organization();
    admin = await app.factory.person();
    await app.factory.membership(admin, organization, { role: 'OrganizationAdmin', appRole: 'AppAdmin' });
    client = (await app.steppedUp(admin)).inOrganization(organization.slug);
  });

  afterAll(() => app.stop());

  it.each([
    ['a zero width space', '\u200B'],
    ['a Hangul filler', '\u3164'],
    ['a blank of Braille', '\u2800'],
    ['a soft hyphen', '\u00AD'],
    ['joiners', '\u200C\u200D'],
    ['marks of direction', '\u200E\u200F\u061C'],
    ['a variation selector', '\uFE0F'],
    ['a word joiner and a space', '\u2060 \u2060'],
    ['a half-width Hangul filler', '\uFFA0'],
    ['a Mongolian vowel separator', '\u180E'],
    ['an invisible sign of mathematics', '\u2062'],
    ['tag characters', '\u{E0041}\u{E0042}'],
    ['a supplementary variation selector', '\u{E0100}'],
    ['a null notehead', '\u{1D159}'],
    ['a combining grapheme joiner', '\u034F'],
    ['a Khmer inherent vowel', '\u17B4'],
    ['all sorts of blanks', '\u2800\u3164 \u3000\u00A0\u2003\u200B'],
  ])('of %s alone is refused wherever there are names', async (_, name) => {
    const error = ['/name', 'min_length', 'Must have at least 1 character.'] as const;
    for (const [path, rest] of Object.values(CREATIONS)) {
      expectInvalid(await client.post(path, { name, ...rest }), error);
    }
    for (const { path, key } of waysToChange('displayName')) {
      expectInvalid(await client.patch(path, { [key]: name }), [`/${key}`, error[1], error[2]]);
    }
  });

  it.each([
    ['a family emoji', '👩‍👩‍👧'],
    ['a heart with a variation selector', 'I ❤️ NY'],
    ['a Persian name with a non-joiner', 'نامه\u200Cای'],
    ['a Hebrew name with a mark of direction', 'שרה\u200F כהן'],
    ['a Sinhala conjunct', 'ශ්\u200Dරී ලංකා'],
    ['a Malayalam chillu', 'അവന്\u200D'],
    ['an ideographic variation', '葛\u{E0100}城'],
    ['a flag of tags', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
    ['a Mongolian name', 'ᠮᠣᠩᠭᠣᠯ\u180E\u1820'],
    ['a keycap', '1️⃣'],
    ['a soft hyphen', 'Donau\u00ADdampf'],
    ['one sign', '✿'],
  ])('with %s stays as it is', async (_, name) => {
    for (const { path, key } of waysToChange('displayName')) {
      expect((await client.patch(path, { [key]: name })).status).toBe(200);
      const { displayName } = await app.prisma.db.user.findUniqueOrThrow({ where: { id: admin.id } });
      expect(displayName).toBe(name);
    }
  });

  it.each([
    ['a line separator', 'a\u2028b'],
    ['a paragraph separator', 'a\u2029b'],
    ['a noncharacter', 'a\uFFFEb'],
    ['a noncharacter of another plane', 'a\u{1FFFF}b'],
    ['a next line', 'a\u0085b'],
    ['an escape', 'a\u001B[31mb'],
  ])('with %s is refused: it ends a line or is no character', async (_, name) => {
    const error = ['/name', 'no_controls', 'Must not contain control characters.'] as const;
    for (const [path, rest] of Object.values(CREATIONS)) {
      expectInvalid(await client.post(path, { name, ...rest }), error);
    }
  });
});
