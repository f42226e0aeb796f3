import { presentAttribution } from '../../../contracts/directory.js';
import { presentMarkedPage } from '../../../contracts/marked-page.js';
import type { MarkedPage } from '../../../core/paging/markers.js';
import type { OrganizationUser } from '../members/users.queries.js';
import type { DirectoryUserDetailsDto, DirectoryUserDto, DirectoryUserPageDto } from './directory.dto.js';

/** An account with its primary address. */
type PresentedUser = Omit<OrganizationUser, 'membershipId' | 'status'>;

export function presentDirectoryUser(user: PresentedUser): DirectoryUserDto {
  return {
    id: user.id,
    email: user.email,
    givenName: user.givenName,
    familyName: user.familyName,
    displayName: user.displayName,
    ...presentAttribution(user),
  };
}

export function presentDirectoryUserDetails(user: OrganizationUser): DirectoryUserDetailsDto {
  return {
    id: user.id,
    email: user.email,
    givenName: user.givenName,
    familyName: user.familyName,
    displayName: user.displayName,
    status: user.status,
    ...presentAttribution(user),
  };
}

export function presentDirectoryUserPage(page: MarkedPage<OrganizationUser>): DirectoryUserPageDto {
  return presentMarkedPage(page, presentDirectoryUser);
}
