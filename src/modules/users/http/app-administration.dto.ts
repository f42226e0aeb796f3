import { ApiProperty } from '@nestjs/swagger';
import { MembershipState } from '../../../core/prisma/generated/enums.js';
import { EmailField, TextField } from '../../../core/validation/fields.js';
import { ObjectField } from '../../../core/validation/object-field.js';
import { DisplayNameField, PersonNameField } from '../../../core/validation/person-fields.js';
import { PrefixedIdField } from '../../../core/validation/prefixed-id-field.js';

/** Any text is let through: what is no role is refused as one. */
const ROLE = { max: 100, description: 'AppAdmin or AppMember' };

export class AppUserInfoDto {
  @EmailField({ example: 'sasha@auroralabs.com' })
  email: string;

  @DisplayNameField({ description: 'The user’s name in the organization' })
  name: string;

  @PersonNameField({ optional: true, nullable: true, example: 'Sasha', description: 'For a new account' })
  given_name?: string | null;

  @PersonNameField({ optional: true, nullable: true, example: 'Patel', description: 'For a new account' })
  family_name?: string | null;
}

export class CreateAppUserDto {
  @PrefixedIdField({ prefix: 'acct', optional: true, description: '`acct_…`, or the UUID. Default: a new account' })
  account_id?: string;

  @TextField({ ...ROLE, example: 'AppMember' })
  role: string;

  @ObjectField(AppUserInfoDto)
  user_info: AppUserInfoDto;
}

export class UpdateAppUserDto {
  @DisplayNameField({ optional: true, description: 'The user’s name in the organization' })
  name?: string;

  @TextField({ ...ROLE, optional: true, example: 'AppAdmin' })
  role?: string;
}

/** The answer of activating and deactivating. */
export class AppUserStateDto {
  @ApiProperty({ example: 'user_019ab5e07c1d7f438a525d2f6c1b9e04' })
  id: string;

  @ApiProperty({ enum: MembershipState, example: 'Inactive' })
  state: MembershipState;
}
