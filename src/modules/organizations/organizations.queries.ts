import { Prisma } from '../../core/prisma/generated/client.js';
import type { OrganizationStatus } from '../../core/prisma/generated/enums.js';
import { limit } from '../../core/prisma/limit.js';
import type { Query } from '../../core/prisma/prisma.service.js';

/** An organization that is created. */
export interface NewOrganization {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly createdBy: string;
}

/** Creates an organization, if its slug is free. The slug is inserted first: its primary key decides which organization gets it. */
export function insertOrganization({ id, slug, name, createdBy }: NewOrganization): Prisma.Sql {
  return Prisma.sql`
    WITH reserved AS (
      INSERT INTO "OrganizationSlug" (slug, "organizationId") VALUES (${slug}, ${id}::uuid)
      ON CONFLICT DO NOTHING RETURNING slug
    )
    INSERT INTO "Organization" (id, slug, name, "createdBy", "updatedBy")
    SELECT ${id}::uuid, slug, ${name}, ${createdBy}, ${createdBy} FROM reserved`;
}

/** Reserves a slug for an organization, which may have had it before. No row: another organization has or had it. */
export function reserveSlug(slug: string, organizationId: string): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "OrganizationSlug" AS mine (slug, "organizationId") VALUES (${slug}, ${organizationId}::uuid)
    ON CONFLICT (slug) DO UPDATE SET slug = EXCLUDED.slug WHERE mine."organizationId" = EXCLUDED."organizationId"`;
}

/** An organization as the operator sees it. */
export interface ListedOrganization {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly logoUrl: string | null;
  readonly status: OrganizationStatus;
  /** Inactive members included. */
  readonly memberCount: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/**
 * So many organizations after the given one, oldest first. With a beginning, it must be planned each time.
 *
 * @param beginning of the slug or the name, in the form of names. Empty: any
 */
export function organizationsAfter(
  beginning: string,
  after: string | undefined,
  take: number,
): Query<ListedOrganization> {
  return Prisma.sql`
    SELECT o.id, o.slug, o.name, o."logoUrl", o.status::text, o."createdAt", o."updatedAt",
      (SELECT coalesce(sum(total), 0)::int FROM "MemberCount" WHERE "organizationId" = o.id) AS "memberCount"
    FROM "Organization" o
    WHERE ${after === undefined ? Prisma.sql`true` : Prisma.sql`o.id > ${after}::uuid`}
    AND ${beginning === '' ? Prisma.sql`true` : beginsWith(beginning)}
    ORDER BY o.id ${limit(take)}`;
}

/** Every sign means itself. Slugs are in lower case: `lower` is only the expression of the index. */
function beginsWith(beginning: string): Prisma.Sql {
  const pattern = Prisma.sql`regexp_replace(name_form(${beginning}), '([\\\\%_])', '\\\\\\1', 'g') || '%'`;
  return Prisma.sql`(lower(o.slug) LIKE ${pattern} OR name_form(o.name) LIKE ${pattern})`;
}
