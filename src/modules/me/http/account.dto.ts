import { ApiProperty } from '@nestjs/swagger';
import { UserStatus } from '../../../core/prisma/generated/enums.js';

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
