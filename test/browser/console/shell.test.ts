import { TestApp } from '../../support/app/app.js';
import { Chromium } from '../../support/clients/chromium.js';
import { ConsoleVisit } from '../../support/clients/console.js';
import type { Organization, Person } from '../../support/data/factory.js';

let app: TestApp;
let chromium: Chromium;
let aurora: Organization;
let praxia: Organization;
let sasha: Person;
let visit: ConsoleVisit;

beforeAll(async () => {
  app = await TestApp.start();
  chromium = await Chromium.launch();
});

beforeEach(async () => {
  aurora = await app.factory.organization({ name: 'Aurora Labs' });
  praxia = await app.factory.organization({ name: 'Praxia Academy' });
  sasha = await app.factory.person({ displayName: 'Sasha Patel' });
  await app.factory.membership(sasha, aurora, { role: 'OrganizationAdmin', isPrimary: true });
  await app.factory.membership(sasha, praxia);
  visit = await ConsoleVisit.begin(chromium, app, 'sign-in');
});

afterEach(() => visit.end());

afterAll(async () => {
  await chromium.stop();
  await app.stop();
});

async function signIn(): Promise<void> {
  await visit.signIn(sasha);
  await visit.sees('Your organizations');
}

describe('The organization', () => {
  it('is chosen in the list or in the navigation, and each tab has its own', async () => {
    await signIn();
    await visit.follow('Aurora Labs');
    await visit.sees('Aurora Labs');
    const other = await visit.page.context().newPage();
    await other.goto(`${app.config.publicUrl}/console/orgs/${aurora.slug}`);
    await other.getByLabel('Organization').selectOption('Praxia Academy');
    await other.getByRole('heading', { level: 1, name: 'Praxia Academy' }).waitFor();
    await visit.follow('Members');
    await visit.sees('Members');
    await visit.page.getByText('Sasha Patel').first().waitFor();
    expect(visit.path).toBe(`orgs/${aurora.slug}/members`);
  });

  it('of other users looks like one that does not exist', async () => {
    const foreign = await app.factory.organization();
    await signIn();
    await visit.open(`orgs/${foreign.slug}`);
    const alert = visit.page.getByRole('alert');
    await alert.waitFor();
    const text = await alert.textContent();
    await visit.open('orgs/there-is-none');
    await alert.waitFor();
    expect((await alert.textContent())?.replace(/Request \S+/, '')).toBe(text?.replace(/Request \S+/, ''));
  });
});

describe('The language', () => {
  it('is chosen before the sign-in, and mirrors the page in Arabic', async () => {
    await visit.page.getByLabel('Language').selectOption('ar');
    await visit.page.locator('html[dir=rtl]').waitFor();
    expect(await visit.violations()).toEqual([]);
    await visit.page.reload();
    await visit.page.locator('html[dir=rtl][lang=ar]').waitFor();
    await visit.picture('sign-in-ar');
  });

  it('of a user is saved, and is theirs in another browser', async () => {
    await signIn();
    const saved = visit.page.waitForResponse('**/settings/language');
    await visit.page.locator('select', { hasText: 'Deutsch' }).selectOption('ar');
    expect((await saved).status()).toBe(200);
    await visit.page.locator('html[dir=rtl]').waitFor();
    await visit.picture('organizations-ar');
    expect(await visit.violations()).toEqual([]);

    const other = await ConsoleVisit.begin(chromium, app, 'sign-in');
    await other.page.locator('html[dir=ltr][lang=en]').waitFor();
    await other.signIn(sasha);
    await other.page.locator('html[dir=rtl][lang=ar]').waitFor();
    await other.end();
  });

  it('is that of the browser at first', async () => {
    await visit.page.locator('html[dir=ltr][lang=en]').waitFor();
    const arabic = await ConsoleVisit.begin(chromium, app, 'sign-in', { locale: 'ar-EG' });
    await arabic.page.locator('html[dir=rtl][lang=ar]').waitFor();
    await arabic.end();
  });
});

describe('The colors', () => {
  it('are chosen, and stay', async () => {
    await signIn();
    await visit.page.getByLabel('Colors').selectOption('Dark');
    await visit.page.locator('html[data-mantine-color-scheme=dark]').waitFor();
    await visit.follow('Aurora Labs');
    await visit.sees('Aurora Labs');
    expect(await visit.violations()).toEqual([]);
    await visit.picture('overview-dark');
    await visit.page.reload();
    await visit.page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  });
});

describe('A small screen', () => {
  it('has the navigation in a menu', async () => {
    await visit.page.setViewportSize({ width: 360, height: 740 });
    await signIn();
    await visit.follow('Aurora Labs');
    await visit.sees('Aurora Labs');
    await visit.press('Menu');
    await visit.picture('menu-phone');
    expect(await visit.violations()).toEqual([]);
    await visit.follow('Members');
    await visit.sees('Members');
    const width = await visit.page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(360);
  });
});

describe('A server that cannot be reached', () => {
  it('is shown until it answers again, and then the page is read', async () => {
    await signIn();
    await visit.page.route(/\/(?:api|health)\//, (route) => route.abort());
    await visit.follow('Aurora Labs');
    const banner = visit.page.getByText('The server cannot be reached');
    await banner.waitFor();
    await visit.picture('away');
    expect(await visit.violations()).toEqual([]);
    await visit.page.unroute(/\/(?:api|health)\//);
    await banner.waitFor({ state: 'detached' });
    await visit.sees('Aurora Labs');
  });
});

describe('A request too many', () => {
  it('is shown with the time to wait', async () => {
    await visit.follow('Forgot your password?');
    await visit.page.route('**/api/v1/auth/password/forgot', (route) =>
      route.fulfill({
        status: 429,
        contentType: 'application/problem+json',
        headers: { 'Retry-After': '7' },
        body: JSON.stringify({
          code: 'too_many_requests',
          title: 'Too many requests',
          detail: 'Wait.',
          requestId: 'r',
        }),
      }),
    );
    await visit.fill('E-mail address', sasha.email);
    await visit.press('Send the link');
    await visit.reads('Try again in 7 seconds.');
    expect(await visit.page.getByRole('textbox', { name: 'E-mail address' }).inputValue()).toBe(sasha.email);
  });
});

describe('An address without a page', () => {
  it('is shown as such, with a way back', async () => {
    await visit.open('nothing/here');
    await visit.sees('Page not found');
    expect(await visit.violations()).toEqual([]);
  });
});

describe('The keyboard', () => {
  it('reaches the content first, and opens and closes the menu of the user', async () => {
    await signIn();
    await visit.page.getByRole('link', { name: 'Go to the content' }).focus();
    await visit.page.keyboard.press('Enter');
    expect(await visit.page.evaluate<string>('document.activeElement.id')).toBe('main');
    const user = visit.page.getByRole('button', { name: 'Sasha Patel' });
    await user.focus();
    await visit.page.keyboard.press('Enter');
    await visit.page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
    expect(await visit.violations()).toEqual([]);
    await visit.page.keyboard.press('Escape');
    await visit.page.getByRole('menuitem', { name: 'Sign out' }).waitFor({ state: 'detached' });
    expect(await user.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  });
});
