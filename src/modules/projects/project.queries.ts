import { type Artifact, Prisma } from '../../core/prisma/generated/client.js';
import type { PageRequest } from '../../core/paging/page.js';
import type { Project } from './project.js';
import type { Viewer } from './project-policy.js';
import type { Query } from '../../core/prisma/prisma.service.js';
import { limit } from '../../core/prisma/limit.js';

/** Which projects the viewer sees. `p` is the project. */
function visibleTo({ organizationId, membershipId, isRoot, isAppAdmin }: Viewer): Prisma.Sql {
  const isMember = Prisma.sql`
    EXISTS (SELECT FROM "ProjectMember" v WHERE v."projectId" = p.id AND v."membershipId" = ${membershipId}::uuid)`;
  const isOrphan = Prisma.sql`(p."ownerId" IS NULL AND NOT ${HAS_OWNER})`;
  const reasons = [
    Prisma.sql`p.visibility = 'Public'`,
    ...(membershipId === null ? [] : [isMember]),
    ...(isAppAdmin ? [isOrphan] : []),
  ];
  const isSeen = isRoot ? Prisma.sql`true` : Prisma.sql`(${Prisma.join(reasons, ' OR ')})`;
  return Prisma.sql`p."organizationId" = ${organizationId}::uuid AND ${isSeen}`;
}

const HAS_OWNER = Prisma.sql`
  EXISTS (SELECT FROM "ProjectMember" o WHERE o."projectId" = p.id AND o.role = 'Owner')`;

/** @param pinnedBy the membership whose pin is shown */
function projects(viewer: Viewer, pinnedBy: string | null): Prisma.Sql {
  return Prisma.sql`
    SELECT p.id, p."organizationId", p.name, p.goal, p.deadline, p.visibility::text,
      p."defaultMemberRole"::text, p."defaultRoleEnabled", p."projectContext", p."answerContext",
      (SELECT count(*)::int FROM "ProjectMember" c WHERE c."projectId" = p.id) AS "memberCount",
      EXISTS (
        SELECT FROM "ProjectPin" k WHERE k."projectId" = p.id AND k."membershipId" = ${pinnedBy}::uuid
      ) AS "isPinned",
      (
        SELECT r.role::text FROM "ProjectMember" r
        WHERE r."projectId" = p.id AND r."membershipId" = ${viewer.membershipId}::uuid
      ) AS "memberRole",
      ${HAS_OWNER} AS "hasOwner"
    FROM "Project" p`;
}

/** One project, if the viewer sees it. */
export function projectById(viewer: Viewer, id: string): Query<Project> {
  return Prisma.sql`${projects(viewer, viewer.membershipId)} WHERE p.id = ${id}::uuid AND ${visibleTo(viewer)}`;
}

/** A row of a page: the total, and a project unless the page is empty. */
export type ProjectRow = { readonly total: number } & (Project | { readonly [Key in keyof Project]: null });

export function isProject(row: ProjectRow): row is ProjectRow & Project {
  return row.id !== null;
}

/**
 * One page of the projects that the viewer sees, oldest first, and how many there are altogether, in one statement.
 * Members and pins are looked at for those of the page alone; to count, every project of the organization is read.
 *
 * @param memberId only the projects of this member, with the pins of this member; undefined: all, with the viewer's own
 */
export function projectPage(
  viewer: Viewer,
  memberId: string | undefined,
  { page, pageSize }: PageRequest,
): Query<ProjectRow> {
  const ofMember = Prisma.sql`
    AND p.id IN (SELECT w."projectId" FROM "ProjectMember" w WHERE w."membershipId" = ${memberId}::uuid)`;
  const matching = Prisma.sql`
    FROM "Project" p WHERE ${visibleTo(viewer)} ${memberId === undefined ? Prisma.empty : ofMember}`;
  return Prisma.sql`
    SELECT t.total, s.*
    FROM (SELECT count(*)::int AS total ${matching}) t
    LEFT JOIN (
      ${projects(viewer, memberId ?? viewer.membershipId)}
      WHERE p.id IN (SELECT p.id ${matching} ORDER BY p.id ${limit(pageSize, (page - 1) * pageSize)})
    ) s ON true
    ORDER BY s.id`;
}

/** The latest artifacts of a member in the projects that the viewer sees, newest first. */
export function latestArtifacts(viewer: Viewer, membershipId: string, count: number): Query<Artifact> {
  return Prisma.sql`
    SELECT a.* FROM "Artifact" a JOIN "Project" p ON p.id = a."projectId"
    WHERE a."membershipId" = ${membershipId}::uuid AND ${visibleTo(viewer)}
    ORDER BY a.id DESC ${limit(count)}`;
}

/**
 * Makes a project name an Owner: the one it names, if that is one still, else the earliest. No row: the project has no Owner.
 */
export function nameOwner(projectId: string): Query<{ id: string }> {
  return Prisma.sql`
    UPDATE "Project" p SET "ownerId" = o."membershipId"
    FROM "ProjectMember" o
    WHERE p.id = ${projectId}::uuid AND o."projectId" = p.id AND o."membershipId" = (
      SELECT f."membershipId" FROM "ProjectMember" f
      WHERE f."projectId" = p.id AND f.role = 'Owner'
      ORDER BY f."membershipId" = p."ownerId" DESC NULLS LAST, f."createdAt", f."membershipId"
      LIMIT 1
    )
    RETURNING p.id`;
}
