import { type ArgumentMetadata, Injectable, type Type, ValidationPipe } from '@nestjs/common';
import { instanceToPlain } from 'class-transformer';
import { message } from '../i18n/message.js';
import { canonicalId } from '../ids/ids.js';
import { MOST_KEYS, tooManyKeys } from './input-bounds.js';
import { bracketedKey, inputProblem, pointerToken, unknownKey, validationProblem } from './input-errors.js';
import { toDto } from './to-dto.js';

/** Keys that change the prototype of the object to which they are copied. */
const POISONOUS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Validates every body and query against its DTO: keys the DTO does not declare are refused, never dropped silently. JSON is
 * within the bounds of `input-bounds.ts` before it comes here. Ids in a path are taken in their stored form.
 */
@Injectable()
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      transformerPackage: {
        plainToInstance: <T>(dto: Type<T>, value: unknown) => toDto(dto, value),
        classToPlain: instanceToPlain,
      },
      whitelist: true,
      forbidNonWhitelisted: true,
      stopAtFirstError: true,
      validationError: { target: false, value: false },
      exceptionFactory: validationProblem,
    });
  }

  /** No body at all is an object without keys: each missing key is then an error. */
  override async transform(given: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const value = given === undefined && metadata.type === 'body' ? {} : given;
    if (metadata.type === 'param' && typeof value === 'string') {
      return canonicalId(value);
    }
    if (metadata.type === 'query') {
      refuseManyKeys(value);
      refuseBrackets(value);
    }
    if (metadata.type === 'body' || metadata.type === 'query') {
      refusePoison(value, '');
    }
    if (metadata.type === 'body' && this.toValidate(metadata)) {
      refuseOtherThanObject(value);
    }
    return super.transform(value, metadata) as Promise<unknown>;
  }

  protected override closeArrayGaps(): void {
    // Neither JSON nor a query has gaps, and looking for them takes longer than the validation.
  }

  protected override stripProtoKeys(): void {
    // `refusePoison` refused such keys.
  }
}

function refuseOtherThanObject(value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw inputProblem([{ pointer: '', code: 'is_object', detail: message('input.body_object') }]);
  }
}

/** A query of 16 KiB has room for a thousand keys, each of which class-transformer compares with all others. */
function refuseManyKeys(query: unknown): void {
  if (Object.keys(query ?? {}).length > MOST_KEYS) {
    throw inputProblem([tooManyKeys('')]);
  }
}

/** An unknown key alone would not explain it. */
function refuseBrackets(query: unknown): void {
  const keys = Object.keys(query ?? {}).filter((key) => /\[\d*\]$/.test(key));
  if (keys.length > 0) {
    throw inputProblem(keys.map(bracketedKey));
  }
}

/** class-transformer drops such keys before class-validator could see them, so they are looked for here. */
function refusePoison(value: unknown, pointer: string): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    const place = `${pointer}/${pointerToken(key)}`;
    if (POISONOUS.has(key)) {
      throw inputProblem([unknownKey(place)]);
    }
    refusePoison(child, place);
  }
}
