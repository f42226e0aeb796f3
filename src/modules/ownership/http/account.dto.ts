import { ApiProperty } from '@nestjs/swagger';
import { IdField } from '../../../core/validation/fields.js';

export class OfferOwnershipDto {
  @IdField({ description: 'The membership of the member who gets the offer' })
  memberId: string;
}

export class OwnershipOfferDto {
  @ApiProperty({ format: 'uuid', description: 'The membership of the member who offers' })
  fromMemberId: string;

  @ApiProperty({ format: 'uuid', description: 'The membership of the member who gets the offer' })
  toMemberId: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}
