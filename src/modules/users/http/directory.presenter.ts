import type { MarkedPage } from '../../../core/paging/markers.js';
import type { OrganizationUser } from '../users.queries.js';
import type { DirectoryUserDetailsDto, DirectoryUserDto, DirectoryUserPageDto } from './directory.dto.js';

/** An account with its primary address. */
type Account = Omit<OrganizationUser, 'membershipId' | 'status'>;

export function presentDirectoryUser(user: Account): DirectoryUserDto {
  return {
    id: user.id,
    email: user.email,
    givenName: user.givenName,
    familyName: user.familyName,
    displayName: user.displayName,
    createdAt: user.createdAt.toISOString(),
    createdBy: user.createdBy,
    updatedAt: user.updatedAt.toISOString(),
    updatedBy: user.updatedBy,
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
    createdAt: user.createdAt.toISOString(),
    createdBy: user.createdBy,
    updatedAt: user.updatedAt.toISOString(),
    updatedBy: user.updatedBy,
  };
}

export function presentDirectoryUserPage({ items, marker }: MarkedPage<OrganizationUser>): DirectoryUserPageDto {
  return { items: items.map(presentDirectoryUser), marker };
}
