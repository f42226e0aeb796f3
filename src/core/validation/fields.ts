import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';
import { message } from '../i18n/message.js';
import { isAddress, LONGEST_EMAIL, normalizeEmail } from './address.js';
import { CanonicalId } from './canonical-id.js';
import { Characters, MaxCharacters, MinCharacters } from './characters.js';
import { parseDateTime } from './date-time.js';

import { canonicalLocale } from './language-tags.js';
import { NoControls } from './no-controls.js';
import { NoLongMarkRuns } from './no-long-mark-runs.js';
import { rule, says } from './says.js';
import { isReservedSlug, isSlug, LONGEST_SLUG, SHORTEST_SLUG, SLUG_FORMAT } from './slugs.js';
import { normalizeText } from './text.js';
import { normalizeCode } from './typed-code.js';

/** What every field decorator takes beside its own rules. */
export interface FieldOptions {
  readonly description?: string;
  readonly example?: unknown;
  /** The meaning of an omitted key. */
  readonly default?: unknown;
  /** Whether the key may be omitted: always, or depending on the rest of the body. */
  readonly optional?: boolean | ((dto: object) => boolean);
  /** `null` is accepted and clears the value. */
  readonly nullable?: boolean;
}

const SHORTEST_PASSWORD = 8;
const LONGEST_PASSWORD = 128;
const LONGEST_LOCALE = 64;
const LONGEST_TOKEN = 512;
const LONGEST_CODE = 64;
const LONGEST_USERNAME = 64;

/** An e-mail address, taken in its stored form: see {@link normalizeEmail}. */
export function EmailField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { type: String, format: 'email', maxLength: LONGEST_EMAIL, example: 'alice@example.com' },
    options,
    Transform(({ value }) => normalizeEmail(value)),
    rule('isEmail', message('input.email'), isAddress),
    MaxCharacters(LONGEST_EMAIL),
  );
}

/** A password as its owner types it: no rule but a bound that keeps hashing cheap. */
export function GivenPasswordField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { type: String, format: 'password', minLength: 1, maxLength: LONGEST_PASSWORD },
    options,
    IsString(says('input.string')),
    Characters(1, LONGEST_PASSWORD),
  );
}

/** A password to be: 8 to 128 characters of any kind (NIST SP 800-63B, section 5.1.1). */
export function NewPasswordField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { type: String, format: 'password', minLength: SHORTEST_PASSWORD, maxLength: LONGEST_PASSWORD },
    options,
    IsString(says('input.string')),
    Characters(SHORTEST_PASSWORD, LONGEST_PASSWORD),
  );
}

/** A secret that was issued to be sent back: the token of a link, or of a pending sign-in. */
export function TokenField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { type: String, minLength: 1, maxLength: LONGEST_TOKEN },
    options,
    IsString(says('input.string')),
    Characters(1, LONGEST_TOKEN, message('input.token')),
  );
}

/** A code that is typed: six digits of an authenticator app, or a recovery code. See {@link normalizeCode}. */
export function CodeField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { type: String, minLength: 1, maxLength: LONGEST_CODE, example: '123456' },
    options,
    Transform(({ value }) => normalizeCode(value, LONGEST_CODE)),
    IsString(says('input.string')),
    Characters(1, LONGEST_CODE, message('input.code')),
  );
}

/** A language tag (BCP 47), taken in its canonical form: `EN-us` becomes `en-US`. */
export function LocaleField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { type: String, format: 'locale-bcp47', maxLength: LONGEST_LOCALE, example: 'en' },
    options,
    Transform(({ value }: { value: unknown }) => canonicalLocale(value) ?? value),
    rule('isLocale', message('input.locale'), (value) => canonicalLocale(value) !== undefined),
    MaxCharacters(LONGEST_LOCALE),
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
    normalized(max),
    IsString(says('input.string')),
    MaxCharacters(max),
    MinCharacters(min),
    NoLongMarkRuns(),
    NoControls(multiline),
  );
}

/** The name of a caller that is no person. */
export function UsernameField(options: FieldOptions = {}): PropertyDecorator {
  const pattern = /^[a-z0-9._-]{2,64}$/;
  return field(
    { type: String, pattern: pattern.source, example: 'ci-deploy-bot' },
    options,
    normalized(LONGEST_USERNAME),
    IsString(says('input.string')),
    Matches(pattern, says('input.username')),
  );
}

/** What an organization is called in URLs: 2 to 48 of a–z, 0–9 and single hyphens inside, and no word of ours. */
export function SlugField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    {
      type: String,
      pattern: SLUG_FORMAT.source,
      minLength: SHORTEST_SLUG,
      maxLength: LONGEST_SLUG,
      example: 'auroralabs',
    },
    options,
    normalized(LONGEST_SLUG),
    rule('isSlug', message('input.slug', { min: SHORTEST_SLUG, max: LONGEST_SLUG }), isSlug),
    rule('notReserved', message('input.reserved'), (value) => !isReservedSlug(value)),
  );
}

/** One of the given values. */
export function ChoiceField(options: FieldOptions & { values: readonly string[] }): PropertyDecorator {
  const { values } = options;
  return field(
    { type: String, enum: [...values] },
    options,
    IsIn(values, says('input.choice', { values: values.join(', ') })),
  );
}

/** Some of the given values, each at most once, as a JSON array. @param options `min`: how many at least, one or none */
export function SetField(options: FieldOptions & { values: readonly string[]; min?: 0 | 1 }): PropertyDecorator {
  const { values, min = 1 } = options;
  return field(
    {
      type: 'array',
      items: { type: 'string', enum: [...values] },
      minItems: min,
      maxItems: values.length,
      uniqueItems: true,
    },
    options,
    IsArray(says('input.array')),
    ArrayMinSize(min, says('input.one_item')),
    IsIn(values, { each: true, ...says('input.set', { values: values.join(', ') }) }),
    ArrayUnique(says('input.unique')),
  );
}

/** A time with its offset (RFC 3339), taken as a Date. */
export function DateTimeField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { type: String, format: 'date-time', example: '2030-01-01T00:00:00.000Z' },
    options,
    Transform(({ value }) => parseDateTime(value) ?? (value as unknown)),
    IsDate(says('input.date_time')),
  );
}

/** An id in the form of a UUID, taken in its stored form: small letters. */
export function IdField(options: FieldOptions = {}): PropertyDecorator {
  return field({ type: String, format: 'uuid' }, options, CanonicalId(), IsUUID('all', says('input.uuid')));
}

/** A whole number. In a query it is written in decimal digits. */
export function IntegerField(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  const { min, max } = options;
  return field(
    { type: 'integer', format: 'int32', minimum: min, maximum: max },
    options,
    Transform(({ value }) => fromDigits(value)),
    IsInt(says('input.integer')),
    Min(min, says('input.min', { min })),
    Max(max, says('input.max', { max })),
  );
}

/** True or false. */
export function BooleanField(options: FieldOptions = {}): PropertyDecorator {
  return field({ type: Boolean }, options, IsBoolean(says('input.boolean')));
}

/** A comma list in a query, each of the given values. A value counts once. */
export function ListField(options: FieldOptions & { values: readonly string[] }): PropertyDecorator {
  const { values } = options;
  return field(
    { type: 'array', items: { type: 'string', enum: [...values] }, maxItems: values.length },
    options,
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? [...new Set(value.split(',').map((item) => item.trim()))] : value,
    ),
    IsIn(values, { each: true, ...says('input.list', { values: values.join(', ') }) }),
  );
}

/** `Number` would take `0x10`, `1e3`, spaces and the empty string for numbers too. */
function fromDigits(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
}

/** Takes text in the form of {@link normalizeText}. */
export function normalized(max: number): PropertyDecorator {
  return Transform(({ value }) => normalizeText(value, max));
}

/** Puts a field together: its documentation, its rules, and what optional and nullable mean for both. */
export function field(
  schema: ApiPropertyOptions,
  options: FieldOptions,
  ...rules: PropertyDecorator[]
): PropertyDecorator {
  const { description, optional = false, nullable = false } = options;
  const documented = {
    ...schema,
    description,
    required: !optional,
    nullable,
    default: options.default,
    example: options.example ?? schema.example,
  } as ApiPropertyOptions;
  return applyDecorators(ApiProperty(documented), ...absence(optional, nullable), ...rules);
}

/** class-validator's IsOptional lets null through as well: only a nullable field may have that. */
function absence(optional: boolean | ((dto: object) => boolean), nullable: boolean): PropertyDecorator[] {
  if (typeof optional === 'function') {
    return [ValidateIf((dto: object, value) => value !== undefined || !optional(dto))];
  }
  if (optional && nullable) {
    return [IsOptional()];
  }
  if (optional) {
    return [ValidateIf((_, value) => value !== undefined)];
  }
  return nullable ? [ValidateIf((_, value) => value !== null)] : [];
}
