import { ApiProperty } from '@nestjs/swagger';
import { UserStatus } from '../../../core/prisma/generated/enums.js';
import {
  BioField,
  BirthDateField,
  DisplayNameField,
  PersonNameField,
  PhoneNumberField,
  TimezoneField,
} from '../../../core/validation/person-fields.js';

export class AccountUserDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'email', example: 'sasha@auroralabs.com' })
  email: string;

  @ApiProperty({ example: 'Sasha Patel' })
  displayName: string;

  @ApiProperty({ type: String, nullable: true, example: 'Sasha' })
  givenName: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Patel' })
  familyName: string | null;

  @ApiProperty({ type: String, nullable: true })
  bio: string | null;

  @ApiProperty({ type: String, nullable: true })
  avatarUrl: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'BCP 47', example: 'en' })
  locale: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'IANA time zone', example: 'Europe/Berlin' })
  timezone: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'E.164, or `anonymous`', example: '+493012345678' })
  phoneNumber: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: '1990-04-01' })
  birthDate: string | null;

  @ApiProperty({ enum: UserStatus, example: 'active' })
  status: UserStatus;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
}

export class UpdateAccountUserDto {
  @DisplayNameField({ optional: true })
  displayName?: string;

  @PersonNameField({ optional: true, nullable: true, example: 'Sasha' })
  givenName?: string | null;

  @PersonNameField({ optional: true, nullable: true, example: 'Patel' })
  familyName?: string | null;

  @BioField({ optional: true, nullable: true })
  bio?: string | null;

  @TimezoneField({ optional: true, nullable: true })
  timezone?: string | null;

  @PhoneNumberField({ optional: true, nullable: true })
  phoneNumber?: string | null;

  @BirthDateField({ optional: true, nullable: true })
  birthDate?: string | null;
}
