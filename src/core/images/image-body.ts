import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Problems } from '../openapi/route-extensions.js';
import { BadRequest } from '../problems/common.problems.js';
import { BINARY } from '../openapi/binary.js';

/** Documents the multipart form with one picture that {@link Images.receive} takes, and lets it through as a form. */
export function ImageBody(field: string): MethodDecorator {
  return applyDecorators(
    ApiConsumes('multipart/form-data'),
    ApiBody({
      required: true,
      schema: {
        type: 'object',
        required: [field],
        additionalProperties: false,
        properties: {
          [field]: {
            ...BINARY,
            description: 'PNG, JPEG, WebP or GIF by content, at most 5 MiB and 40 megapixels',
          },
        },
      },
    }),
    Problems(BadRequest),
  );
}
