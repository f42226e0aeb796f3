import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { MailFolder } from '../../src/core/mail/mail-folder.js';
import { renderMail } from '../../src/modules/mails/render-mail.js';

const TO = 'reader@example.com';
const HEADERS = ['Auto-Submitted', 'Content-Type', 'Date', 'From', 'MIME-Version', 'Message-ID', 'Subject', 'To'];

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atrium-mail-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** An invitation in the name of a person and an organization, as it goes over the wire. */
async function raw(name: string, locale: string): Promise<Buffer> {
  const content = { template: 'invitation', token: 'secret', organizationName: name, inviterName: name } as const;
  const rendered = renderMail({ ...content, to: TO, locale }, 'https://console.example.com');
  await new MailFolder(folder, 'Atrium <no-reply@example.com>').send({
    to: TO,
    messageId: '<1@example.com>',
    ...rendered,
  });
  const [file = ''] = await readdir(folder);
  return readFile(join(folder, file));
}

describe('The message of a mail about', () => {
  it.each<[name: string, locale: string, shown?: string]>([
    ['محمد عبد الله', 'ar'],
    ['مُحَمَّد', 'en'],
    ['דוד בן־גוריון', 'en'],
    ['שָׁלוֹם עֲלֵיכֶם', 'de'],
    ['สมชาย ใจดี', 'en'],
    ['กรุงเทพมหานคร อมรรัตนโกสินทร์ มหินทรายุธยา มหาดิลกภพ', 'fr'],
    ['José Ñandú-Œuvre', 'es'],
    ['Łódź Ħamrun', 'mt'],
    ['李小龍', 'en'],
    ['O’Brien & Søn <b>', 'ga'],
    ['👩‍👩‍👧 Familie', 'nl'],
    ['x'.repeat(150), 'en'],
    ['Eve\r\nBcc: eve@example.com', 'en', 'Eve Bcc: eve@example.com'],
    ['Eve\nSubject: Won', 'ar', 'Eve Subject: Won'],
    ['Eve\rX-Evil: 1', 'en', 'Eve X-Evil: 1'],
    ['Eve\u2028Bcc: a\u2029Cc: b\u0085Cc: c', 'en', 'Eve Bcc: a Cc: b Cc: c'],
    ['Eve\r\n\r\n<html>', 'fr', 'Eve <html>'],
    ['=?utf-8?q?Eve=0D=0ABcc:_eve@example.com?=', 'en'],
    ['ש\u202Eevil\u202C', 'en', 'ש evil'],
    ['Eve\u061C\u200F\u2066 admin\u2069', 'ar', 'Eve admin'],
    ['Eve\0\u0007\u001B[31m', 'en', 'Eve [31m'],
  ])('%j in %s has its own headers alone, in ASCII, and shows the name', async (name, locale, shown = name) => {
    const message = await raw(name, locale);
    const [head = ''] = message.toString('latin1').split('\r\n\r\n', 1);
    // A header is printable ASCII, and folded at most (RFC 5322, section 2.2)
    expect(head).toMatch(/^(?:[\x20-\x7e\t]{1,998}(?:\r\n|$))+$/);
    const names = [...head.matchAll(/^([\w-]+):/gm)].map(([, header]) => header);
    expect(names.sort()).toEqual(HEADERS);
    const { subject = '', to, cc, bcc, html = '' } = await PostalMime.parse(message);
    expect({ to, cc, bcc }).toEqual({ to: [{ name: '', address: TO }], cc: undefined, bcc: undefined });
    expect(subject.replace(/[\u2060\u2068\u2069]/g, '')).toContain(shown);
    expect(html).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">`);
  });
});

describe('A mail in the folder', () => {
  const token = 'a'.repeat(300);

  async function written(mail: { text: string; html: string }): Promise<string> {
    const message = { to: TO, subject: 'Zoë', messageId: '<1@example.com>', ...mail };
    await new MailFolder(folder, 'Atrium <no-reply@example.com>').send(message);
    const [file = ''] = await readdir(folder);
    return readFile(join(folder, file), 'utf8');
  }

  it('has each link in one line, in text of all languages', async () => {
    const link = `https://console.example.com/verify-email?token=${token}`;
    const text = `Ελένη Παπαδοπούλου, Zoë:\n${link}\n`;
    const html = `<p>Zoë <a href="${link}">Link</a></p>\n`;
    const message = await written({ text, html });
    expect(message.split('\r\n')).toEqual(expect.arrayContaining([link, html.trim()]));
    const parsed = await PostalMime.parse(message);
    expect([parsed.text?.trim(), parsed.html?.trim()]).toEqual([text.trim(), html.trim()]);
  });

  it('is encoded when a line is longer than a mail may have, and loses nothing', async () => {
    const text = `${'é'.repeat(500)}\n`;
    const message = await written({ text, html: '<p>x</p>' });
    expect(message.split('\r\n').every((line) => Buffer.byteLength(line) <= 998)).toBe(true);
    expect((await PostalMime.parse(message)).text?.trim()).toBe(text.trim());
  });

  it('has no header of the content', async () => {
    const message = await written({ text: 'a\r\n\r\nBcc: eve@example.com\rX: 1', html: '<p></p>' });
    const { bcc, headers, text } = await PostalMime.parse(message);
    expect([bcc, headers.some(({ key }) => key === 'x'), text?.includes('Bcc: eve')]).toEqual([undefined, false, true]);
  });
});
