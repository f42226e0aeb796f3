import { presentAppPage, toWholeSeconds } from '../../../contracts/app.js';
import { toPrefixedId } from '../../../core/ids/prefixed-id.js';
import type { Page } from '../../../core/paging/page.js';
import type { Member } from '../members/members.queries.js';
import type { AppUserStateDto } from './app-administration.dto.js';
import type { AppMeDto, AppUserDto, AppUserPageDto } from './app.dto.js';

export function presentAppUser(member: Member): AppUserDto {
  return {
    id: toPrefixedId('user', member.id),
    org_id: toPrefixedId('org', member.organizationId),
    account_id: toPrefixedId('acct', member.userId),
    name: member.name,
    email: member.email,
    state: member.state,
    roles: [member.appRole],
    created_at: toWholeSeconds(member.createdAt),
  };
}

/** The caller: the only place where the job position is shown. */
export function presentAppMe(member: Member): AppMeDto {
  return {
    id: toPrefixedId('user', member.id),
    org_id: toPrefixedId('org', member.organizationId),
    account_id: toPrefixedId('acct', member.userId),
    name: member.name,
    email: member.email,
    job_position_name: member.jobPositionName,
    job_position_description: member.jobPositionDescription,
    state: member.state,
    roles: [member.appRole],
    created_at: toWholeSeconds(member.createdAt),
  };
}

export function presentAppUserPage(page: Page<Member>): AppUserPageDto {
  return presentAppPage(page, presentAppUser);
}

export function presentAppUserState({ id, state }: Pick<Member, 'id' | 'state'>): AppUserStateDto {
  return { id: toPrefixedId('user', id), state };
}
