import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CallerCheck } from '../../access/caller-check.js';
import type { OrganizationAccess, RootPrincipal, UserPrincipal } from '../../access/principal.js';
import { ORGANIZATION_ADMIN } from '../../access/roles.js';
import { lockExistingUser } from '../../access/user-lock.js';
import { changesBetween } from '../../core/changes/changes.js';
import { newId } from '../../core/ids/ids.js';
import type { Organization } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { slugOf } from '../../core/validation/slugs.js';
import { AuditService } from '../audit/audit.service.js';
import { MembershipCreationService } from '../memberships/membership-creation.service.js';
import { insertOrganization } from './organizations.queries.js';
import { SlugTaken, TooManyOrganizations } from './organizations.problems.js';

/** The creator of an organization: a person, who will administer it, or root, which leaves it without members. */
export type Creator = UserPrincipal | RootPrincipal | { readonly kind: 'user'; readonly id: string };

/** What an organization is to be called. */
export interface Naming {
  readonly name: string;
  /** Left out: a free one made of the name. */
  readonly slug?: string;
}

/** The new organization, and the membership of its creator. Root has none. */
export interface CreatedOrganization extends Pick<OrganizationAccess, 'role' | 'appRole'> {
  readonly organization: Organization;
}

/** Organizations that one person may create, so that no person takes all the good slugs. */
const MOST_CREATED = 100;

/** Makes organizations. */
@Injectable()
export class OrganizationCreationService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly callers: CallerCheck,
    private readonly creation: MembershipCreationService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Creates an organization. A person who creates it becomes its OrganizationAdmin and AppAdmin, and it becomes the
   * person's primary one when there is none yet. Management of the account by another organization ends: see
   * {@link ManagementService.confine}.
   *
   * @throws Problem `slug_taken` when a slug is named that another organization has or had; `too_many_organizations`,
   * `unauthenticated` when the session ended, `recovery_required` as {@link ManagementService.confine}
   */
  create(founder: Creator, naming: Naming): Promise<CreatedOrganization> {
    return this.prisma.transaction(async () => {
      if (founder.kind === 'user') {
        await lockExistingUser(this.prisma, founder.id);
        await this.requireCredential(founder);
        await this.requireRoom(founder.id);
      }
      const id = newId();
      const slug = await this.insert(id, naming, founder);
      await this.audit.record({
        action: 'organization.created',
        actor: founder,
        target: id,
        organizationId: id,
        changes: changesBetween({}, { name: naming.name, slug }),
      });
      if (founder.kind === 'user') {
        const rights = { role: ORGANIZATION_ADMIN, appRole: 'AppAdmin', displayName: null } as const;
        await this.creation.create(founder, { userId: founder.id, organizationId: id, ...rights });
      }
      const organization = await this.prisma.db.organization.findUniqueOrThrow({ where: { id } });
      return founder.kind === 'user'
        ? { organization, role: ORGANIZATION_ADMIN, appRole: 'AppAdmin' }
        : { organization, role: null, appRole: null };
    });
  }

  /** A person who registers has none yet. */
  private async requireCredential(founder: Creator): Promise<void> {
    if ('session' in founder) {
      await this.callers.requireCredential(founder);
    }
  }

  private async requireRoom(createdBy: string): Promise<void> {
    if ((await this.prisma.db.organization.count({ where: { createdBy } })) >= MOST_CREATED) {
      throw new Problem(TooManyOrganizations);
    }
  }

  /** A slug that is made of the name and taken is tried again with a number behind it. @returns the slug */
  private async insert(id: string, { name, slug: wished }: Naming, founder: Creator): Promise<string> {
    if (wished !== undefined) {
      if (await this.insertAs(wished, id, name, founder)) {
        return wished;
      }
      throw new Problem(SlugTaken);
    }
    const base = slugOf(name);
    for (let slug = base || `org-${suffix()}`; ; slug = `${base.slice(0, 40) || 'org'}-${suffix()}`) {
      if (await this.insertAs(slug, id, name, founder)) {
        return slug;
      }
    }
  }

  private async insertAs(slug: string, id: string, name: string, { id: createdBy }: Creator): Promise<boolean> {
    return (await this.prisma.execute(insertOrganization({ id, slug, name, createdBy }))) === 1;
  }
}

function suffix(): string {
  return randomInt(1000, 1_000_000).toString();
}
