import { TestApp } from '../../support/app/app.js';
import { Chromium } from '../../support/clients/chromium.js';
import { ConsoleVisit } from '../../support/clients/console.js';
import { type Organization, PASSWORD, type Person } from '../../support/data/factory.js';
import { plain } from '../../support/data/pictures.js';

let app: TestApp;
let chromium: Chromium;
let organization: Organization;
let admin: Person;
let visit: ConsoleVisit;

beforeAll(async () => {
  app = await TestApp.start();
  chromium = await Chromium.launch();
});

beforeEach(async () => {
  organization = await app.factory.organization({ name: 'Aurora' });
  const rights = { role: 'OrganizationAdmin', appRole: 'AppAdmin' } as const;
  ({ person: admin } = await app.factory.member(organization, rights));
  visit = await ConsoleVisit.begin(chromium, app, `orgs/${organization.slug}/settings`);
  await visit.signIn(admin);
  await visit.sees('Settings of the organization');
});

afterEach(async () => {
  expect(visit.errors).toEqual([]);
  await visit.end();
});

afterAll(async () => {
  await chromium.stop();
  await app.stop();
});

/** Presses the button of a dialog that confirms, and then the one of the step-up. */
async function confirm(button: string): Promise<void> {
  await visit.page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
}

async function stepUp(): Promise<void> {
  const dialog = visit.page.getByRole('dialog', { name: 'Confirm your identity' });
  await dialog.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await dialog.waitFor({ state: 'detached' });
}

const heading = (name: string): Promise<void> =>
  visit.page.getByRole('heading', { level: 2, name, exact: true }).waitFor();

describe('The settings of the organization', () => {
  it('change the name and the slug after a step-up', async () => {
    await heading('Ownership');
    expect(await visit.violationsOfAll()).toEqual([]);
    await visit.fill('Name of the organization', 'Aurora Labs');
    const slug = `${organization.slug}-labs`;
    await visit.fill('Short name in addresses', slug);
    await visit.press('Save');
    await stepUp();
    await visit.page.getByText('The settings were saved.').waitFor();
    await visit.page.waitForURL(`**/orgs/${slug}/settings`);
    const stored = await app.prisma.db.organization.findUniqueOrThrow({ where: { id: organization.id } });
    expect(stored).toMatchObject({ name: 'Aurora Labs', slug });
  });

  it('show a refused slug at its field', async () => {
    await app.confirmWithFactor(admin);
    await visit.fill('Short name in addresses', 'Not a slug');
    await visit.press('Save');
    const field = visit.page.getByRole('textbox', { name: 'Short name in addresses' });
    await visit.page.locator('[aria-invalid=true]').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
  });

  it('upload and remove the logo', async () => {
    await app.confirmWithFactor(admin);
    await heading('Logo of the organization');
    await visit.page.setInputFiles('input[type=file]', {
      name: 'logo.png',
      mimeType: 'image/png',
      buffer: await plain(600, 600).png().toBuffer(),
    });
    await visit.page.getByRole('img', { name: 'Logo of the organization' }).waitFor();
    await visit.press('Remove the logo');
    await confirm('Remove the logo');
    await visit.page.getByRole('button', { name: 'Remove the logo' }).waitFor({ state: 'detached' });
    const stored = await app.prisma.db.organization.findUniqueOrThrow({ where: { id: organization.id } });
    expect(stored.logoUrl).toBeNull();
  });

  it('offer the ownership to a member, and withdraw the offer', async () => {
    const alice = await app.factory.person({ displayName: 'Alice Example' });
    await app.factory.membership(alice, organization);
    await app.confirmWithFactor(admin);
    await visit.press('Offer the ownership');
    await visit.page.getByLabel('Member', { exact: true }).first().fill('alice');
    await visit.page.getByRole('option', { name: /Alice Example/ }).click();
    await confirm('Offer the ownership');
    await visit.page.getByText(/^You offered the organization to Alice Example\./).waitFor();
    await visit.press('Withdraw the offer');
    await confirm('Withdraw the offer');
    await visit.page.getByRole('button', { name: 'Offer the ownership' }).waitFor();
    expect(await app.prisma.db.ownershipOffer.count({ where: { organizationId: organization.id } })).toBe(0);
  });

  it('archive the organization', async () => {
    await app.confirmWithFactor(admin);
    await visit.press('Archive');
    await visit.page.getByText(/^All members of Aurora, including you, lose access\./).waitFor();
    await confirm('Archive');
    await visit.sees('Your organizations');
    const stored = await app.prisma.db.organization.findUniqueOrThrow({ where: { id: organization.id } });
    expect(stored.status).toBe('archived');
  });
});

describe('The overview', () => {
  it('lets a member accept the ownership, and the former owner leave', async () => {
    const owner = await app.factory.member(organization, { role: 'OrganizationAdmin', appRole: 'AppAdmin' });
    const client = await app.steppedUp(owner.person);
    const { id } = await app.prisma.db.membership.findFirstOrThrow({
      where: { userId: admin.id, organizationId: organization.id },
    });
    await client.post(`/api/v1/orgs/${organization.slug}/ownership-offer`, { memberId: id });
    await app.confirmWithFactor(admin);
    await visit.open(`orgs/${organization.slug}`);
    await visit.page.getByText('The ownership of this organization is offered to you').waitFor();
    expect(await visit.violationsOfAll()).toEqual([]);
    await visit.press('Accept the ownership');
    await visit.page.getByRole('button', { name: 'Accept the ownership' }).waitFor({ state: 'detached' });
    const former = await app.prisma.db.membership.findUniqueOrThrow({
      where: { id: owner.membershipId },
      include: { role: true },
    });
    expect(former.role.name).toBe('Manager');
  });

  it('lets a member leave the organization', async () => {
    await app.factory.member(organization, { role: 'OrganizationAdmin', appRole: 'AppAdmin' });
    await visit.open(`orgs/${organization.slug}`);
    await visit.press('Leave the organization');
    await confirm('Leave the organization');
    await visit.sees('Your organizations');
    expect(await app.prisma.db.membership.count({ where: { userId: admin.id } })).toBe(0);
  });
});
