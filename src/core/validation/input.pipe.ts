import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import { message } from '../i18n/message.js';
import { canonicalId } from '../ids/ids.js';
import { inputProblem, pointerToken, validationProblem } from './input-errors.js';

/** Keys that reach into the prototype of whatever they are copied onto. */
const POISONOUS = new Set(['__proto__', 'constructor', 'prototype']);

/** Deeper input than any route takes; a limit keeps hostile nesting from exhausting the stack. */
const DEEPEST = 32;

/**
 * Validates every body and query against its DTO: keys the DTO does not declare are refused, never dropped silently. Ids in a
 * path are taken in their stored form.
 */
@Injectable()
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      stopAtFirstError: true,
      validationError: { target: false, value: false },
      exceptionFactory: validationProblem,
    });
  }

  /** No body at all is an object without keys: what it lacks is then told key by key. */
  override async transform(given: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const value = given === undefined && metadata.type === 'body' ? {} : given;
    if (metadata.type === 'param' && typeof value === 'string') {
      return canonicalId(value);
    }
    if (metadata.type === 'body' || metadata.type === 'query') {
      refusePoison(value, '');
    }
    if (metadata.type === 'body' && this.toValidate(metadata)) {
      refuseOtherThanObject(value);
    }
    return super.transform(value, metadata) as Promise<unknown>;
  }
}

function refuseOtherThanObject(value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw inputProblem([{ pointer: '', code: 'is_object', detail: message('input.body_object') }]);
  }
}

/** class-transformer drops such keys before class-validator could see them, so they are looked for here. */
function refusePoison(value: unknown, pointer: string, depth = 0): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  if (depth > DEEPEST) {
    throw inputProblem([{ pointer: '', code: 'max_depth', detail: message('input.max_depth', { levels: DEEPEST }) }]);
  }
  for (const [key, child] of Object.entries(value)) {
    const place = `${pointer}/${pointerToken(key)}`;
    if (POISONOUS.has(key)) {
      throw inputProblem([{ pointer: place, code: 'unknown_key', detail: message('input.unknown_key') }]);
    }
    refusePoison(child, place, depth + 1);
  }
}
