import { Prisma } from '../../core/prisma/generated/client.js';

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
