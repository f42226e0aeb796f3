import { ApiProperty } from '@nestjs/swagger';

export class HealthDto {
  @ApiProperty({ enum: ['ok'] })
  status: 'ok';
}

export class AddressConflictDto {
  @ApiProperty({ type: [String], format: 'uuid', description: 'Ids of the accounts' })
  userIds: string[];
}

export class ReadinessDetailsDto {
  @ApiProperty({
    type: [AddressConflictDto],
    description:
      'Accounts that would have the same e-mail address in its present form. The last start did not change them',
  })
  addressConflicts: AddressConflictDto[];
}

export class ReadinessDto extends HealthDto {
  @ApiProperty({ required: false, type: ReadinessDetailsDto, description: 'For the root key only' })
  details?: ReadinessDetailsDto;
}
