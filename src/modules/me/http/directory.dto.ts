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

/** The current identity: exactly one of `root`, `user` and `serviceAccount`. */
export class DirectoryIdentityDto {
  @ApiProperty({ type: RootIdentityDto, required: false })
  root?: RootIdentityDto;

  @ApiProperty({ type: DirectoryUserDto, required: false })
  user?: DirectoryUserDto;

  @ApiProperty({ type: ServiceAccountDto, required: false })
  serviceAccount?: ServiceAccountDto;

  @ApiProperty({ type: [DirectoryMembershipDto], required: false, description: 'Id of a user' })
  memberships?: DirectoryMembershipDto[];
}
