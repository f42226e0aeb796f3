import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsObject, ValidateNested } from 'class-validator';
import { message } from '../i18n/message.js';
import { field, type FieldOptions } from './fields.js';
import { rule, says } from './says.js';
import { hasControls } from './text.js';
import { nests } from './to-dto.js';

/** A JSON object in the format of another product, accepted unchanged. @param options `mostBytes` of it as JSON */
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
    message('input.max_bytes', { max }),
    (value) => value !== undefined && Buffer.byteLength(JSON.stringify(value)) <= max,
  );
}

/** A JSON object with fields of its own, validated by the DTO. */
export function ObjectField(dto: new () => object): PropertyDecorator {
  return applyDecorators(ApiProperty({ type: dto }), nests(dto), IsObject(says('input.object')), ValidateNested());
}

/** A JSON object whose keys the caller chooses, nested at most so deep, in the form the database can store. */
export function JsonObjectField(options: FieldOptions & { deepest: number }): PropertyDecorator {
  const { deepest } = options;
  return field(
    { type: 'object', additionalProperties: true },
    options,
    IsObject(says('input.object')),
    rule('maxDepth', message('input.max_depth', { levels: deepest }), (value) => isNestedAtMost(value, deepest)),
    rule('noControls', message('input.no_controls'), isPlain),
  );
}

function isNestedAtMost(value: unknown, levels: number): boolean {
  return (
    !isContainer(value) || (levels > 0 && Object.values(value).every((child) => isNestedAtMost(child, levels - 1)))
  );
}

/** PostgreSQL stores neither NUL nor halves of surrogate pairs, not even in keys. */
function isPlain(value: unknown): boolean {
  if (isContainer(value)) {
    return Object.entries(value).every(([key, child]) => !hasControls(key, false) && isPlain(child));
  }
  return typeof value !== 'string' || !hasControls(value, true);
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
