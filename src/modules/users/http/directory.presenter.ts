import type { User } from '../../../core/prisma/generated/client.js';
import type { DirectoryUserDto } from './directory.dto.js';

export function presentDirectoryUser(user: User & { email: string }): DirectoryUserDto {
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
