import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { NoControls } from './no-controls.js';
import { normalizeEmail, normalizeText } from './text.js';

/** What every field decorator takes beside its own rules. */
export interface FieldOptions {
  readonly description?: string;
  readonly example?: unknown;
  /** The key may be left out. */
  readonly optional?: boolean;
  /** `null` is accepted and clears the value. */
  readonly nullable?: boolean;
}

const LONGEST_EMAIL = 254;
const LONGEST_PASSWORD = 128;

/** An e-mail address, taken in its stored form: trimmed, NFKC, lower case. */
export function EmailField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { type: String, format: 'email', maxLength: LONGEST_EMAIL, example: 'alice@example.com' },
    options,
    Transform(({ value }) => normalizeEmail(value)),
    IsEmail({}, { message: 'Must be an e-mail address.' }),
    MaxLength(LONGEST_EMAIL, { message: `Must have at most ${LONGEST_EMAIL.toString()} characters.` }),
  );
}

/** A password as its owner types it: no rule but a bound that keeps hashing cheap. */
export function GivenPasswordField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { type: String, format: 'password', minLength: 1, maxLength: LONGEST_PASSWORD },
    options,
    IsString({ message: 'Must be a string.' }),
    Length(1, LONGEST_PASSWORD, { message: `Must have 1 to ${LONGEST_PASSWORD.toString()} characters.` }),
  );
}

/** Text of one line, or of several, stored trimmed and in NFC. */
export function TextField(
  options: FieldOptions & { min?: number; max: number; multiline?: boolean },
): PropertyDecorator {
  const { min = 1, max, multiline = false } = options;
  return field(
    { type: String, minLength: min, maxLength: max },
    options,
    Transform(({ value }) => normalizeText(value)),
    IsString({ message: 'Must be a string.' }),
    MinLength(min, { message: `Must have at least ${min.toString()} character.` }),
    MaxLength(max, { message: `Must have at most ${max.toString()} characters.` }),
    NoControls(multiline),
  );
}

/** An id in the form of a UUID. */
export function IdField(options: FieldOptions = {}): PropertyDecorator {
  return field({ type: String, format: 'uuid' }, options, IsUUID('all', { message: 'Must be a UUID.' }));
}

/** A whole number. In a query it is written in decimal digits. */
export function IntegerField(
  options: FieldOptions & { min: number; max: number; default?: number },
): PropertyDecorator {
  const { min, max } = options;
  return field(
    { type: 'integer', format: 'int32', minimum: min, maximum: max, default: options.default },
    options,
    Type(() => Number),
    IsInt({ message: 'Must be a whole number.' }),
    Min(min, { message: `Must be at least ${min.toString()}.` }),
    Max(max, { message: `Must be at most ${max.toString()}.` }),
  );
}

/** True or false. */
export function BooleanField(options: FieldOptions = {}): PropertyDecorator {
  return field({ type: Boolean }, options, IsBoolean({ message: 'Must be true or false.' }));
}

/** A comma list in a query, each of the given values. */
export function ListField(options: FieldOptions & { values: readonly string[] }): PropertyDecorator {
  const { values } = options;
  return field(
    { type: 'array', items: { type: 'string', enum: [...values] } },
    options,
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? value.split(',').map((item) => item.trim()) : value,
    ),
    IsIn(values, { each: true, message: `Must be a comma list of ${values.join(', ')}.` }),
  );
}

/** Puts a field's documentation and its rules together, with what optional and nullable mean for both. */
function field(schema: ApiPropertyOptions, options: FieldOptions, ...rules: PropertyDecorator[]): PropertyDecorator {
  const { description, optional = false, nullable = false } = options;
  const documented = {
    ...schema,
    description,
    required: !optional,
    nullable,
    example: options.example ?? schema.example,
  } as ApiPropertyOptions;
  return applyDecorators(ApiProperty(documented), ...absence(optional, nullable), ...rules);
}

/** class-validator's IsOptional lets null through as well: only a nullable field may have that. */
function absence(optional: boolean, nullable: boolean): PropertyDecorator[] {
  if (optional && nullable) {
    return [IsOptional()];
  }
  if (optional) {
    return [ValidateIf((_, value) => value !== undefined)];
  }
  return nullable ? [ValidateIf((_, value) => value !== null)] : [];
}
