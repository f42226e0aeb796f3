import { ApiProperty } from '@nestjs/swagger';
import { EmailField } from '../../../core/validation/fields.js';

export class AddEmailDto {
  @EmailField()
  email: string;
}

/** An address has no id of its own: it is named by its owner and itself. */
export class EmailDto {
  @ApiProperty({ format: 'uuid' })
  userId: string;

  @ApiProperty({ format: 'email', example: 'alice@example.com' })
  email: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null until it is verified' })
  verifiedAt: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ description: 'Id of a user or service account, or `root`' })
  createdBy: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  @ApiProperty({ description: 'Id of a user or service account, or `root`' })
  updatedBy: string;
}

export class EmailListDto {
  @ApiProperty({ type: [EmailDto] })
  items: EmailDto[];

  @ApiProperty({ required: false, description: 'Absent on the last page' })
  marker?: string;
}
