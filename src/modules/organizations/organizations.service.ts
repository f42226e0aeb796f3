import { Injectable } from '@nestjs/common';
import { changedBy } from '../../access/authorship.js';
import type { Principal } from '../../access/principal.js';
import { changesBetween, merged } from '../../core/changes/changes.js';
import type { Organization, Prisma } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { AuditService } from '../audit/audit.service.js';
import { PicturesService } from '../files/pictures.service.js';
import { MemberRightsService } from '../roles/member-rights.service.js';
import { reserveSlug } from './organizations.queries.js';
import { SlugTaken, TooManySlugs } from './organizations.problems.js';
import { changedSettings } from './settings.js';

/** The properties of an organization that its administrators may change. */
export interface OrganizationFields {
  readonly name: string;
  readonly slug: string;
  readonly description: string | null;
  readonly logoUrl: string | null;
  readonly settings: Prisma.JsonObject;
}

/** Slugs of one organization, former ones included, so that no organization takes all the good ones. */
const MOST_SLUGS = 20;

/** The organizations themselves: their names, slugs and settings. */
@Injectable()
export class OrganizationsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly rights: MemberRightsService,
    private readonly pictures: PicturesService,
    private readonly audit: AuditService,
  ) {}

  /** The organization with that id, which the access layer has already found. */
  get(id: string): Promise<Organization> {
    return this.prisma.db.organization.findUniqueOrThrow({ where: { id } });
  }

  /**
   * Changes the named properties only, so concurrent changes of others remain. Settings are merged (RFC 7396). A former
   * slug remains reserved for the organization, which may use it again. Without a difference, nothing is written.
   *
   * @throws Problem `slug_taken` when another organization has or had the slug, `too_many_slugs`, `validation_failed` for
   * settings that are too large and for a logo that is neither under https nor one of this service's; what {@link MemberRightsService.requireStill} throws
   */
  update(principal: Principal, id: string, wanted: Partial<OrganizationFields>): Promise<Organization> {
    return this.prisma.transaction(async () => {
      await this.rights.requireStill(principal, 'change');
      const organization = await this.get(id);
      const before = fieldsOf(organization);
      const settings = wanted.settings && changedSettings(before.settings, wanted.settings);
      const after = merged(before, { ...wanted, settings });
      const changes = changesBetween(before, after);
      if (Object.keys(changes).length === 0) {
        return organization;
      }
      if (changes.logoUrl) {
        this.pictures.requireSafe('logos', after.logoUrl, '/logoUrl');
      }
      if (changes.slug) {
        await this.takeSlug(id, after.slug);
      }
      const changed = await this.prisma.db.organization.update({
        where: { id },
        data: { ...after, ...changedBy(principal) },
      });
      await this.audit.record({
        action: 'organization.updated',
        actor: principal,
        target: id,
        organizationId: id,
        changes,
      });
      if (changes.logoUrl) {
        await this.pictures.discard('logos', before.logoUrl);
      }
      return changed;
    });
  }

  /** The primary key of the slugs decides which organization gets one, also after it became a former slug. */
  private async takeSlug(organizationId: string, slug: string): Promise<void> {
    if ((await this.prisma.execute(reserveSlug(slug, organizationId))) === 0) {
      throw new Problem(SlugTaken);
    }
    if ((await this.prisma.db.organizationSlug.count({ where: { organizationId } })) > MOST_SLUGS) {
      throw new Problem(TooManySlugs);
    }
  }
}

function fieldsOf({ name, slug, description, logoUrl, settings }: Organization): OrganizationFields {
  return { name, slug, description, logoUrl, settings: settings as Prisma.JsonObject };
}
