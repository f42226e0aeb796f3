import { presentAppPage, toWholeSeconds } from '../../../contracts/app.js';
import { toPrefixedId } from '../../../core/ids/prefixed-id.js';
import type { Page } from '../../../core/paging/page.js';
import type { ProjectMember } from '../../../core/prisma/generated/client.js';
import type { AppProjectMemberDto, AppProjectMemberPageDto } from './app-members.dto.js';

export function presentAppProjectMember(member: ProjectMember): AppProjectMemberDto {
  return {
    project_id: toPrefixedId('proj', member.projectId),
    user_id: toPrefixedId('user', member.membershipId),
    role: member.role,
    created_at: toWholeSeconds(member.createdAt),
  };
}

export function presentAppProjectMemberPage(page: Page<ProjectMember>): AppProjectMemberPageDto {
  return presentAppPage(page, presentAppProjectMember);
}
