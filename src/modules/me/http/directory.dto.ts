import { ApiProperty } from '@nestjs/swagger';
import { APP_ROLES, type AppRole } from '../../../access/roles.js';
import { MembershipState } from '../../../core/prisma/generated/enums.js';
import { EmailField } from '../../../core/validation/fields.js';
import { DisplayNameField, PersonNameField } from '../../../core/validation/person-fields.js';
import { ServiceAccountDto } from '../../service-accounts/http/directory.dto.js';
import { DirectoryUserDto } from '../../users/http/directory.dto.js';

export class UpdateMeDto {
  @EmailField({
    optional: true,
    description: 'Becomes the primary address once it is verified by the link mailed to it',
  })
  email?: string;

  @PersonNameField({ optional: true, nullable: true, example: 'Alice' })
  givenName?: string | null;

  @PersonNameField({ optional: true, nullable: true, example: 'Example' })
  familyName?: string | null;

  @DisplayNameField({ optional: true, example: 'Alice Example' })
  displayName?: string;
}

/** Root has no properties. */
export class RootIdentityDto {}

export class DirectoryMembershipDto {
  @ApiProperty({ format: 'uuid' })
  organizationId: string;

  @ApiProperty({ example: 'auroralabs' })
  organizationSlug: string;

  @ApiProperty({ example: 'OrganizationAdmin' })
  role: string;

  @ApiProperty({ enum: APP_ROLES, example: 'AppAdmin' })
  appRole: AppRole;

  @ApiProperty({ enum: MembershipState, example: 'Active' })
  state: MembershipState;
}

/** The identity of the root key. */
export class RootCallerDto {
  @ApiProperty({ type: RootIdentityDto })
  root: RootIdentityDto;
}

/** The identity of a person. */
export class UserCallerDto {
  @ApiProperty({ type: DirectoryUserDto })
  user: DirectoryUserDto;

  @ApiProperty({ type: [DirectoryMembershipDto], description: 'The organizations of the user' })
  memberships: DirectoryMembershipDto[];
}

/** The identity of a service account. */
export class ServiceAccountCallerDto {
  @ApiProperty({ type: ServiceAccountDto })
  serviceAccount: ServiceAccountDto;
}

/** The current identity. The three differ by the key that each has: the contract has no other mark. */
export type DirectoryIdentity = RootCallerDto | UserCallerDto | ServiceAccountCallerDto;
