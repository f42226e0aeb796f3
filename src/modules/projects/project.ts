import { changesBetween, type Changes } from '../../core/changes/changes.js';
import type { ProjectRole, ProjectVisibility } from '../../core/prisma/generated/enums.js';

/** What a project is made of. */
export interface ProjectFields {
  readonly name: string;
  readonly goal: string | null;
  readonly deadline: Date | null;
  readonly visibility: ProjectVisibility;
  /** What a member becomes when no role is named, while {@link defaultRoleEnabled}. */
  readonly defaultMemberRole: ProjectRole;
  readonly defaultRoleEnabled: boolean;
  /** What it is about, and how questions about it are to be answered. */
  readonly projectContext: string | null;
  readonly answerContext: string | null;
}

/** A project from the view of a caller. */
export interface Project extends ProjectFields {
  readonly id: string;
  readonly organizationId: string;
  readonly memberCount: number;
  /** Whether it is pinned by the user of the list, else by the viewer. */
  readonly isPinned: boolean;
  /** The viewer's role as a member. Null: the viewer is not a member. */
  readonly memberRole: ProjectRole | null;
  readonly hasOwner: boolean;
}

/** What a project is made of, and nothing else. */
export function fieldsOf(fields: ProjectFields): ProjectFields {
  const { name, goal, deadline, visibility } = fields;
  const { defaultMemberRole, defaultRoleEnabled, projectContext, answerContext } = fields;
  return { name, goal, deadline, visibility, defaultMemberRole, defaultRoleEnabled, projectContext, answerContext };
}

/**
 * The difference between two states of a project. Undefined is the state of a project that does not exist yet, or no
 * longer.
 */
export function changesOf(
  before: ProjectFields | undefined,
  after: ProjectFields | undefined,
): Changes<keyof ProjectFields> {
  return changesBetween(before ? written(before) : {}, after ? written(after) : {});
}

function written(fields: ProjectFields) {
  return { ...fieldsOf(fields), deadline: fields.deadline?.toISOString() ?? null };
}
