import { newId } from '../../src/core/ids/ids.js';
import { Prisma } from '../../src/core/prisma/generated/client.js';
import { LATIN_LETTERS } from '../../src/core/validation/letters.js';
import { covers } from '../contracts/spec/covers.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import type { Organization, Person } from '../support/data/factory.js';

const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;

const USERS = '/api/v1/app/user';

describe('Search of members', () => {
  let app: TestApp;
  let organization: Organization;
  let admin: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    organization = await app.factory.organization();
    const person = await app.factory.person({ displayName: 'Root of all', email: 'root@admin.example' });
    await app.factory.membership(person, organization, { role: 'OrganizationAdmin', appRole: 'AppAdmin' });
    admin = (await app.signedIn(person)).inOrganization(organization.slug);
  });

  afterAll(() => app.stop());

  async function member(fields: Parameters<TestApp['factory']['person']>[0], own?: string): Promise<Person> {
    const person = await app.factory.person(fields);
    await app.factory.membership(person, organization, { displayName: own ?? null });
    return person;
  }

  async function find(q: string, more = ''): Promise<string[]> {
    const { body } = await admin.get(`${USERS}?q=${encodeURIComponent(q)}${more}`);
    return body.data.map((user: { email: string }) => user.email);
  }

  async function finds(q: string, { email }: Person): Promise<boolean> {
    return (await find(q)).includes(email);
  }

  it.each([
    ['Zoë Ångström', ['zoe', 'ZOË', 'angstrom', 'Ångström', 'e\u0308 A\u030A', 'oë an']],
    ['Łukasz Øster', ['lukasz', 'ŁUKASZ', 'oster', 'øster']],
    ['Straße Æsop', ['strasse', 'STRAẞE', 'aesop']],
    ['İpek Işık', ['ipek', 'isik', 'ışık']],
    ['Жанна Ёлкина', ['жанна', 'ЁЛКИНА', 'елкина', 'ёл']],
    ['Σοφός Ωμέγα', ['σοφος', 'ΣΟΦΌΣ', 'ωμεγα']],
    ['山田 太郎', ['山田', '太', '田 太']],
    ['ＷＩＤＥ ﬁne', ['wide', 'fine', 'ｗｉｄｅ']],
    ['O’Brien-Lee "Bo"', ['o’brien', 'BRIEN-lee', '"bo"', '-']],
  ])('finds %s in any case, with and without accents', async (displayName, searches) => {
    covers(97);
    const person = await member({ displayName });
    for (const q of searches) {
      expect([q, await finds(q, person)]).toEqual([q, true]);
    }
  });

  it.each([
    ['100％ sure', '%', true],
    ['100％ sure', '％ s', true],
    ['100％ sure', '0_ s', false],
    ['100％ sure', '1%s', false],
    ['a＿b c＼d', 'a_b', true],
    ['a＿b c＼d', 'a%b', false],
    ['a＿b c＼d', 'c\\d', true],
    ['a＿b c＼d', '\\', true],
  ])('takes every character literally: in %j, %j is found: %j', async (displayName, q, isFound) => {
    covers(97);
    const person = await member({ displayName });
    expect(await finds(q, person)).toBe(isFound);
  });

  it.each([
    ['O’Brien', ["O'Brien", 'o‘brien', 'oʼbrien', 'oʻbrien', 'o´brien', 'o`brien', 'o＇brien', 'o′brien']],
    ["Shawn O'Neil", ['o’neil', 'o‛neil', 'oʹneil']],
    ['Hawaiʻi Kealoha', ["hawai'i", 'hawai’i', 'hawaiʼi']],
    [
      'Smith–Jones',
      ['smith-jones', 'smith‐jones', 'smith‑jones', 'smith‒jones', 'smith—jones', 'smith―jones', 'smith−jones'],
    ],
    ['Anne-Marie', ['anne﹣marie', 'anne－marie', 'anne\u00AD-marie']],
    ['Juan  de\u00A0la\u3000Cruz', ['juan de la cruz', 'juan\u2003de   la', 'de\u202Fla', 'de\u2009 la']],
    ['Zero\u200BWidth', ['zerowidth', 'zero\u2060width', 'ze\u00ADro', '\uFEFFzero', 'width\u200D']],
    ['محمّد بنْ عليّ', ['محمد بن علي', 'مُحَمَّد', 'محـمـد']],
    ['أحمد الإمام', ['احمد', 'الامام', 'أَحْمَد']],
    ['שָׁלוֹם כֹּהֵן', ['שלום', 'כהן', 'שָׁלוֹם']],
    ['בן־דוד', ['בן-דוד', 'בן–דוד']],
    ['Нина̀ Іва́нова', ['нина', 'іванова']],
    ['Đorđe Þórr Ŋala', ['dorde', 'thorr', 'nala', 'ŋala']],
    ['Əliyev Ħamrun', ['eliyev', 'hamrun', 'ƏLIYEV']],
    ['“Big” Joe', ['"big"', '„big“']],
    ['张\u{E0100}伟', ['张伟']],
    ['ความสุข ใจดี', ['ใจดี', 'ความสุข']],
    ['क़ादिर', ['क़ादिर', 'कादिर']],
    ['علي کریمی', ['علی', 'علي', 'علىٰ', 'كريمي', 'کریمی', 'كریمى', 'ڪريمي']],
    ['كمال يحيى', ['کمال', 'یحیی', 'يحيي']],
    ['Raum ١٢٣', ['raum 123', '۱۲۳', '١٢٣']],
    ['اتاق ۴۵۶', ['456', '٤٥٦', '۴۵۶']],
    ['がく', ['が', 'か\u3099く', 'く']],
    ['ｶﾞｸ', ['ガク', 'ガ', 'ｶﾞ']],
    ['パン', ['ハ\u309Aン', 'ﾊﾟﾝ']],
  ])(
    'finds %s however apostrophes, dashes, spaces, points and the invisible are written',
    async (displayName, searches) => {
      const person = await member({ displayName });
      for (const q of searches) {
        expect([q, await finds(q, person)]).toEqual([q, true]);
      }
    },
  );

  it('folds letters as slugs do, and drops whatever Unicode calls ignorable', async () => {
    const fold = async (text: string): Promise<string | undefined> => {
      const [row] = await app.prisma.query<{ form: string }>(Prisma.sql`SELECT search_form(${text}) AS form`);
      return row?.form;
    };
    expect(await fold([...LATIN_LETTERS.keys()].join(' '))).toBe([...LATIN_LETTERS.values()].join(' '));
    const all = Array.from({ length: 0x110000 }, (_, code) => code).filter((code) => code < 0xd800 || code > 0xdfff);
    const ignorable = all.map((code) => String.fromCodePoint(code)).filter((text) => IGNORABLE.test(text));
    expect(ignorable.length).toBeGreaterThan(4_000);
    expect(await fold(`a${ignorable.join('')}b`)).toBe('ab');
  });

  it.each([
    ['कि', 'का'],
    ['ที่', 'ทา'],
    ['O’Brien', 'obrien'],
    ['Smith-Jones', 'smith jones'],
    ['がく', 'かく'],
    ['がく', 'か'],
    ['かく', 'が'],
    ['ガク', 'カ'],
    ['ｶﾞｸ', 'ｶ'],
    ['パン', 'ハ'],
    ['バン', 'パ'],
    ['ばら', 'は'],
    ['ヴァン', 'ウ'],
    ['ゞ', 'ゝ'],
    ['か\u3099く', 'か'],
    ['كمال', 'گمال'],
    ['علي', 'علا'],
  ])('takes %s and %s for different', async (displayName, q) => {
    expect(await finds(q, await member({ displayName }))).toBe(false);
  });

  it.each([
    [
      'u1@xn--mnchen-3ya.de',
      ['münchen.de', 'u1@münchen', 'U1@MÜNCHEN.DE', 'munchen', 'u1@xn--mnchen-3ya.de', 'mnchen-3ya'],
    ],
    ['user2@xn--wgv71a119e.jp', ['日本語', 'user2@日本語.jp', 'user2@日本語。jp']],
    ['user3@xn--e1afmkfd.xn--p1ai', ['пример.рф', 'ПРИМЕР', 'xn--p1ai']],
    ['user4@xn--strae-oqa.de', ['straße.de', 'strasse']],
    ['user5@xn--mgba3gch31f060k.com', ['نامهای.com', 'نامه\u200Cای']],
    ['user6@xn--hxajbheg2az3al.xn--qxam', ['παράδειγμα.ελ', 'παραδειγμα']],
    ['user7@mail.xn--bcher-kva.example', ['mail.bücher.example', 'bücher']],
    ['user8@xn--p1b6ci4b4b3a.xn--h2brj9c', ['उदाहरण.भारत']],
    ['user9@xn--72c1a1bt4awk9o.xn--o3cw4h', ['ตัวอย่าง.ไทย']],
    ['user10@xn--3e0b707e.kr', ['한국.kr']],
    ['user11@xn--zzzzzzzzzzzzzzzz99999.de', ['xn--zzzzzzzzzzzzzzzz99999']],
    ['user12@xn--a.de', ['user12@xn--a.de']],
  ])('finds %s as it is stored and as people read it', async (email, searches) => {
    const person = await member({ email });
    for (const q of searches) {
      expect([q, await finds(q, person)]).toEqual([q, true]);
    }
  });

  it('finds by given and family name, and by the whole of the two', async () => {
    const person = await member({ displayName: 'Nick', givenName: 'Nicolás', familyName: 'Peña' });
    expect([await finds('nicolas pena', person), await finds('peña', person), await finds('nick', person)]).toEqual([
      true,
      true,
      true,
    ]);
    expect(await finds('nick nicolas', person)).toBe(false);
  });

  it('does not find by a name that the one in the organization hides', async () => {
    covers(101);
    const person = await member({ displayName: 'Secret One', givenName: 'Secret', familyName: 'One' }, 'Pseudonym');
    expect([await finds('secret', person), await finds('pseudonym', person)]).toEqual([false, true]);
  });

  it('finds by any part of the primary address, and by no other address', async () => {
    const person = await member({ email: 'first.last+tag@mail.corp.example' });
    await app.factory.address(person, 'private@home.example');
    for (const q of [
      'first.last+tag@mail.corp.example',
      'LAST+TAG@',
      'last',
      '@mail.corp',
      'g@mail',
      'x@',
      'corp.example',
    ]) {
      expect([q, await finds(q, person)]).toEqual([q, q !== 'x@']);
    }
    expect(await finds('last+tag@home', person)).toBe(false);
    expect(await finds('private@home.example', person)).toBe(false);
  });

  it('finds by what names and addresses are now, whichever way they changed', async () => {
    const person = await member({ displayName: 'Before', email: 'before@change.example' });
    const { db } = app.prisma;
    await db.user.update({ where: { id: person.id }, data: { displayName: 'After', familyName: 'Wards' } });
    expect([await finds('before', person), await finds('after', person), await finds('wards', person)]).toEqual([
      true,
      true,
      true,
    ]);
    await app.factory.address(person, 'after@change.example');
    await app.prisma.transaction(async () => {
      const { db: tx } = app.prisma;
      await tx.userEmail.updateMany({ where: { userId: person.id, isPrimary: true }, data: { isPrimary: false } });
      await tx.userEmail.updateMany({ where: { address: 'after@change.example' }, data: { isPrimary: true } });
    });
    expect([await find('before'), await find('after@change')]).toEqual([[], ['after@change.example']]);
    await db.membership.updateMany({ where: { userId: person.id }, data: { displayName: 'Own name' } });
    expect([await find('wards'), await find('own name')]).toEqual([[], ['after@change.example']]);
    await db.membership.updateMany({ where: { userId: person.id }, data: { displayName: null } });
    expect([await find('own name'), await find('wards')]).toEqual([[], ['after@change.example']]);
  });

  it('follows renames and new addresses that come at once', async () => {
    const person = await app.factory.person({ displayName: 'Racer' });
    const { db } = app.prisma;
    await app.factory.address(person, 'racer@final.example');
    await Promise.all([
      app.factory.membership(person, organization),
      ...Array.from({ length: 8 }, (_, n) =>
        db.user.update({ where: { id: person.id }, data: { displayName: `Racer ${String(n)}` } }),
      ),
      app.prisma.transaction(async () => {
        const { db: tx } = app.prisma;
        await tx.userEmail.updateMany({ where: { userId: person.id, isPrimary: true }, data: { isPrimary: false } });
        await tx.userEmail.updateMany({ where: { address: 'racer@final.example' }, data: { isPrimary: true } });
      }),
    ]);
    const { displayName } = await db.user.findUniqueOrThrow({ where: { id: person.id } });
    const membership = await db.membership.findFirstOrThrow({ where: { userId: person.id } });
    expect(membership.searchText).toBe(`${displayName.toLowerCase()}\nracer@final.example`);
  });

  it('keeps to the organization', async () => {
    const other = await app.factory.organization();
    const person = await app.factory.person({ displayName: 'Elsewhere' });
    await app.factory.membership(person, other);
    expect(await find('elsewhere')).toEqual([]);
  });

  describe('among thousands', () => {
    const CROWD = 12_000;
    let big: Client;
    let bigId: string;

    beforeAll(async () => {
      const { id, slug } = await app.factory.organization();
      bigId = id;
      const person = await app.factory.person({ displayName: 'Chief' });
      const { id: membershipId } = await app.factory.membership(person, { id, slug });
      big = (await app.signedIn(person)).inOrganization(slug);
      await crowd(id, CROWD, membershipId);
    });

    async function crowd(organizationId: string, size: number, after: string): Promise<void> {
      const { db } = app.prisma;
      const at = (n: string): string =>
        `(left('${after}', 8) || '-ffff-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
      const each = `FROM generate_series(1, ${String(size)}) n`;
      await db.$executeRawUnsafe(
        `INSERT INTO "User" (id, "displayName", "createdBy", "updatedBy")
         SELECT ${at('n')}, 'Crowd ' || n, 'root', 'root' ${each}`,
      );
      await db.$executeRawUnsafe(
        `INSERT INTO "UserEmail" ("userId", address, "isPrimary", "createdBy", "updatedBy")
         SELECT ${at('n')}, 'n' || n || '@thousands.example', true, 'root', 'root' ${each}`,
      );
      await db.$executeRawUnsafe(
        `INSERT INTO "Membership" (id, "userId", "organizationId", "roleId", "createdBy", "updatedBy")
         SELECT ${at('n')}, ${at('n')}, '${organizationId}', '${await app.factory.roleId('Teacher')}', 'root', 'root' ${each}`,
      );
      await db.$executeRawUnsafe('VACUUM (ANALYZE) "Membership"');
    }

    async function page(query: string): Promise<{ names: string[]; total: number; next: boolean; previous: boolean }> {
      const { body } = await big.get(`${USERS}?${query}`);
      return {
        names: body.data.map((user: { name: string }) => user.name),
        total: body.total_count,
        next: body.has_next_page,
        previous: body.has_previous_page,
      };
    }

    it('counts all that match, exactly', async () => {
      covers(106);
      expect(await page('q=crowd&page_size=2')).toEqual({
        names: ['Crowd 1', 'Crowd 2'],
        total: CROWD,
        next: true,
        previous: false,
      });
      expect(await page('q=crowd%201200&page_size=5')).toMatchObject({ total: 2, next: false });
      expect(await page('q=crowd%20120&page_size=5')).toMatchObject({ total: 12, next: true });
      expect(await page('q=crowd%20120&page_size=5&page=3')).toMatchObject({ total: 12, next: false, previous: true });
      expect(await page('q=crowd%20120&page_size=5&page=4')).toMatchObject({ names: [], total: 12, next: false });
    });

    it.each(['q=zq', 'q=zzz', 'q=%E5%B1%B1'])('finds no user for ?%s', async (query) => {
      expect(await page(query)).toEqual({ names: [], total: 0, next: false, previous: false });
    });

    it('finds few by an index, and not by reading the organization', async () => {
      const plan = await app.prisma.db.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(
        `EXPLAIN SELECT id FROM "Membership" WHERE "organizationId" = '${bigId}' AND "searchText" LIKE search_pattern('n11999@')`,
      );
      expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('Membership_searchText_idx');
    });

    it.each([
      ['page=101&page_size=100', 100, 'Crowd 10000'],
      ['page=120&page_size=100', 100, 'Crowd 11900'],
      ['page=121&page_size=100', 1, 'Crowd 12000'],
      ['page=122&page_size=100', 0, undefined],
      ['page=10000000&page_size=100', 0, undefined],
      ['page=1716&page_size=7', 0, undefined],
      ['page=1715&page_size=7', 3, 'Crowd 11998'],
      ['page=101&page_size=100&state=Active', 100, 'Crowd 10000'],
      ['page=101&page_size=100&state=Inactive', 0, undefined],
    ])('reaches ?%s from the end of the list', async (query, size, first) => {
      covers(91, 107);
      const { names, total, next } = await page(query);
      expect([names.length, names[0], total]).toEqual([size, first, query.includes('Inactive') ? 0 : CROWD + 1]);
      expect(next).toBe((query.startsWith('page=101') && size > 0) || query.startsWith('page=120'));
    });
  });

  it('is fed by SQL alone: a member made by hand is found', async () => {
    const id = newId();
    const { db } = app.prisma;
    await db.$executeRaw`
      INSERT INTO "User" (id, "displayName", "createdBy", "updatedBy") VALUES (${id}::uuid, 'By Hand', 'root', 'root')`;
    await db.$executeRaw`
      INSERT INTO "Membership" (id, "userId", "organizationId", "roleId", "createdBy", "updatedBy")
      VALUES (${id}::uuid, ${id}::uuid, ${organization.id}::uuid, ${await app.factory.roleId('Teacher')}::uuid, 'root', 'root')`;
    await db.$executeRaw`
      INSERT INTO "UserEmail" ("userId", address, "isPrimary", "createdBy", "updatedBy")
      VALUES (${id}::uuid, 'late@hand.example', true, 'root', 'root')`;
    expect(await find('by hand')).toEqual(['late@hand.example']);
    expect(await find('late@hand')).toEqual(['late@hand.example']);
    await db.$executeRaw`DELETE FROM "UserEmail" WHERE "userId" = ${id}::uuid`;
    const { searchText } = await db.membership.findUniqueOrThrow({ where: { id } });
    expect(searchText).toBe('by hand');
  });
});
