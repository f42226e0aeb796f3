import { ApiProperty } from '@nestjs/swagger';

/** One thing wrong with the input. */
export class InputErrorDto {
  @ApiProperty({ description: 'RFC 6901 JSON pointer to the value', example: '/email' })
  pointer: string;

  @ApiProperty({ example: 'is_email' })
  code: string;

  @ApiProperty({ example: 'Must be an e-mail address.' })
  detail: string;
}

/** A thing that exists already. */
export class ExistingDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
}

/** RFC 9457 problem document. */
export class ProblemDto {
  @ApiProperty({ format: 'uri', description: 'A page that explains the problem' })
  type: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: 'integer', format: 'int32', minimum: 400, maximum: 599 })
  status: number;

  /** The values of this enum and of the one below are not known here: `buildDocument` gets them. */
  @ApiProperty({ enum: [], enumName: 'ProblemCode', description: 'Stable: programs should compare this value' })
  code: string;

  @ApiProperty()
  detail: string;

  @ApiProperty({ description: 'The path of the request' })
  instance: string;

  @ApiProperty({ description: 'The value of the X-Request-Id header' })
  requestId: string;

  @ApiProperty({ type: [InputErrorDto], required: false })
  errors?: InputErrorDto[];

  @ApiProperty({
    enum: [],
    enumName: 'StepUpMethod',
    isArray: true,
    required: false,
    description: 'For `step_up_required`: the methods with which the caller can step up',
  })
  methods?: string[];

  @ApiProperty({
    required: false,
    description:
      'For `team_name_taken`, `role_name_taken` and `username_taken` at a creation: the thing that has the name, if the caller may read it. A caller who lost the answer of a first try finds the thing with it.',
  })
  existing?: ExistingDto;
}
