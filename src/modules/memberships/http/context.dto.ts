import { ApiProperty } from '@nestjs/swagger';
import { OrganizationStatus } from '../../../core/prisma/generated/enums.js';
import { IdField } from '../../../core/validation/fields.js';

export class ContextMembershipDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'Praxia Academy' })
  name: string;

  @ApiProperty({ type: String, nullable: true, example: 'Educational consultants' })
  description: string | null;

  @ApiProperty({ type: String, nullable: true })
  logoUrl: string | null;

  @ApiProperty({ enum: OrganizationStatus, example: 'active' })
  status: OrganizationStatus;

  @ApiProperty({
    example: 'Coach',
    description: 'OrganizationAdmin, Manager, Coach, Teacher, or an own role of the organization',
  })
  userRole: string;

  @ApiProperty()
  isPrimary: boolean;

  @ApiProperty({ format: 'date-time', example: '2025-01-15T09:00:00.000Z' })
  joinedAt: string;

  @ApiProperty({ format: 'date-time', example: '2025-01-01T00:00:00.000Z' })
  createdAt: string;

  @ApiProperty({ format: 'date-time', example: '2025-01-15T09:00:00.000Z' })
  updatedAt: string;
}

export class ContextMembershipsDto {
  @ApiProperty({ type: [ContextMembershipDto] })
  organizations: ContextMembershipDto[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  currentOrganizationId: string | null;
}

export class ContextMembershipsEnvelopeDto {
  @ApiProperty({ type: ContextMembershipsDto })
  data: ContextMembershipsDto;
}

/** The organization that is chosen, to be the active one or the primary one. */
export class ChooseOrganizationDto {
  @IdField({ description: 'An organization in which the caller is an active member' })
  organizationId: string;
}

export class SwitchedOrganizationDto {
  @ApiProperty({ format: 'uuid' })
  currentOrganizationId: string;

  @ApiProperty({ example: 'Coach' })
  role: string;
}

export class SwitchedOrganizationEnvelopeDto {
  @ApiProperty({ type: SwitchedOrganizationDto })
  data: SwitchedOrganizationDto;
}

export class PrimaryOrganizationDto {
  @ApiProperty({ format: 'uuid' })
  primaryOrganizationId: string;

  @ApiProperty({ example: 'Coach' })
  role: string;
}

export class PrimaryOrganizationEnvelopeDto {
  @ApiProperty({ type: PrimaryOrganizationDto })
  data: PrimaryOrganizationDto;
}
