import { ApiProperty } from '@nestjs/swagger';
import { MarkedPageDto } from '../../../contracts/marked-page.js';
import { MarkerQueryDto } from '../../../core/paging/marker.dto.js';
import { OrganizationStatus } from '../../../core/prisma/generated/enums.js';
import { TextField } from '../../../core/validation/fields.js';
import { COUNT } from '../../../core/openapi/integers.js';

export class ListedOrganizationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'auroralabs' })
  slug: string;

  @ApiProperty({ example: 'Aurora Labs' })
  name: string;

  @ApiProperty({ type: String, nullable: true })
  logoUrl: string | null;

  @ApiProperty({ enum: OrganizationStatus, example: 'active' })
  status: OrganizationStatus;

  @ApiProperty({ ...COUNT, description: 'Inactive members are included', example: 3 })
  memberCount: number;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
}

export class ListedOrganizationPageDto extends MarkedPageDto(ListedOrganizationDto) {}

export class OrganizationQueryDto extends MarkerQueryDto {
  @TextField({
    min: 0,
    max: 200,
    optional: true,
    description: 'The beginning of the slug or the name, in upper or lower case',
    example: 'aurora',
  })
  q = '';
}
