import { mintKey } from '../../access/api-key.js';
import { SCOPES } from '../../access/scopes.js';
import { newId } from '../../core/ids/ids.js';
import type { Db } from '../../core/prisma/prisma.service.js';
import { DemoCrowd } from './demo.crowd.js';
import {
  ARTIFACT,
  MEMBERSHIPS,
  ORGANIZATIONS,
  type OrganizationKey,
  PEOPLE,
  type Person,
  PROJECT,
} from './demo.data.js';

/** The recorded author of the demo: the operator. */
const BY_ROOT = { createdBy: 'root', updatedBy: 'root' };

/** The time in the documents at which Sasha joined and the artifact was created. */
const JOINED = new Date('2026-02-08T14:12:45Z');
const SUMMARIZED = new Date('2026-02-08T14:30:12Z');
const CONNECTED = { createdAt: new Date('2026-02-05T09:10:00Z'), updatedAt: new Date('2026-02-08T10:02:11Z') };

/** Writes the rows of the demo, within the caller's transaction. */
export class DemoSeed {
  private readonly users = new Map<Person, string>();
  private readonly organizations = new Map<OrganizationKey, string>();
  private readonly memberships = new Map<string, string>();
  private roles = new Map<string, string>();

  constructor(
    private readonly db: Db,
    private readonly passwordHash: string,
    /** Where the content of the artifact was stored. */
    private readonly contentKey: string,
    private readonly now: Date,
  ) {}

  /** @returns an API key of Sasha's in Aurora Labs, with every scope */
  async make(): Promise<string> {
    this.roles = new Map((await this.db.role.findMany()).map(({ name, id }) => [name, id]));
    await this.makeOrganizations();
    await this.makePeople();
    await this.makeMemberships();
    await this.makeTeam();
    await this.makeServiceAccount();
    await this.makeProject();
    await this.makeCrowd();
    return this.makeKey();
  }

  private async makeOrganizations(): Promise<void> {
    for (const [key, organization] of entries(ORGANIZATIONS)) {
      const id = newId();
      this.organizations.set(key, id);
      await this.db.organization.create({
        data: { id, ...organization, ...BY_ROOT, slugs: { create: { slug: organization.slug } } },
      });
    }
  }

  private async makePeople(): Promise<void> {
    for (const [key, { email, ...names }] of entries(PEOPLE)) {
      const id = newId();
      this.users.set(key, id);
      await this.db.user.create({
        data: {
          id,
          ...names,
          status: 'active',
          locale: 'en',
          passwordHash: this.passwordHash,
          managedById: key === 'alice' ? this.organization('auroralabs') : null,
          ...BY_ROOT,
          emails: { create: { address: email, isPrimary: true, verifiedAt: JOINED, ...BY_ROOT } },
        },
      });
    }
  }

  private async makeMemberships(): Promise<void> {
    for (const { person, organization, role, ...membership } of MEMBERSHIPS) {
      const id = newId();
      this.memberships.set(`${person}@${organization}`, id);
      await this.db.membership.create({
        data: {
          id,
          userId: known(this.users, person),
          organizationId: this.organization(organization),
          roleId: known(this.roles, role),
          ...membership,
          createdAt: JOINED,
          ...BY_ROOT,
        },
      });
    }
  }

  private async makeTeam(): Promise<void> {
    await this.db.team.create({
      data: {
        id: newId(),
        organizationId: this.organization('auroralabs'),
        name: 'Platform',
        defaultRoleId: known(this.roles, 'Teacher'),
        ...BY_ROOT,
        members: {
          create: [
            { membershipId: this.sasha, roleId: known(this.roles, 'Manager'), createdBy: 'root' },
            { membershipId: this.alice, roleId: known(this.roles, 'Teacher'), createdBy: 'root' },
          ],
        },
      },
    });
  }

  private async makeServiceAccount(): Promise<void> {
    await this.db.serviceAccount.create({
      data: {
        id: newId(),
        organizationId: this.organization('auroralabs'),
        username: 'ci-deploy-bot',
        description: 'Deploys releases',
        roleId: known(this.roles, 'Teacher'),
        ...BY_ROOT,
      },
    });
  }

  private async makeProject(): Promise<void> {
    const createdBy = known(this.users, 'sasha');
    await this.db.integration.create({
      data: { id: newId(), membershipId: this.sasha, type: 'Confluence', ...CONNECTED },
    });
    await this.db.project.create({
      data: {
        id: newId(),
        organizationId: this.organization('auroralabs'),
        ownerId: this.sasha,
        ...PROJECT,
        createdBy,
        updatedBy: createdBy,
        members: {
          create: [
            { membershipId: this.sasha, role: 'Owner', createdBy },
            { membershipId: this.alice, role: 'Editor', createdBy },
          ],
        },
        pins: { create: { membershipId: this.sasha } },
        artifacts: {
          create: {
            id: newId(),
            membershipId: this.sasha,
            ...ARTIFACT,
            contentKey: this.contentKey,
            createdAt: SUMMARIZED,
            createdBy,
            updatedBy: createdBy,
          },
        },
      },
    });
  }

  private async makeCrowd(): Promise<void> {
    const { passwordHash, organizations, roles, now } = this;
    await new DemoCrowd(this.db, { passwordHash, organizations, roles, since: JOINED, now }).make();
  }

  private async makeKey(): Promise<string> {
    const { key, prefix, hash } = mintKey('test');
    await this.db.apiKey.create({
      data: {
        id: newId(),
        membershipId: this.sasha,
        name: 'Demo',
        prefix,
        keyHash: new Uint8Array(hash),
        scopes: [...SCOPES],
        createdBy: known(this.users, 'sasha'),
      },
    });
    return key;
  }

  private organization(key: OrganizationKey): string {
    return known(this.organizations, key);
  }

  private get sasha(): string {
    return known(this.memberships, 'sasha@auroralabs');
  }

  private get alice(): string {
    return known(this.memberships, 'alice@auroralabs');
  }
}

function entries<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][];
}

function known<Key>(ids: ReadonlyMap<Key, string>, key: Key): string {
  const id = ids.get(key);
  if (id === undefined) {
    throw new Error(`The demo refers to ${String(key)}, which was not made`);
  }
  return id;
}
