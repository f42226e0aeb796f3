import { TestApp } from '../../support/app/app.js';
import { Chromium } from '../../support/clients/chromium.js';
import { ConsoleVisit } from '../../support/clients/console.js';
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
  const organization = await app.factory.organization();
  await app.factory.membership(sasha, organization, { role: 'OrganizationAdmin', isPrimary: true });
});

afterEach(() => visit.end());

afterAll(async () => {
  await chromium.stop();
  await app.stop();
});

describe('The sign-in', () => {
  it('leads to the page that the visitor asked for', async () => {
    visit = await ConsoleVisit.begin(chromium, app);
    await visit.sees('Sign in');
    expect(await visit.violations()).toEqual([]);
    await visit.picture('sign-in');
    await visit.signIn(sasha);
    await visit.sees('Your organizations');
    await visit.picture('organizations');
    expect(await visit.violations()).toEqual([]);
    expect(visit.errors).toEqual([]);
  });
});
