import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import type { Request } from 'express';
import { Bodies } from '../../../core/openapi/operation.js';
import { Problems } from '../../../core/openapi/route-extensions.js';
import { BadRequest } from '../../../core/problems/common.problems.js';
import { InputPipe } from '../../../core/validation/input.pipe.js';
import { CreateTextArtifactDto } from './app-artifacts.dto.js';
import { BINARY } from '../../../core/openapi/binary.js';

const FORM = 'multipart/form-data';

/** The part of the form that the file is in. */
export const FILE = 'file';

const input = new InputPipe();

/** Documents the two bodies that an artifact can be made of, and lets both through. */
export function ArtifactBody(): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(CreateTextArtifactDto),
    Bodies({
      [FORM]: {
        type: 'object',
        required: [FILE],
        additionalProperties: false,
        properties: { [FILE]: { ...BINARY, description: 'At most 25 MiB' } },
      },
      'application/json': { $ref: getSchemaPath(CreateTextArtifactDto) },
    }),
    Problems(BadRequest),
  );
}

export function isForm(request: Request): boolean {
  return request.is(FORM) === FORM;
}

/** The body as what a form is not. @throws Problem `validation_failed` */
export async function textOf(request: Request): Promise<CreateTextArtifactDto> {
  const metadata = { type: 'body', metatype: CreateTextArtifactDto } as const;
  return (await input.transform(request.body, metadata)) as CreateTextArtifactDto;
}
