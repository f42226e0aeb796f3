import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import { message } from '../i18n/message.js';
import { rule, says } from './says.js';

/** A JSON object whose inside is somebody else's format, taken as it is. @param options `mostBytes` of it as JSON */
export function ForeignObjectField({
  description,
  mostBytes,
}: {
  description: string;
  mostBytes?: number;
}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'object', additionalProperties: true, description }),
    IsObject(says('input.object')),
    ...(mostBytes === undefined ? [] : [MostBytes(mostBytes)]),
  );
}

function MostBytes(max: number): PropertyDecorator {
  return rule(
    'maxSize',
    message('input.object_size', { max }),
    (value) => value !== undefined && Buffer.byteLength(JSON.stringify(value)) <= max,
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
