import { ApiProperty } from '@nestjs/swagger';
import { IdField } from '../../../core/validation/fields.js';

export class OfferOwnershipDto {
  @IdField({ description: 'The membership of whoever is to get the organization' })
  memberId: string;
}

export class OwnershipOfferDto {
  @ApiProperty({ format: 'uuid', description: 'The membership of whoever offers' })
  fromMemberId: string;

  @ApiProperty({ format: 'uuid', description: 'The membership of whoever is offered' })
  toMemberId: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}
