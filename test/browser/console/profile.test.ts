import type { Locator } from 'playwright-core';
import sharp from 'sharp';
import { TestApp } from '../../support/app/app.js';
import { Chromium } from '../../support/clients/chromium.js';
import { ConsoleVisit } from '../../support/clients/console.js';
import { colourAt, redAndBlue } from '../../support/data/pictures.js';
import type { Person } from '../../support/data/factory.js';

let app: TestApp;
let chromium: Chromium;
let sasha: Person;
let visit: ConsoleVisit;

beforeAll(async () => {
  app = await TestApp.start();
  chromium = await Chromium.launch();
});

beforeEach(async () => {
  sasha = await app.factory.person();
  visit = await ConsoleVisit.begin(chromium, app, 'account/profile');
  await visit.signIn(sasha);
  await visit.sees('Your profile');
  await visit.page.getByRole('textbox', { name: 'Name', exact: true }).waitFor();
});

afterEach(async () => {
  expect(visit.errors).toEqual([]);
  await visit.end();
});

afterAll(async () => {
  await chromium.stop();
  await app.stop();
});

const addresses = (): Locator => visit.page.getByRole('region', { name: 'E-mail addresses', exact: true });

const stored = () => app.prisma.db.user.findUniqueOrThrow({ where: { id: sasha.id } });

describe('The page of the profile', () => {
  it('has no violations in light, dark and Arabic', async () => {
    await addresses().getByText(sasha.email).waitFor();
    await visit.picture('profile');
    expect(await visit.violationsOfAll()).toEqual([]);
  });

  it('saves names and the time zone, and shows a wrong value at its field', async () => {
    await visit.fill('Name', 'Sasha Kowalska');
    await visit.fill('Given name', 'Sasha');
    await visit.fill('Phone number', '123');
    await visit.page.getByRole('combobox', { name: 'Time zone' }).fill('warsaw');
    await visit.page.getByRole('option', { name: 'Europe/Warsaw' }).click();
    await visit.press('Save');
    const phone = visit.page.getByRole('textbox', { name: 'Phone number' });
    await visit.page.locator('[aria-invalid=true]').waitFor();
    expect(await phone.getAttribute('aria-invalid')).toBe('true');
    await phone.fill('+48 22 123 45 67');
    await visit.press('Save');
    await visit.page.getByText('The profile was saved.').waitFor();
    expect(await phone.inputValue()).toBe('+48221234567');
    expect(await stored()).toMatchObject({
      displayName: 'Sasha Kowalska',
      givenName: 'Sasha',
      familyName: null,
      timezone: 'Europe/Warsaw',
    });
  });

  it('changes the language at once, and mirrors the page for Arabic', async () => {
    const select = visit.page.getByRole('combobox', { name: 'Language of the console and of mails' });
    const saved = visit.page.waitForResponse((response) => response.url().endsWith('/settings/language'));
    await select.selectOption('ar');
    await visit.page.locator('html[lang=ar][dir=rtl]').waitFor();
    await saved;
    await visit.picture('profile-arabic');
    expect(await stored()).toMatchObject({ locale: 'ar' });
  });
});

describe('The addresses of the profile', () => {
  it('are added, confirmed by the link of the mail, made primary and removed', async () => {
    const added = `second-${sasha.email}`;
    await visit.fill('New e-mail address', added);
    await visit.press('Add the address');
    await addresses().getByText('Not confirmed').waitFor();
    const { token } = await app.mails.waitFor({ to: added });
    await visit.open(`verify-email?token=${token}`);
    await visit.press('Confirm the address');
    await visit.page.getByText('The address is confirmed.').waitFor();
    await visit.open('account/profile');
    await visit.press(`Make primary: ${added}`);
    await visit.page.getByRole('dialog').getByRole('button', { name: 'Make primary', exact: true }).click();
    await visit.press(`Remove ${sasha.email}`);
    await visit.page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await addresses().getByText(sasha.email, { exact: true }).waitFor({ state: 'detached' });
    const rows = await app.prisma.db.userEmail.findMany({ where: { userId: sasha.id } });
    expect(rows).toMatchObject([{ address: added, isPrimary: true }]);
  });

  it('get another link if they are not confirmed', async () => {
    const added = `third-${sasha.email}`;
    await app.factory.address(sasha, added, { verifiedAt: null });
    await visit.page.reload();
    await visit.press(`Make primary: ${added}`);
    await visit.page.getByRole('dialog').getByRole('button', { name: 'Make primary', exact: true }).click();
    expect((await app.mails.waitFor({ to: added })).token).not.toBe('');
  });
});

describe('The picture of the profile', () => {
  it('is cropped to the square that the user chose, and can be removed', async () => {
    const buffer = await (await redAndBlue()).resize(400, 200, { fit: 'fill' }).png().toBuffer();
    const file = { name: 'me.png', mimeType: 'image/png', buffer };
    await visit.page.locator('input[type=file]').setInputFiles(file);
    const dialog = visit.page.getByRole('dialog', { name: 'Crop the picture' });
    await dialog.getByRole('slider', { name: 'Horizontal position' }).press('End');
    await visit.picture('profile-crop');
    expect(await visit.violations()).toEqual([]);
    await visit.press('Save the picture');
    await visit.page.getByText('The picture was saved.').waitFor();
    await visit.page.getByRole('img', { name: /^Picture of/ }).waitFor();
    const { avatarUrl } = await stored();
    const picture = await app.anonymous.get(new URL(avatarUrl ?? '').pathname);
    const { width, height } = await sharp(picture.body as Buffer).metadata();
    expect([width, height]).toEqual([512, 512]);
    // The left half of the uploaded square would be red without the crop.
    expect(await colourAt(picture.body as Buffer, 30, 256)).toBe('blue');
    await visit.press('Remove the picture');
    await visit.page.getByRole('dialog').getByRole('button', { name: 'Remove the picture', exact: true }).click();
    await visit.page.getByRole('button', { name: 'Remove the picture' }).waitFor({ state: 'detached' });
    expect((await stored()).avatarUrl).toBeNull();
  });

  it('is refused if the browser cannot read the file', async () => {
    const file = { name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('no picture') };
    await visit.page.locator('input[type=file]').setInputFiles(file);
    await visit.page.getByText('The file is not a picture that your browser can read.').waitFor();
  });
});
