import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ORGANIZATION_ADMIN } from '../../access/roles.js';
import { newId } from '../../core/ids/ids.js';
import type { Organization } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { type Actor, AuditService } from '../audit/audit.service.js';
import { slugOf } from './slugs.js';

/** The organizations themselves: their names, slugs and settings. */
@Injectable()
export class OrganizationsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly audit: AuditService,
  ) {}

  /** The organization with that id, which the access layer has already found. */
  get(id: string): Promise<Organization> {
    return this.prisma.db.organization.findUniqueOrThrow({ where: { id } });
  }

  /** Makes an organization under a free slug made of its name; its creator administers it. @returns its id */
  createFor(creator: Actor & { kind: 'user' }, name: string): Promise<string> {
    return this.prisma.transaction(async () => {
      const id = newId();
      const by = { createdBy: creator.id, updatedBy: creator.id };
      const slug = await this.reserveSlug(id, name, by);
      await this.audit.record({
        action: 'organization.created',
        actor: creator,
        target: { kind: 'organization', id },
        organizationId: id,
        changes: { name, slug },
      });
      await this.addAdministrator(id, creator.id, by);
      return id;
    });
  }

  /** The primary key of the slugs decides who gets one: a taken slug is tried again with a number behind it. */
  private async reserveSlug(id: string, name: string, by: { createdBy: string; updatedBy: string }): Promise<string> {
    const wished = slugOf(name);
    for (let slug = wished || `org-${suffix()}`; ; slug = `${wished.slice(0, 40) || 'org'}-${suffix()}`) {
      const free = await this.prisma.db.$executeRaw`
        WITH reserved AS (
          INSERT INTO "Organization" (id, slug, name, "createdBy", "updatedBy")
          SELECT ${id}::uuid, ${slug}, ${name}, ${by.createdBy}, ${by.updatedBy}
          WHERE NOT EXISTS (SELECT FROM "OrganizationSlug" WHERE slug = ${slug})
          ON CONFLICT DO NOTHING RETURNING id
        )
        INSERT INTO "OrganizationSlug" (slug, "organizationId") SELECT ${slug}, id FROM reserved`;
      if (free === 1) {
        return slug;
      }
    }
  }

  private async addAdministrator(
    organizationId: string,
    userId: string,
    by: { createdBy: string; updatedBy: string },
  ): Promise<void> {
    const role = await this.prisma.db.role.findFirstOrThrow({
      where: { organizationId: null, name: ORGANIZATION_ADMIN },
    });
    const isPrimary = (await this.prisma.db.membership.count({ where: { userId, isPrimary: true } })) === 0;
    await this.prisma.db.membership.create({
      data: { id: newId(), userId, organizationId, roleId: role.id, appRole: 'AppAdmin', isPrimary, ...by },
    });
  }
}

function suffix(): string {
  return randomInt(1000, 1_000_000).toString();
}
