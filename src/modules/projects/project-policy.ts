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
  /** Change its members and its visibility. */
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

/** The viewer of the projects of an organization. */
export interface Viewer {
  readonly organizationId: string;
  /** Null: the viewer cannot be a member of a project. */
  readonly membershipId: string | null;
  /** Whether the viewer has the rights of the Owner of every project. */
  readonly isRoot: boolean;
  /**
   * Whether the viewer has the rights of the Owner of projects that have none, because the last one left the
   * organization.
   */
  readonly isAppAdmin: boolean;
}

export function viewerOf({ kind }: Principal, { id, membershipId, appRole }: OrganizationAccess): Viewer {
  return { organizationId: id, membershipId, isRoot: kind === 'root', isAppAdmin: appRole === 'AppAdmin' };
}

/** The viewer's role in a visible project. In a public one, every viewer is at least a Viewer. */
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
 * A caller cannot grant or remove a role above their own.
 *
 * @param own the role of the caller
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
