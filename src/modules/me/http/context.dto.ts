import { ApiProperty } from '@nestjs/swagger';
import {
  BirthDateField,
  DisplayNameField,
  PersonNameField,
  PhoneNumberField,
  PictureUrlField,
} from '../../../core/validation/person-fields.js';

export class ContextUserDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'email', example: 'sasha@auroralabs.com' })
  email: string;

  @ApiProperty({ example: 'Sasha Patel' })
  name: string;

  @ApiProperty({ type: String, nullable: true, example: 'Sasha' })
  firstName: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Patel' })
  lastName: string | null;

  @ApiProperty({ type: String, nullable: true })
  avatarUrl: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'E.164, or `anonymous`', example: '+493012345678' })
  phone: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: '1990-04-01' })
  birthDate: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  currentOrganizationId: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
}

export class ContextUserEnvelopeDto {
  @ApiProperty({ type: ContextUserDto })
  data: ContextUserDto;
}

export class UpdateContextUserDto {
  @DisplayNameField({ optional: true })
  name?: string;

  @PersonNameField({ optional: true, nullable: true, example: 'Sasha' })
  firstName?: string | null;

  @PersonNameField({ optional: true, nullable: true, example: 'Patel' })
  lastName?: string | null;

  @PictureUrlField({ optional: true, nullable: true })
  avatarUrl?: string | null;

  @PhoneNumberField({ optional: true, nullable: true })
  phone?: string | null;

  @BirthDateField({ optional: true, nullable: true })
  birthDate?: string | null;
}
