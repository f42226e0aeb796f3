import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { says } from './says.js';

/** A JSON object whose inside is somebody else's format, taken as it is. */
export function ForeignObjectField(options: { description: string }): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'object', additionalProperties: true, ...options }),
    IsObject(says('input.object')),
  );
}
