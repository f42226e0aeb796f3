import { APP_LOCALES } from '../../src/core/i18n/locales.js';
import { isTranslated } from '../../src/core/i18n/texts.js';
import { MailsService } from '../../src/modules/mails/mails.service.js';
import { covers } from '../contracts/spec/covers.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import type { Person } from '../support/data/factory.js';
import type { MailCatcher } from '../support/mail/mail-catcher.js';
import { catalogueOf, englishTexts, servedTexts } from '../support/source/catalogue.js';

const LANGUAGE = '/api/v1/settings/language';
const NOWHERE = '/api/v1/nowhere';

/** First strong isolate, and its end. */
const ISOLATES = /[\u2068\u2069]/g;

let catcher: MailCatcher;
let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start();
  catcher = app.mails;
});

afterAll(() => app.stop());

describe.each(APP_LOCALES)('A user with the saved language %s', (locale) => {
  const direction = locale === 'ar' ? 'rtl' : 'ltr';
  const texts = servedTexts(locale);
  const english = englishTexts();
  const own = catalogueOf(locale);
  let person: Person;
  let client: Client;

  /** The text in the language, which is not the English one unless that is the language or the text is not translated yet. */
  function text(key: string): string {
    const served = texts[key] ?? '';
    const isEnglish = locale === 'en' || !isTranslated(own[key] ?? '');
    expect({ key, isEnglish: served === english[key] }).toEqual({ key, isEnglish });
    return served;
  }

  beforeAll(async () => {
    person = await app.factory.person();
    // What is saved is told from what the browser asks for.
    client = (await app.signedIn(person)).with('accept-language', locale === 'sv' ? 'de' : 'sv');
    expect((await client.patch(LANGUAGE, { locale })).status).toBe(200);
  });

  it('reads it back, with the direction of its lines', async () => {
    covers(45, 46, 51);
    expect((await client.get(LANGUAGE)).body).toEqual({
      locale,
      appLocale: { locale, direction },
      agentCommunicationLocale: null,
      resolvedAgentLanguage: locale,
    });
  });

  it('gets input errors in it, with a code that is the same in all', async () => {
    covers(46);
    const { status, body, headers } = await client.patch(LANGUAGE, { locale: 'en_US' });
    expect(status).toBe(400);
    expect(headers).toMatchObject({
      'content-language': locale,
      vary: expect.stringContaining('Accept-Language'),
    });
    expect({ ...body, detail: body.detail.replace(ISOLATES, '') }).toMatchObject({
      code: 'validation_failed',
      title: text('problem.validation_failed.title'),
      detail: text('input.invalid').replace('{places}', '/locale'),
      errors: [{ pointer: '/locale', code: 'is_locale', detail: text('input.locale') }],
    });
  });

  it('gets not_found in it, by session, cookie, and by header without either', async () => {
    covers(46);
    for (const caller of [client, client.byCookie, app.anonymous.with('accept-language', `${locale}-AT`)]) {
      const { status, body, headers } = await caller.get(NOWHERE);
      expect({ status, code: body.code, title: body.title, language: headers['content-language'] }).toEqual({
        status: 404,
        code: 'not_found',
        title: text('problem.not_found.title'),
        language: locale,
      });
    }
  });

  it('reads in it what a problem is about', async () => {
    covers(46);
    const { headers, text: page } = await app.anonymous.with('accept-language', locale).get('/problems/not_found');
    expect(headers['content-language']).toBe(locale);
    expect(page).toContain(`<html lang="${locale}" dir="${direction}">`);
    expect(page.replaceAll('&#39;', "'")).toContain(text('problem.not_found.help'));
  });

  it('gets mail in it, as text and as HTML', async () => {
    covers(46);
    expect((await app.anonymous.post('/api/v1/auth/password/forgot', { email: person.email })).status).toBe(202);
    const mail = await catcher.waitFor({ to: person.email });
    const footer = text('mail.footer').replace('{host}', new URL(app.config.consoleUrl).host);
    expect(mail.subject).toBe(text('mail.reset_password.subject'));
    const sentences = ['mail.reset_password.news', 'mail.choose_password', 'mail.once', 'mail.reset_password.unasked'];
    for (const form of [mail.text, mail.html]) {
      for (const sentence of [...sentences.map(text), footer]) {
        expect(form.replace(ISOLATES, '').replaceAll('&#39;', "'")).toContain(sentence);
      }
    }
    expect(mail.html).toContain(text('mail.or_open'));
    expect(mail.html).toContain(`<html lang="${locale}" dir="${direction}">`);
    expect(mail.link.href).toMatch(`${app.config.consoleUrl}/`);
  });

  it('reads times in it, in the timezone of the account', async () => {
    covers(46);
    const at = new Date('2026-03-29T00:59:00Z');
    const news = { template: 'new_device', at, remoteIp: '2001:db8::7', userAgent: 'Firefox' } as const;
    const to = `times-${person.email}`;
    await app.nest.get(MailsService).queue({ ...news, to, locale, timezone: 'Asia/Kathmandu' });
    const mail = await catcher.waitFor({ to });
    const time = new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
      timeZone: 'Asia/Kathmandu',
    });
    // 6:44 there.
    expect(mail.text.replace(ISOLATES, '')).toContain(text('mail.new_device.time').replace('{at}', time.format(at)));
    expect(time.formatToParts(at).find(({ type }) => type === 'minute')?.value).toMatch(/44|٤٤/);
  });
});

describe('A sign-in on another device', () => {
  it('is notified in the saved language and timezone', async () => {
    covers(46);
    const person = await app.factory.person({ locale: 'fr-CA', timezone: 'Pacific/Auckland' });
    await app.anonymous.logIn(person.email);
    await app.anonymous.logIn(person.email);
    const mail = await catcher.waitFor({ to: person.email });
    expect(mail.subject).toBe(servedTexts('fr')['mail.new_device.subject']);
    expect(mail.text).toMatch(/UTC\+1[23]/);
  });
});
