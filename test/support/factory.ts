import { mintKey } from '../../src/access/api-key.js';
import { SCOPES, type Scope } from '../../src/access/scopes.js';
import { Passwords } from '../../src/core/crypto/passwords.js';
import { newId } from '../../src/core/ids/ids.js';
import type { Prisma, Session } from '../../src/core/prisma/generated/client.js';
import type { Db, PrismaService } from '../../src/core/prisma/prisma.service.js';

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

/** Makes minimal valid rows, straight in the database, with a statement each: nested creations take five. */
export class Factory {
  private roles: Map<string, string> | undefined;

  /** @param prisma of the app, as long as it runs */
  constructor(private readonly prisma: () => PrismaService) {}

  private get db(): Db {
    return this.prisma().db;
  }

  /** An active person with a verified address and {@link PASSWORD}. */
  async person(fields: Partial<Prisma.UserUncheckedCreateInput> & { email?: string } = {}): Promise<Person> {
    const { id = newId(), email = `person-${next()}@example.com`, ...user } = fields;
    passwordHash ??= new Passwords().hash(PASSWORD);
    await this.db.user.createMany({
      data: {
        id,
        displayName: 'Person',
        status: 'active',
        passwordHash: await passwordHash,
        ...BY_ROOT,
        ...user,
      },
    });
    const person = { id, email };
    await this.address(person, email, { isPrimary: true });
    return person;
  }

  async organization(fields: Partial<Prisma.OrganizationUncheckedCreateInput> = {}): Promise<Organization> {
    const { id = newId(), slug = `organization-${next()}`, ...others } = fields;
    await this.db.organization.createMany({ data: { id, slug, name: 'Organization', ...BY_ROOT, ...others } });
    await this.db.organizationSlug.createMany({ data: { slug, organizationId: id } });
    return { id, slug };
  }

  /** An active membership of the role Teacher and the app role AppMember, unless told otherwise. */
  async membership(
    person: Person,
    organization: Organization,
    fields: Partial<Prisma.MembershipUncheckedCreateInput> & { role?: Role } = {},
  ): Promise<{ id: string }> {
    const { role = 'Teacher', ...others } = fields;
    return this.db.membership.create({
      data: {
        id: newId(),
        userId: person.id,
        organizationId: organization.id,
        roleId: await this.roleId(role),
        ...BY_ROOT,
        ...others,
      },
      select: { id: true },
    });
  }

  /** Another address of the person, verified and not the primary one unless told otherwise. */
  async address(
    person: Person,
    address: string,
    fields: Partial<Prisma.UserEmailUncheckedCreateInput> = {},
  ): Promise<void> {
    await this.db.userEmail.createMany({
      data: { userId: person.id, address, verifiedAt: new Date(), ...BY_ROOT, ...fields },
    });
  }

  /** A login of the person, in no organization. It still counts, unless told otherwise. */
  async session(person: Person, fields: Partial<Prisma.SessionUncheckedCreateInput> = {}): Promise<Session> {
    const now = new Date();
    return this.db.session.create({
      data: {
        id: newId(),
        userId: person.id,
        tokenId: newId(),
        deviceId: newId(),
        authTime: now,
        createdAt: now,
        lastUsedAt: now,
        expiresAt: new Date(now.getTime() + 60_000),
        amr: ['pwd'],
        remoteIp: '192.0.2.7',
        userAgent: 'Test',
        ...fields,
      },
    });
  }

  async serviceAccount(
    organization: Organization,
    fields: Partial<Prisma.ServiceAccountUncheckedCreateInput> = {},
  ): Promise<{ id: string }> {
    return this.db.serviceAccount.create({
      data: {
        id: newId(),
        organizationId: organization.id,
        username: `bot-${next()}`,
        roleId: await this.roleId('Teacher'),
        ...BY_ROOT,
        ...fields,
      },
      select: { id: true },
    });
  }

  /** A key with every scope, unless told otherwise. @returns the key itself */
  async apiKey(
    owner: { membershipId: string } | { serviceAccountId: string },
    fields: { scopes?: Scope[]; expiresAt?: Date } = {},
  ): Promise<string> {
    const { key, prefix, hash } = mintKey('test');
    await this.db.apiKey.createMany({
      data: {
        id: newId(),
        ...owner,
        name: 'Key',
        prefix,
        keyHash: new Uint8Array(hash),
        scopes: [...(fields.scopes ?? SCOPES)],
        expiresAt: fields.expiresAt ?? null,
        createdBy: 'root',
      },
    });
    return key;
  }

  /** A private project of a member, its Owner, unless told otherwise. */
  async project(
    organization: Organization,
    owner: { id: string },
    fields: Partial<Prisma.ProjectUncheckedCreateInput> = {},
  ): Promise<{ id: string }> {
    const { id = newId(), ...others } = fields;
    await this.db.project.createMany({
      data: {
        id,
        organizationId: organization.id,
        ownerId: owner.id,
        name: `Project ${next()}`,
        ...BY_ROOT,
        ...others,
      },
    });
    await this.projectMember({ id }, owner, 'Owner');
    return { id };
  }

  /** Another member of a project, a Viewer unless told otherwise. */
  async projectMember(
    project: { id: string },
    membership: { id: string },
    role: Prisma.ProjectMemberUncheckedCreateInput['role'] = 'Viewer',
  ): Promise<void> {
    await this.db.projectMember.createMany({
      data: { projectId: project.id, membershipId: membership.id, role, createdBy: 'root' },
    });
  }

  /** An artifact without content, as people bring them. */
  async artifact(
    project: { id: string },
    fields: Partial<Prisma.ArtifactUncheckedCreateInput> = {},
  ): Promise<{ id: string }> {
    return this.db.artifact.create({
      data: {
        id: newId(),
        projectId: project.id,
        name: `Artifact ${next()}`,
        type: 'Document',
        source: 'User',
        state: 'Ready',
        ingestStatus: 'Done',
        ...BY_ROOT,
        ...fields,
      },
      select: { id: true },
    });
  }

  async roleId(name: Role): Promise<string> {
    this.roles ??= new Map(
      (await this.db.role.findMany({ where: { organizationId: null } })).map((role) => [role.name, role.id]),
    );
    const id = this.roles.get(name);
    if (id === undefined) {
      throw new Error(`No role ${name}`);
    }
    return id;
  }
}
