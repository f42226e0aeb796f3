import { ApiProperty } from '@nestjs/swagger';
import { OrganizationStatus } from '../../../core/prisma/generated/enums.js';

export class CurrentOrganizationDto {
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

  @ApiProperty({ type: 'object', additionalProperties: true, example: {} })
  settings: unknown;

  @ApiProperty({ format: 'date-time', example: '2025-01-01T00:00:00.000Z' })
  createdAt: string;

  @ApiProperty({ format: 'date-time', example: '2025-01-15T09:00:00.000Z' })
  updatedAt: string;

  @ApiProperty({ type: String, nullable: true, example: 'Coach', description: 'The role of the caller' })
  userRole: string | null;
}

export class CurrentOrganizationEnvelopeDto {
  @ApiProperty({ type: CurrentOrganizationDto, nullable: true, description: 'Null when no organization is active' })
  data: CurrentOrganizationDto | null;
}
