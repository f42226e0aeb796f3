import { ApiProperty } from '@nestjs/swagger';
import { APP_ROLES, type AppRole } from '../../../access/roles.js';
import {
  BooleanField,
  ChoiceField,
  CodeField,
  EmailField,
  GivenPasswordField,
  TokenField,
} from '../../../core/validation/fields.js';
import { SECOND_FACTOR_METHODS, type SecondFactorMethod } from '../second-factor/second-factor.js';

/** What a pending sign-in can be finished with. */
const FINISHING_METHODS = ['totp', 'recovery_code', 'passkey'] as const;

export class LoginDto {
  @EmailField({ example: 'sasha@auroralabs.com' })
  email: string;

  @GivenPasswordField({ example: 'the password printed at the start' })
  password: string;
}

export class MfaLoginDto {
  @TokenField({ description: 'From the answer of the first step' })
  mfaToken: string;

  @ChoiceField({ values: SECOND_FACTOR_METHODS })
  method: SecondFactorMethod;

  @CodeField()
  code: string;

  @BooleanField({ optional: true, default: false, description: 'Skip the second factor in this browser for 30 days' })
  trustDevice = false;
}

const isByPassword = (dto: object): boolean => 'method' in dto && dto.method === 'password';

export class StepUpDto {
  @ChoiceField({ values: ['password', ...SECOND_FACTOR_METHODS] })
  method: 'password' | SecondFactorMethod;

  @GivenPasswordField({ description: 'For the method `password`', optional: (dto) => !isByPassword(dto) })
  password?: string;

  @CodeField({ description: 'For the other methods', optional: isByPassword })
  code?: string;
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

  @ApiProperty({ description: 'The password is temporary or missing. The session can only set a new one' })
  passwordChangeRequired: boolean;
}

/** The password was right, and a second factor is needed. Opens nothing but the routes that take it. */
export class MfaRequiredDto {
  @ApiProperty({ enum: ['mfa_required'] })
  status: 'mfa_required';

  @ApiProperty({ description: 'For `POST /api/v1/auth/login/mfa`' })
  mfaToken: string;

  @ApiProperty({ enum: FINISHING_METHODS, isArray: true })
  methods: readonly string[];

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
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

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null without a valid step-up' })
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

  @ApiProperty({ type: IdentitySessionDto, nullable: true, description: 'Null for an API key' })
  session: IdentitySessionDto | null;

  @ApiProperty({ type: IdentityOrganizationDto, nullable: true })
  organization: IdentityOrganizationDto | null;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'boolean' }, example: { projects: true } })
  featureFlags: Readonly<Record<string, boolean>>;
}
