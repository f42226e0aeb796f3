import { presentAppPage, toWholeSeconds } from '../../../contracts/app.js';
import { toPrefixedId } from '../../../core/ids/prefixed-id.js';
import type { Page } from '../../../core/paging/page.js';
import type { Project } from '../project.js';
import type { AppProjectDto, AppProjectPageDto } from './app.dto.js';

export function presentAppProject(project: Project): AppProjectDto {
  return {
    id: toPrefixedId('proj', project.id),
    name: project.name,
    goal: project.goal,
    deadline: project.deadline && toWholeSeconds(project.deadline),
    visibility: project.visibility,
    member_count: project.memberCount,
    default_member_role: project.defaultMemberRole,
    default_role_enabled: project.defaultRoleEnabled,
    project_context: project.projectContext,
    answer_context: project.answerContext,
    is_pinned: project.isPinned,
  };
}

export function presentAppProjectPage(page: Page<Project>): AppProjectPageDto {
  return presentAppPage(page, presentAppProject);
}
