import { ApiProperty } from '@nestjs/swagger';
import { LocaleField, NewPasswordField, TokenField } from '../../../core/validation/fields.js';
import { DisplayNameField, PersonNameField } from '../../../core/validation/person-fields.js';

export class InvitationTokenDto {
  @TokenField({ description: 'From the link in the mail' })
  token: string;
}

export class RegisterInvitedDto extends InvitationTokenDto {
  @NewPasswordField({ example: 'correct horse battery staple' })
  password: string;

  @DisplayNameField({ optional: true, example: 'Alice Example' })
  displayName?: string;

  @PersonNameField({ optional: true, example: 'Alice' })
  givenName?: string;

  @PersonNameField({ optional: true, example: 'Example' })
  familyName?: string;

  @LocaleField({ optional: true })
  locale?: string;
}

export class InvitingOrganizationDto {
  @ApiProperty({ example: 'auroralabs' })
  slug: string;

  @ApiProperty({ example: 'Aurora Labs' })
  name: string;

  @ApiProperty({ type: String, nullable: true })
  logoUrl: string | null;
}

export class InvitationPreviewDto {
  @ApiProperty({ type: InvitingOrganizationDto })
  organization: InvitingOrganizationDto;

  @ApiProperty({ format: 'email', example: 'alice@example.com' })
  email: string;

  @ApiProperty({ example: 'Teacher' })
  role: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({
    description: 'Whether an account has proved the address. If true, sign in and accept. Otherwise register',
  })
  hasAccount: boolean;
}
