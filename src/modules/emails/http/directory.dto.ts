import { ApiProperty } from '@nestjs/swagger';
import { AttributionDto } from '../../../contracts/directory.js';
import { MarkedPageDto } from '../../../contracts/marked-page.js';
import { EmailField } from '../../../core/validation/fields.js';

export class AddEmailDto {
  @EmailField()
  email: string;
}

/** An address has no id of its own: it is named by its owner and itself. */
export class EmailDto extends AttributionDto {
  @ApiProperty({ format: 'uuid' })
  userId: string;

  @ApiProperty({ format: 'email', example: 'alice@example.com' })
  email: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null until it is verified' })
  verifiedAt: string | null;
}

export class EmailListDto extends MarkedPageDto(EmailDto) {}
