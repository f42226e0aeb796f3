import { mintKey } from '../../../src/access/api-key.js';
import { SCOPES, type Scope } from '../../../src/access/scopes.js';
import { Passwords } from '../../../src/core/crypto/passwords.js';
import { newId } from '../../../src/core/ids/ids.js';
import { Prisma, type Session } from '../../../src/core/prisma/generated/client.js';
import type { PrismaService } from '../../../src/core/prisma/prisma.service.js';

const BY_ROOT = { createdBy: 'root', updatedBy: 'root' };

/** What every person made here signs in with. */
export const PASSWORD = 'correct horse battery staple';

let passwordHash: Promise<string> | undefined;

/** Of the process: files that share an application never meet the names of another. */
let count = 0;

/** A number that was not given before. */
export function next(): string {
  return String(++count);
}

export interface Person {
  readonly id: string;
  readonly email: string;
}

export interface Organization {
  readonly id: string;
  readonly slug: string;
}

type Role = 'OrganizationAdmin' | 'Manager' | 'Coach' | 'Teacher';

type SessionFields = Partial<Omit<Prisma.SessionUncheckedCreateInput, 'activeOrganizationId'>> & {
  activeOrganizationId?: string | Prisma.Sql | null;
};

/** Makes minimal valid rows, straight in the database, with one prepared statement for each method. */
export class Factory {
  private roles: Map<string, string> | undefined;

  /** @param prisma of the app, as long as it runs */
  constructor(private readonly prisma: () => PrismaService) {}

  private run<Row extends object>(statement: Prisma.Sql): Promise<Row[]> {
    return this.prisma().query(statement);
  }

  /** An active person with a verified address and {@link PASSWORD}. */
  async person(fields: Partial<Prisma.UserUncheckedCreateInput> & { email?: string } = {}): Promise<Person> {
    const { id = newId(), email = `person-${next()}@example.com`, ...user } = fields;
    passwordHash ??= new Passwords().hash(PASSWORD);
    const row = { id, displayName: 'Person', status: 'active', passwordHash: await passwordHash, ...BY_ROOT, ...user };
    await this.run(Prisma.sql`
      WITH "user" AS (${insertInto('User', row)})
      ${insertInto('UserEmail', addressRow(id, email, { isPrimary: true }))}`);
    return { id, email };
  }

  async organization(fields: Partial<Prisma.OrganizationUncheckedCreateInput> = {}): Promise<Organization> {
    const { id = newId(), slug = `organization-${next()}`, ...others } = fields;
    await this.run(Prisma.sql`
      WITH organization AS (${insertInto('Organization', { id, slug, name: 'Organization', ...BY_ROOT, ...others })})
      ${insertInto('OrganizationSlug', { slug, organizationId: id })}`);
    return { id, slug };
  }

  /** An active membership of the role Teacher and the app role AppMember, unless told otherwise. */
  async membership(
    person: Person,
    organization: Organization,
    fields: Partial<Prisma.MembershipUncheckedCreateInput> & { role?: Role } = {},
  ): Promise<{ id: string }> {
    const { role = 'Teacher', id = newId(), ...others } = fields;
    const row = { id, userId: person.id, organizationId: organization.id, roleId: await this.roleId(role), ...BY_ROOT };
    await this.run(insertInto('Membership', { ...row, ...others }));
    return { id };
  }

  /** A person with a primary membership, as {@link membership} makes it. */
  async member(
    organization: Organization,
    fields: Parameters<Factory['membership']>[2] = {},
  ): Promise<{ person: Person; membershipId: string }> {
    const person = await this.person();
    const { id } = await this.membership(person, organization, { isPrimary: true, ...fields });
    return { person, membershipId: id };
  }

  /** Another address of the person, verified and not the primary one unless told otherwise. */
  async address(
    person: Person,
    address: string,
    fields: Partial<Prisma.UserEmailUncheckedCreateInput> = {},
  ): Promise<void> {
    await this.run(insertInto('UserEmail', addressRow(person.id, address, fields)));
  }

  /** A login of the person, in no organization. It still counts, unless told otherwise. */
  async session(person: Person, fields: SessionFields = {}): Promise<Session> {
    const now = new Date();
    const row = {
      id: newId(),
      userId: person.id,
      tokenId: newId(),
      deviceId: newId(),
      authTime: now,
      createdAt: now,
      lastUsedAt: now,
      expiresAt: new Date(now.getTime() + 3_600_000),
      amr: ['pwd'],
      remoteIp: '192.0.2.7',
      userAgent: 'Test',
      ...fields,
    };
    const [session] = await this.run<Session>(Prisma.sql`${insertInto('Session', row)} RETURNING *`);
    if (!session) {
      throw new Error('No session');
    }
    return session;
  }

  /** A login of the person through a browser of the tests, in the organization that is his primary one. */
  async login(person: Person, fields: SessionFields = {}): Promise<Session> {
    const here = { deviceId: 'test', remoteIp: '127.0.0.1', userAgent: 'test' };
    return this.session(person, { activeOrganizationId: primaryOrganization(person), ...here, ...fields });
  }

  async serviceAccount(
    organization: Organization,
    fields: Partial<Prisma.ServiceAccountUncheckedCreateInput> = {},
  ): Promise<{ id: string }> {
    const { id = newId(), ...others } = fields;
    const row = { organizationId: organization.id, username: `bot-${next()}`, roleId: await this.roleId('Teacher') };
    await this.run(insertInto('ServiceAccount', { id, ...row, ...BY_ROOT, ...others }));
    return { id };
  }

  /** A key with every scope, unless told otherwise. @returns the key itself */
  async apiKey(
    owner: { membershipId: string } | { serviceAccountId: string },
    fields: { scopes?: Scope[]; expiresAt?: Date } = {},
  ): Promise<string> {
    const { key, prefix, hash } = mintKey('test');
    const { scopes = SCOPES, expiresAt } = fields;
    const row = { id: newId(), ...owner, name: 'Key', prefix, keyHash: hash, createdBy: 'root' };
    await this.run(insertInto('ApiKey', { ...row, scopes, expiresAt }));
    return key;
  }

  /** A private project of a member, its Owner, unless told otherwise. */
  async project(
    organization: Organization,
    owner: { id: string },
    fields: Partial<Prisma.ProjectUncheckedCreateInput> = {},
  ): Promise<{ id: string }> {
    const { id = newId(), ...others } = fields;
    const row = { id, organizationId: organization.id, ownerId: owner.id, name: `Project ${next()}`, ...BY_ROOT };
    const ownership = { projectId: id, membershipId: owner.id, role: 'Owner', createdBy: 'root' };
    await this.run(Prisma.sql`
      WITH project AS (${insertInto('Project', { ...row, ...others })})
      ${insertInto('ProjectMember', ownership)}`);
    return { id };
  }

  /** A team with one member, a Teacher there. */
  async team(organization: Organization, membership: { id: string }): Promise<{ id: string }> {
    const id = newId();
    const roleId = await this.roleId('Teacher');
    const row = { id, organizationId: organization.id, name: `Team ${next()}`, defaultRoleId: roleId, ...BY_ROOT };
    const member = { teamId: id, membershipId: membership.id, roleId, createdBy: 'root' };
    await this.run(Prisma.sql`WITH team AS (${insertInto('Team', row)}) ${insertInto('TeamMember', member)}`);
    return { id };
  }

  /** Another member of a project, a Viewer unless told otherwise. */
  async projectMember(
    project: { id: string },
    membership: { id: string },
    role: Prisma.ProjectMemberUncheckedCreateInput['role'] = 'Viewer',
  ): Promise<void> {
    const row = { projectId: project.id, membershipId: membership.id, role, createdBy: 'root' };
    await this.run(insertInto('ProjectMember', row));
  }

  /** An artifact without content, as people bring them. */
  async artifact(
    project: { id: string },
    fields: Partial<Prisma.ArtifactUncheckedCreateInput> = {},
  ): Promise<{ id: string }> {
    const { id = newId(), ...others } = fields;
    const row = {
      id,
      projectId: project.id,
      name: `Artifact ${next()}`,
      type: 'Document',
      source: 'User',
      state: 'Ready',
      ingestStatus: 'Done',
      ...BY_ROOT,
    };
    await this.run(insertInto('Artifact', { ...row, ...others }));
    return { id };
  }

  async roleId(name: Role): Promise<string> {
    this.roles ??= new Map(
      (await this.prisma().db.role.findMany({ where: { organizationId: null } })).map((role) => [role.name, role.id]),
    );
    const id = this.roles.get(name);
    if (id === undefined) {
      throw new Error(`No role ${name}`);
    }
    return id;
  }
}

function addressRow(
  userId: string,
  address: string,
  fields: Partial<Prisma.UserEmailUncheckedCreateInput>,
): Record<string, unknown> {
  return { userId, address, verifiedAt: new Date(), ...BY_ROOT, ...fields };
}

function primaryOrganization({ id }: Person): Prisma.Sql {
  return Prisma.sql`(
    SELECT o.id FROM "Membership" m JOIN "Organization" o ON o.id = m."organizationId"
    WHERE m."userId" = ${id}::uuid AND m."isPrimary" AND m.state = 'Active' AND o.status = 'active')`;
}

/** @param row its columns; what a value may be: whatever the driver takes, and SQL */
function insertInto(table: string, row: Readonly<Record<string, unknown>>): Prisma.Sql {
  const columns = Object.entries(row).filter(([, value]) => value !== undefined);
  const names = columns.map(([name]) => `"${name}"`).join(', ');
  return Prisma.sql`INSERT INTO ${Prisma.raw(`"${table}" (${names})`)} VALUES (${Prisma.join(columns.map(([, value]) => value))})`;
}
