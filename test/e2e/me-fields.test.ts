import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import type { Person } from '../support/data/factory.js';
import { type Field, waysToChange } from '../support/data/profile-fields.js';
import { expectInvalid } from '../support/expectations/refusals.js';

const DAY = 24 * 3_600_000;

const BAD_TAG = 'Must be a BCP 47 language tag.';
const BAD_ZONE = 'Must be an IANA time zone.';
const BAD_PHONE = 'Must be a phone number in E.164, or "anonymous".';
const BAD_DAY = 'Must be a real day in the past, as YYYY-MM-DD.';
const BAD_URL = 'Must be an https URL.';

const DETAILS: Readonly<Record<string, string>> = {
  is_string: 'Must be a string.',
  min_length: 'Must have at least 1 character.',
  no_controls: 'Must not contain control characters.',
  is_locale: BAD_TAG,
  is_timezone: BAD_ZONE,
  is_phone_number: BAD_PHONE,
  is_birth_date: BAD_DAY,
  is_https_url: BAD_URL,
};

/** A URL of so many characters. */
function urlOf(length: number): string {
  const start = 'https://cdn.example.com/';
  return start + 'a'.repeat(length - start.length);
}

/** The day that is so many days from today, in UTC. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
}

/** A tag of 64 characters, the most there may be. */
const LONGEST_TAG = `en-x-${'abcdefgh-'.repeat(6)}abcde`;

/** What the account has of each field before it is changed, and no test gives it. */
const BEFORE: Readonly<Record<Field, string>> = {
  displayName: 'Before',
  givenName: 'Before',
  familyName: 'Before',
  bio: 'Before.',
  avatarUrl: 'https://cdn.example.com/before.webp',
  locale: 'en',
  timezone: 'Asia/Tokyo',
  phoneNumber: '+442071838750',
  birthDate: '1970-01-01T00:00:00Z',
};

let app: TestApp;
let noa: Person;
let asNoa: Client;

beforeAll(async () => {
  app = await TestApp.start();
  noa = await app.factory.person(BEFORE);
  asNoa = await app.signedIn(noa);
});

beforeEach(() => reset());

afterAll(() => app.stop());

async function reset(): Promise<void> {
  await app.prisma.db.user.update({ where: { id: noa.id }, data: BEFORE });
}

/** All that is kept of the person. */
function kept(): Promise<object> {
  return app.prisma.db.user.findUniqueOrThrow({ where: { id: noa.id }, include: { emails: true } });
}

/** Expects every route that takes the field to take the value, and to keep it in the given form. */
async function expectTaken(field: Field, value: string | null, stored: string | null): Promise<void> {
  for (const { path, key } of waysToChange(field)) {
    // Each finds something else there, and has it to change.
    await reset();
    const { status, body } = await asNoa.patch(path, { [key]: value });
    expect({ path, status, body: JSON.stringify(body) }).toMatchObject({ path, status: 200 });
    expect((await asNoa.get('/api/v1/user')).body[field]).toBe(stored);
  }
}

/** Expects every route that takes the field to refuse the value, under its own name for it, and to change nothing. */
async function expectRefused(field: Field, value: unknown, code: string, detail = DETAILS[code] ?? ''): Promise<void> {
  const before = await kept();
  for (const { path, key } of waysToChange(field)) {
    expectInvalid(await asNoa.patch(path, { [key]: value }), [`/${key}`, code, detail]);
  }
  expect(await kept()).toEqual(before);
}

describe('A display name', () => {
  it.each([
    ['of one letter', 'N', 'N'],
    ['of 200 letters', 'x'.repeat(200), 'x'.repeat(200)],
    ['of 200 characters beyond the first plane', '😀'.repeat(200), '😀'.repeat(200)],
    ['of 100 characters with a variation selector each', '❤️'.repeat(100), '❤️'.repeat(100)],
    // Text is normalized only within the field's maximum, which counts before normalization.
    ['of 200 letters and combining accents', 'e\u0301'.repeat(200), '\u00e9'.repeat(200)],
    ['of 200 vowels with two marks', 'e\u0302\u0301'.repeat(200), '\u1ebf'.repeat(200)],
    ['of 200 syllables of Hangul, taken apart', '각'.normalize('NFD').repeat(200), '각'.repeat(200)],
    ['of 100 letters that become two', '\u0958'.repeat(100), '\u0915\u093c'.repeat(100)],
    ['with spaces around it', ' \u00a0Noa\t\n', 'Noa'],
    ['in another script', 'نور الدين', 'نور الدين'],
    ['that looks like something else', `<b>"O'Neil";-- %s {{x}} \\`, `<b>"O'Neil";-- %s {{x}} \\`],
  ])('%s is taken', async (_, given, stored) => {
    await expectTaken('displayName', given, stored);
  });

  it.each([
    ['that is empty', '', 'min_length'],
    ['of spaces', ' \t\u00a0', 'min_length'],
    ['that is null', null, 'is_string'],
    ['that is a number', 7, 'is_string'],
    ['that is a list', ['Noa'], 'is_string'],
    ['that is an object', { first: 'Noa' }, 'is_string'],
    ['of two lines', 'No\na', 'no_controls'],
    ['with a tab', 'No\ta', 'no_controls'],
    ['with NUL', 'No\u0000a', 'no_controls'],
    ['with DEL', 'No\u007fa', 'no_controls'],
    ['with a C1 control', 'No\u0085a', 'no_controls'],
    ['with a bidirectional override', 'No\u202ea', 'no_controls'],
    ['with a bidirectional isolate', 'No\u2066a', 'no_controls'],
    ['with half of a surrogate pair', 'No\ud83da', 'no_controls'],
    ['with the halves of a surrogate pair in the wrong order', '\ude00\ud83d', 'no_controls'],
  ])('%s is refused', async (_, given, code) => {
    await expectRefused('displayName', given, code);
  });

  it.each([
    ['201 letters', 'x'.repeat(201)],
    ['201 characters beyond the first plane', '😀'.repeat(201)],
    ['101 characters with a variation selector each', '❤️'.repeat(101)],
    ['201 letters with combining accents', 'e\u0301'.repeat(201)],
    ['201 vowels with two marks', 'e\u0302\u0301'.repeat(201)],
    ['101 letters with an accent that does not compose', 'x\u0301'.repeat(101)],
    ['letters that become more when they are composed', '\u0958'.repeat(101)],
  ])('of %s is refused', async (_, given) => {
    await expectRefused('displayName', given, 'max_length', 'Must have at most 200 characters.');
  });
});

describe.each(['givenName', 'familyName'] as const)('A %s', (field) => {
  it('has 1 to 100 characters', async () => {
    await expectTaken(field, 'x', 'x');
    await expectTaken(field, '😀'.repeat(100), '😀'.repeat(100));
    await expectRefused(field, '', 'min_length');
    await expectRefused(field, ' ', 'min_length');
    await expectRefused(field, '😀'.repeat(101), 'max_length', 'Must have at most 100 characters.');
  });

  it('is text of one line, trimmed and in NFC', async () => {
    await expectTaken(field, ' Zoe\u0308 ', 'Zo\u00eb');
    await expectRefused(field, 'Zo\u0000', 'no_controls');
    await expectRefused(field, 'Z\no', 'no_controls');
    await expectRefused(field, 7, 'is_string');
  });

  it('is cleared by null', () => expectTaken(field, null, null));
});

describe('A bio', () => {
  it.each([
    ['that is empty', '', ''],
    ['of several lines', 'One.\n\n\tTwo.\r\nThree.', 'One.\n\n\tTwo.\r\nThree.'],
    ['with lines around it', '\n One. \n', 'One.'],
    ['of 2,000 characters', '😀'.repeat(2000), '😀'.repeat(2000)],
    ['that is null', null, null],
  ])('%s is taken', async (_, given, stored) => {
    await expectTaken('bio', given, stored);
  });

  it.each([
    ['with NUL', 'One.\u0000', 'no_controls'],
    ['with an escape sequence', '\u001b[31mOne.', 'no_controls'],
    ['with a bidirectional override', 'One.\u202e', 'no_controls'],
    ['with half of a surrogate pair', 'One.\udc00', 'no_controls'],
    ['that is a number', 7, 'is_string'],
    ['that is a list', ['One.'], 'is_string'],
  ])('%s is refused', async (_, given, code) => {
    await expectRefused('bio', given, code);
  });

  it('of 2,001 characters is refused', () =>
    expectRefused('bio', 'x'.repeat(2001), 'max_length', 'Must have at most 2000 characters.'));
});

describe('A locale', () => {
  it.each([
    ['EN-us', 'en-US'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['SR-latn', 'sr-Latn'],
    ['iw', 'he'],
    ['de-1901', 'de-1901'],
    ['en-U-CA-buddhist', 'en-u-ca-buddhist'],
    [' pt-BR ', 'pt-BR'],
    ['X-Private', 'x-private'],
    ['de-x-Private', 'de-x-private'],
    ['i-Klingon', 'i-klingon'],
    ['en-GB-oed', 'en-gb-oed'],
    ['zh-cmn-Hans-CN', 'zh-Hans-CN'],
    ['zh-yue-HK', 'yue-HK'],
    ['no-bok', 'nb'],
    [LONGEST_TAG, LONGEST_TAG],
    [null, null],
  ])('%j is kept as %j', async (given, stored) => {
    await expectTaken('locale', given, stored);
  });

  it.each([
    '',
    ' ',
    'e',
    'en_US',
    'en-USA',
    'de-CHE',
    'de-',
    '-de',
    'en--US',
    'en-US-u',
    'x-',
    'x-ninechars',
    'i-unregistered',
    'e\u0000n',
    'en;q=1',
    '*',
    7,
    true,
    {},
  ])('%j is refused', async (given) => {
    await expectRefused('locale', given, 'is_locale');
  });

  it('of 65 characters is refused', () =>
    expectRefused('locale', `${LONGEST_TAG}f`, 'max_length', 'Must have at most 64 characters.'));
});

describe('A timezone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/BERLIN', 'Europe/Berlin'],
    [' America/Argentina/Buenos_Aires ', 'America/Argentina/Buenos_Aires'],
    ['utc', 'UTC'],
    ['Etc/GMT+5', 'Etc/GMT+5'],
    ['US/Pacific', 'US/Pacific'],
    ['Etc/UTC', 'Etc/UTC'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Europe/Kiev', 'Europe/Kiev'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['America/Buenos_Aires', 'America/Buenos_Aires'],
    ['GB', 'GB'],
    ['PRC', 'PRC'],
    ['CET', 'CET'],
    ['EST', 'EST'],
    ['EST5EDT', 'EST5EDT'],
    ['Zulu', 'Zulu'],
    ['NZ-CHAT', 'NZ-CHAT'],
    [null, null],
  ])('%j is kept as %j', async (given, stored) => {
    await expectTaken('timezone', given, stored);
  });

  it.each([
    '',
    'Europe',
    'Europe/Atlantis',
    'Europe/Berlin\u0000',
    'Europe /Berlin',
    '+01:00',
    '-0500',
    '+01',
    'UTC+1',
    'ACT',
    'AET',
    'AST',
    'BST',
    'CST',
    'ECT',
    'IST',
    'ist',
    'JST',
    'PST',
    'SST',
    'VST',
    'SystemV/PST8PDT',
    'US/Pacific-New',
    'Factory',
    'GMT+1',
    'GMT-01:00',
    'Z',
    60,
    ['UTC'],
  ])('%j is refused', async (given) => {
    await expectRefused('timezone', given, 'is_timezone');
  });
});

describe('A phone number', () => {
  it.each([
    ['+493012345678', '+493012345678'],
    ['+49 30 12345678', '+493012345678'],
    ['+49 (30) 1234-5678', '+493012345678'],
    ['+1.213.373.4253', '+12133734253'],
    [' +33142685300 ', '+33142685300'],
    ['\u202A+493012345678\u202C', '+493012345678'],
    ['\u2066+49 30 12345678\u2069', '+493012345678'],
    ['\u200E+49\u200E30\u200E12345678', '+493012345678'],
    ['\u200F+972 2 670 9900', '+97226709900'],
    ['\uFEFF+49\u00AD3012345678\u200B', '+493012345678'],
    ['+49\u00A030\u202F12345678', '+493012345678'],
    ['+49\u201130\u201312345678', '+493012345678'],
    ['＋４９３０１２３４５６７８', '+493012345678'],
    ['+٤٩ ٣٠ ١٢٣٤٥٦٧٨', '+493012345678'],
    ['+४९३०१२३४५६७८', '+493012345678'],
    ['+49/30/12345678', '+493012345678'],
    ['(+49) 30 12345678', '+493012345678'],
    ['( +49 )30-12345678', '+493012345678'],
    ['（＋４９）３０１２３４５６７８', '+493012345678'],
    ['\u200E(+٤٩) ٣٠ ١٢٣٤٥٦٧٨', '+493012345678'],
    ['(+1) (213) 373-4253', '+12133734253'],
    ['(+1)213.373.4253', '+12133734253'],
    ['(+44) 20 7183 8750', '+442071838750'],
    ['(+972)2-670-9900', '+97226709900'],
    ['\u202A(+33)\u202C 1 42 68 53 00', '+33142685300'],
    ['(+351) 21 342 5000', '+351213425000'],
    ['anonymous\u200B', 'anonymous'],
    ['anonymous', 'anonymous'],
    [' anonymous ', 'anonymous'],
    [null, null],
  ])('%j is kept as %j', async (given, stored) => {
    await expectTaken('phoneNumber', given, stored);
  });

  it.each([
    '',
    '+',
    '030 12345678',
    '0049 30 12345678',
    '493012345678',
    '+49',
    '+0493012345678',
    '+999123456789',
    '+121337342530000',
    '+12133734253 ext. 5',
    '+12133734253;ext=5',
    '+12133734253 or so',
    '+12133734253 x5',
    '+12133734253#5',
    '(030) 12345678',
    '(+49)',
    '(+49 30 12345678)',
    '((+49)) 30 12345678',
    '()+49 30 12345678',
    '(+4930) 12345678',
    '(+49) 30 12345678 ext. 5',
    '(+49) 30 12345678;ext=5',
    '(0049) 30 12345678',
    '(+1) 2133734253 x5',
    '\u200E030 12345678',
    '+49~30~12345678',
    '+１２１３３７３４２５３ｘ５',
    '+12133734253\u0000',
    '+1 800 FLOWERS',
    'tel:+12133734253',
    'Anonymous',
    'withheld',
    12133734253,
    ['+12133734253'],
  ])('%j is refused', async (given) => {
    await expectRefused('phoneNumber', given, 'is_phone_number');
  });
});

describe('A birth date', () => {
  it.each([
    ['1900-01-01', '1900-01-01'],
    ['2000-02-29', '2000-02-29'],
    [' 1990-04-01 ', '1990-04-01'],
    [dayFromNow(-1), dayFromNow(-1)],
    [null, null],
  ])('%j is kept as %j', async (given, stored) => {
    await expectTaken('birthDate', given, stored);
  });

  it.each([
    '1899-12-31',
    '0000-01-01',
    dayFromNow(2),
    '9999-12-31',
    '1900-02-29',
    '2023-02-29',
    '2023-04-31',
    '1990-13-01',
    '1990-00-01',
    '1990-01-00',
    '1990-4-1',
    '19900401',
    '01.04.1990',
    '1990-04-01T00:00:00Z',
    '+001990-04-01',
    '١٩٩٠-٠٤-٠١',
    '',
    19900401,
    ['1990-04-01'],
  ])('%j is refused', async (given) => {
    await expectRefused('birthDate', given, 'is_birth_date');
  });
});

describe('The URL of a picture', () => {
  it.each([
    ['https://cdn.example.com/noa.webp', 'https://cdn.example.com/noa.webp'],
    ['https://cdn.example.com:8443/a%20b.png?size=512#face', 'https://cdn.example.com:8443/a%20b.png?size=512#face'],
    [' https://bücher.example/ñ.png ', 'https://bücher.example/ñ.png'],
    [urlOf(2048), urlOf(2048)],
    [null, null],
  ])('%j is kept', async (given, stored) => {
    await expectTaken('avatarUrl', given, stored);
  });

  it('of an upload to this service is kept, also where there is no TLS', async () => {
    const url = `${app.config.publicUrl}/avatars/0195a4e2-7c1d-4b7a-9d3e-5f6a7b8c9d0e.webp`;
    expect(url).toMatch(/^http:/);
    await expectTaken('avatarUrl', url, url);
  });

  it.each([
    '',
    'noa.webp',
    '/avatars/noa.webp',
    '//cdn.example.com/noa.webp',
    'http://cdn.example.com/noa.webp',
    'http://localhost:3000/avatars/noa.webp',
    // The form of an upload, but to another service, or of another kind.
    'http://evil.test/avatars/0195a4e2-7c1d-4b7a-9d3e-5f6a7b8c9d0e.webp',
    'http://localhost/avatars/0195a4e2-7c1d-4b7a-9d3e-5f6a7b8c9d0e.webp',
    'http://127.0.0.1/avatars/0195a4e2-7c1d-4b7a-9d3e-5f6a7b8c9d0e.webp',
    'http://noa@cdn.example.com/avatars/0195a4e2-7c1d-4b7a-9d3e-5f6a7b8c9d0e.webp',
    'http://cdn.example.com?/avatars/0195a4e2-7c1d-4b7a-9d3e-5f6a7b8c9d0e.webp',
    'ftp://cdn.example.com/noa.webp',
    'javascript:alert(1)',
    'data:image/png;base64,iVBORw0KGgo=',
    'https://',
    'https:cdn.example.com/noa.webp',
    'https:\\\\cdn.example.com\\noa.webp',
    'https://localhost/noa.webp',
    'https://noa@cdn.example.com/noa.webp',
    'https://noa:secret@cdn.example.com/noa.webp',
    'https://cdn.example.com/no a.webp',
    'https://cdn.example.com/no\na.webp',
    '\u0000https://cdn.example.com/noa.webp',
    'https://cdn.example.com/noa.webp\u0000.png',
    'https://cdn.example.com/\u202egpj.exe',
    'https://cdn.example.com/\ud800',
    'https://cdn.example.com:99999/noa.webp',
    urlOf(2049),
    7,
    ['https://cdn.example.com/noa.webp'],
  ])('%j is refused', async (given) => {
    await expectRefused('avatarUrl', given, 'is_https_url');
  });
});
