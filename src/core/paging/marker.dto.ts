import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { IntegerField } from '../validation/fields.js';
import { says } from '../validation/says.js';

/** Characters of a marker. Those that are given out are shorter, and longer ones are refused like other wrong ones. */
const LONGEST_MARKER = 2048;

/** The query of a list that is read on by marker. */
export class MarkerQueryDto {
  @IntegerField({ min: 0, max: 100, default: 100, optional: true, description: 'The maximum number of items to list' })
  limit = 100;

  /** Any text is accepted here: only {@link Markers} can check a marker. */
  @ApiProperty({
    required: false,
    maxLength: LONGEST_MARKER,
    description: 'The marker that the previous page of this list returned',
  })
  @IsOptional()
  @IsString(says('input.string'))
  marker?: string;
}
