import { presentMarkedPage } from '../../../contracts/marked-page.js';
import type { MarkedPage } from '../../../core/paging/markers.js';
import type { ListedMember } from '../member-list.queries.js';
import type { MemberDto, MemberPageDto } from './account-members.dto.js';

export function presentMember(member: ListedMember): MemberDto {
  return {
    id: member.id,
    userId: member.userId,
    displayName: member.displayName,
    email: member.email,
    avatarUrl: member.avatarUrl,
    role: member.role,
    appRole: member.appRole,
    state: member.state,
    isPrimary: member.isPrimary,
    joinedAt: member.createdAt.toISOString(),
    lastSignInAt: member.lastSignInAt === null ? null : member.lastSignInAt?.toISOString(),
    secondFactor: member.secondFactor,
  };
}

export function presentMemberPage(page: MarkedPage<ListedMember>): MemberPageDto {
  return presentMarkedPage(page, presentMember);
}
