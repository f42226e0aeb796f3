import { Transform } from 'class-transformer';
import { message } from '../i18n/message.js';
import {
  canonicalTimezone,
  isBirthDate,
  isPictureUrl,
  LONGEST_PHONE,
  LONGEST_URL,
  normalizePhone,
  WITHHELD_PHONE,
} from './person.js';
import { field, type FieldOptions, normalized, TextField } from './fields.js';
import { rule } from './says.js';

/** YYYY-MM-DD. */
const LENGTH_OF_DATE = 10;

/** The name a person is shown by. Never empty. */
export function DisplayNameField(options: FieldOptions = {}): PropertyDecorator {
  return TextField({ max: 200, example: 'Sasha Patel', ...options });
}

/** A given or family name. */
export function PersonNameField(options: FieldOptions = {}): PropertyDecorator {
  return TextField({ max: 100, ...options });
}

/** A text of a person about themselves, of one line or several. */
export function BioField(options: FieldOptions = {}): PropertyDecorator {
  return TextField({ max: 2000, multiline: true, min: 0, ...options });
}

/** An IANA time zone of the runtime's list, in its usual spelling: `europe/berlin` becomes `Europe/Berlin`. */
export function TimezoneField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { type: String, format: 'timezone', example: 'Europe/Berlin' },
    options,
    Transform(({ value }: { value: unknown }) => canonicalTimezone(value) ?? value),
    rule('isTimezone', message('input.timezone'), (value) => canonicalTimezone(value) !== undefined),
  );
}

/** A phone number in E.164 (spaces, hyphens and brackets are dropped), or the word `anonymous` to withhold it. */
export function PhoneNumberField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { type: String, maxLength: LONGEST_PHONE, example: '+493012345678' },
    {
      description:
        'A phone number in E.164: `+`, the country code and the number. Spaces, hyphens, dots, slashes and brackets are removed. National numbers without a country code, numbers with `00` instead of `+`, and extensions are refused. The word `anonymous` withholds the number.',
      ...options,
    },
    Transform(({ value }: { value: unknown }) => normalizePhone(value) ?? value),
    rule(
      'isPhoneNumber',
      message('input.phone', { withheld: WITHHELD_PHONE }),
      (value) => normalizePhone(value) !== undefined,
    ),
  );
}

/** A real day in the past, as YYYY-MM-DD. */
export function BirthDateField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { type: String, format: 'date', example: '1990-04-01' },
    options,
    normalized(LENGTH_OF_DATE),
    rule('isBirthDate', message('input.birth_date'), isBirthDate),
  );
}

/** The https address of a picture, or the one it was uploaded to. */
export function PictureUrlField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { type: String, format: 'uri', maxLength: LONGEST_URL, example: 'https://example.com/sasha.webp' },
    options,
    normalized(LONGEST_URL),
    rule('isHttpsUrl', message('input.https_url'), isPictureUrl),
  );
}
