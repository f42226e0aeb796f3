import { ApiProperty } from '@nestjs/swagger';
import { UserStatus } from '../../../core/prisma/generated/enums.js';
import { LocaleField } from '../../../core/validation/fields.js';
import { BioField, DisplayNameField, PictureUrlField, TimezoneField } from '../../../core/validation/person-fields.js';
import { COUNT } from '../../../core/openapi/integers.js';

export class ProfileDto {
  @ApiProperty({ ...COUNT, description: 'The number of open sessions of the user', example: 1 })
  activeSessions: number;

  @ApiProperty({ required: false })
  avatarUrl?: string;

  @ApiProperty({ required: false })
  bio?: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ required: false, format: 'email', example: 'sasha@auroralabs.com' })
  defaultEmail?: string;

  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ required: false, description: 'BCP 47', example: 'en' })
  locale?: string;

  @ApiProperty({ example: 'Sasha Patel' })
  name: string;

  @ApiProperty({
    required: false,
    description: 'E.164, or `anonymous` when the user withholds it',
    oneOf: [
      { type: 'string', pattern: '^\\+[1-9]\\d{1,14}$' },
      { type: 'string', enum: ['anonymous'] },
    ],
    example: '+493012345678',
  })
  phoneNumber?: string;

  @ApiProperty({ enum: UserStatus, default: 'pending', example: 'active' })
  status: UserStatus;

  @ApiProperty({ required: false, description: 'IANA time zone', example: 'Europe/Berlin' })
  timezone?: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
}

export class UpdateProfileDto {
  @DisplayNameField({ optional: true })
  name?: string;

  @BioField({ optional: true, nullable: true })
  bio?: string | null;

  @PictureUrlField({ optional: true, nullable: true })
  avatarUrl?: string | null;

  @LocaleField({ optional: true, nullable: true })
  locale?: string | null;

  @TimezoneField({ optional: true, nullable: true })
  timezone?: string | null;
}
