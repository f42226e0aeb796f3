import { InsufficientRole } from '../../access/access.problems.js';
import type { OrganizationAccess, Principal } from '../../access/principal.js';
import { message } from '../../core/i18n/message.js';
import { ProjectRole } from '../../core/prisma/generated/enums.js';
import { Problem } from '../../core/problems/problem.js';
import type { ProjectFields } from './project.js';

/** From the least to the most. Each may do what those before it may. */
const LADDER: readonly ProjectRole[] = ['Viewer', 'Commenter', 'Editor', 'Admin', 'Owner'];

/** What one can do to a project, and the least role that may. */
const NEEDED = {
  /** See it, its members and its artifacts, and pin it. */
  read: 'Viewer',
  /** Change what it is about, and its artifacts. */
  edit: 'Editor',
  /** Change which role new members get. */
  configure: 'Admin',
  /** Change who sees it: its members and its visibility. */
  share: 'Admin',
  delete: 'Owner',
} as const satisfies Record<string, ProjectRole>;

export type ProjectAction = keyof typeof NEEDED;

/** What changing a field is. */
export const ACTION_OF: Readonly<Record<keyof ProjectFields, ProjectAction>> = {
  name: 'edit',
  goal: 'edit',
  deadline: 'edit',
  projectContext: 'edit',
  answerContext: 'edit',
  defaultMemberRole: 'configure',
  defaultRoleEnabled: 'configure',
  visibility: 'share',
};

/** As whom somebody looks at the projects of an organization. */
export interface Viewer {
  readonly organizationId: string;
  /** Null: he can be no member of a project. */
  readonly membershipId: string | null;
  /** He stands in for the Owner of every project. */
  readonly isRoot: boolean;
  /** He stands in for the Owner of projects that have none, because the last one left the organization. */
  readonly isAppAdmin: boolean;
}

export function viewerOf({ kind }: Principal, { id, membershipId, appRole }: OrganizationAccess): Viewer {
  return { organizationId: id, membershipId, isRoot: kind === 'root', isAppAdmin: appRole === 'AppAdmin' };
}

/** What somebody is in a project that he sees. Of a public one everybody is a Viewer. */
export function roleIn(
  { isRoot, isAppAdmin }: Viewer,
  { memberRole, hasOwner }: { memberRole: ProjectRole | null; hasOwner: boolean },
): ProjectRole {
  return isRoot || (isAppAdmin && !hasOwner) ? 'Owner' : (memberRole ?? 'Viewer');
}

/** @throws Problem `insufficient_role` */
export function requireMay(role: ProjectRole, action: ProjectAction): void {
  requireAtLeast(role, NEEDED[action]);
}

/**
 * Nobody gives a role above his own, nor takes it away.
 *
 * @param own the role of whoever gives it
 * @throws Problem `insufficient_role`
 */
export function requireMayGrant(own: ProjectRole, role: ProjectRole): void {
  requireAtLeast(own, role);
}

function requireAtLeast(role: ProjectRole, needed: ProjectRole): void {
  if (LADDER.indexOf(role) < LADDER.indexOf(needed)) {
    throw new Problem(InsufficientRole, { detail: message('detail.project_role', { role: needed }) });
  }
}
