import { newId } from '../../core/ids/ids.js';
import type { Db } from '../../core/prisma/prisma.service.js';
import type { OrganizationKey } from './demo.data.js';
import { CROWD, type DemoPerson, FAMILY_NAME_FIRST, PLACES } from './demo.people.js';

const BY_ROOT = { createdBy: 'root', updatedBy: 'root' };

const HOUR_MS = 60 * 60 * 1000;

/** Of so many people, one is an inactive member, and one has never signed in. */
const INACTIVE = 11;
const PENDING = 7;

/** What the rows of the crowd refer to. */
export interface CrowdContext {
  readonly passwordHash: string;
  readonly organizations: ReadonlyMap<OrganizationKey, string>;
  /** Ids of the built-in roles, by name. */
  readonly roles: ReadonlyMap<string, string>;
  /** The first person joined then. */
  readonly since: Date;
  readonly now: Date;
}

/** A person with the place in an organization. */
interface Member {
  readonly person: DemoPerson;
  readonly organization: OrganizationKey;
  readonly userId: string;
  readonly membershipId: string;
  /** From 0, over all organizations and within the own one. */
  readonly n: number;
  readonly place: number;
}

/** Writes the rows of many people at once, with one statement for each table. */
export class DemoCrowd {
  private readonly members: readonly Member[] = keysOf(CROWD)
    .flatMap((organization) => CROWD[organization].map((person, place) => ({ person, organization, place })))
    .map((member, n) => ({ ...member, n, userId: newId(), membershipId: newId() }));

  constructor(
    private readonly db: Db,
    private readonly context: CrowdContext,
  ) {}

  async make(): Promise<void> {
    await this.makePeople();
    await this.makeMemberships();
    for (const organization of keysOf(CROWD)) {
      const members = this.members.filter((member) => member.organization === organization);
      await this.makeTeams(organization, members);
      await this.makeProjects(organization, members);
    }
  }

  private async makePeople(): Promise<void> {
    await this.db.user.createMany({ data: this.members.map((member) => this.userOf(member)) });
    await this.db.userEmail.createMany({
      data: this.members.map((member) => ({
        userId: member.userId,
        address: `${member.person.mailbox}@${PLACES[member.organization].domain}`,
        isPrimary: true,
        verifiedAt: isPending(member) ? null : this.joinedAt(member),
        createdAt: this.joinedAt(member),
        ...BY_ROOT,
      })),
    });
  }

  private userOf(member: Member) {
    const { givenName, familyName, locale } = member.person;
    const names = FAMILY_NAME_FIRST.includes(locale) ? [familyName, givenName] : [givenName, familyName];
    const at = this.joinedAt(member);
    const lastSignInAt = new Date(Math.max(at.getTime(), this.context.now.getTime() - member.n * 7 * HOUR_MS));
    return {
      id: member.userId,
      displayName: names.join(' '),
      givenName,
      familyName,
      locale,
      managedById: this.organization(member.organization),
      ...(isPending(member)
        ? { status: 'pending' as const }
        : { status: 'active' as const, passwordHash: this.context.passwordHash, lastSignInAt }),
      createdAt: at,
      ...BY_ROOT,
    };
  }

  private async makeMemberships(): Promise<void> {
    await this.db.membership.createMany({
      data: this.members.map((member) => ({
        id: member.membershipId,
        userId: member.userId,
        organizationId: this.organization(member.organization),
        ...this.rightsOf(member),
        state: !isFirst(member) && member.n % INACTIVE === 5 ? ('Inactive' as const) : ('Active' as const),
        isPrimary: true,
        createdAt: this.joinedAt(member),
        ...BY_ROOT,
      })),
    });
  }

  /** The first person of Meridian Health, which has no other administrator, administers it. */
  private rightsOf(member: Member): { roleId: string; appRole: 'AppAdmin' | 'AppMember' } {
    if (isFirst(member)) {
      return { roleId: this.role('OrganizationAdmin'), appRole: 'AppAdmin' };
    }
    const role = ['Teacher', 'Coach', 'Teacher', 'Manager'][member.place % 4] ?? 'Teacher';
    return { roleId: this.role(role), appRole: 'AppMember' };
  }

  private async makeTeams(organization: OrganizationKey, members: readonly Member[]): Promise<void> {
    const names = PLACES[organization].teams;
    const teams = names.map((name) => ({
      id: newId(),
      organizationId: this.organization(organization),
      name,
      defaultRoleId: this.role('Teacher'),
      ...BY_ROOT,
    }));
    await this.db.team.createMany({ data: teams });
    await this.db.teamMember.createMany({
      data: members.map(({ membershipId, place }) => ({
        teamId: at(teams, place).id,
        membershipId,
        roleId: this.role(place < teams.length ? 'Manager' : 'Teacher'),
        createdBy: 'root',
      })),
    });
  }

  /** Public projects, each with an owner and a part of the members. */
  private async makeProjects(organization: OrganizationKey, members: readonly Member[]): Promise<void> {
    const projects = PLACES[organization].projects.map((name, n) => ({
      id: newId(),
      organizationId: this.organization(organization),
      ownerId: at(members, n).membershipId,
      name,
      visibility: 'Public' as const,
      createdBy: at(members, n).userId,
      updatedBy: at(members, n).userId,
    }));
    await this.db.project.createMany({ data: projects });
    await this.db.projectMember.createMany({
      data: members.map(({ membershipId, place }) => ({
        projectId: at(projects, place).id,
        membershipId,
        role: place < projects.length ? ('Owner' as const) : ('Editor' as const),
        createdBy: 'root',
      })),
    });
  }

  /** Evenly between the first person and now. */
  private joinedAt({ n }: Member): Date {
    const [since, now] = [this.context.since.getTime(), this.context.now.getTime()];
    return new Date(since + (Math.max(0, now - since) * (n + 1)) / (this.members.length + 1));
  }

  private organization(key: OrganizationKey): string {
    return this.context.organizations.get(key) ?? '';
  }

  private role(name: string): string {
    return this.context.roles.get(name) ?? '';
  }
}

function isFirst({ organization, place }: Member): boolean {
  return organization === 'meridian' && place === 0;
}

function isPending(member: Member): boolean {
  return !isFirst(member) && member.n % PENDING === 3;
}

/** The item at a place in turn. */
function at<T>(items: readonly T[], place: number): T {
  const item = items[place % items.length];
  if (item === undefined) {
    throw new Error('The demo has an empty list');
  }
  return item;
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record) as Key[];
}
