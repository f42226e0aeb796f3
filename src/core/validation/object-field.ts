import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import { says } from './says.js';

/** A JSON object whose inside is somebody else's format, taken as it is. */
export function ForeignObjectField(options: { description: string }): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'object', additionalProperties: true, ...options }),
    IsObject(says('input.object')),
  );
}

/** A JSON object with fields of its own, validated as the DTO says. */
export function ObjectField(dto: new () => object): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: dto }),
    Type(() => dto),
    IsObject(says('input.object')),
    ValidateNested(),
  );
}
