import { ApiProperty } from '@nestjs/swagger';
import { APP_ROLES, type AppRole } from '../../../access/roles.js';
import { EmailField, GivenPasswordField } from '../../../core/validation/fields.js';

export class LoginDto {
  @EmailField({ example: 'sasha@auroralabs.com' })
  email: string;

  @GivenPasswordField({ example: 'the password printed at the start' })
  password: string;
}

/** A session was opened: its token, and the same token as a cookie. */
export class AuthResultDto {
  @ApiProperty({ enum: ['authenticated'] })
  status: 'authenticated';

  @ApiProperty({ description: 'Send it as `Authorization: Bearer …`' })
  token: string;

  @ApiProperty({ enum: ['Bearer'] })
  tokenType: 'Bearer';

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({ format: 'uuid' })
  sessionId: string;

  @ApiProperty({ format: 'uuid' })
  userId: string;

  @ApiProperty({ description: 'The password is a temporary one: nothing but changing it is allowed' })
  passwordChangeRequired: boolean;
}

export class IdentityUserDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'email', example: 'sasha@auroralabs.com' })
  email: string;

  @ApiProperty({ example: 'Sasha Patel' })
  displayName: string;

  @ApiProperty({ type: String, nullable: true })
  avatarUrl: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'BCP 47', example: 'en' })
  locale: string | null;
}

export class IdentitySessionDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'date-time' })
  authTime: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null without a step-up that counts' })
  stepUpExpiresAt: string | null;

  @ApiProperty({ type: [String], description: 'RFC 8176', example: ['pwd'] })
  amr: readonly string[];
}

export class IdentityOrganizationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'auroralabs' })
  slug: string;

  @ApiProperty({ example: 'Aurora Labs' })
  name: string;

  @ApiProperty({ type: String, nullable: true, example: 'OrganizationAdmin' })
  role: string | null;

  @ApiProperty({ type: String, enum: APP_ROLES, nullable: true })
  appRole: AppRole | null;
}

export class IdentityDto {
  @ApiProperty({ type: IdentityUserDto })
  user: IdentityUserDto;

  @ApiProperty({ type: IdentitySessionDto, nullable: true, description: 'Null when an API key calls' })
  session: IdentitySessionDto | null;

  @ApiProperty({ type: IdentityOrganizationDto, nullable: true })
  organization: IdentityOrganizationDto | null;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'boolean' }, example: { projects: true } })
  featureFlags: Readonly<Record<string, boolean>>;
}
