import { EmailField, LocaleField } from '../../../core/validation/fields.js';
import { DisplayNameField, PersonNameField } from '../../../core/validation/person-fields.js';

export class CreateUserDto {
  @EmailField()
  email: string;

  @PersonNameField({ optional: true, nullable: true, example: 'Alice' })
  givenName?: string | null;

  @PersonNameField({ optional: true, nullable: true, example: 'Example' })
  familyName?: string | null;

  @DisplayNameField({
    optional: true,
    example: 'Alice Example',
    description: 'Left out: given and family name, or else what stands before the @ of the address',
  })
  displayName?: string;

  @LocaleField({
    optional: true,
    nullable: true,
    example: 'pl',
    description: 'The language of the mails to the user until the user saves another. Left out: the caller’s',
  })
  locale?: string | null;
}

export class UpdateUserDto {
  @EmailField({
    optional: true,
    description: 'Takes the place of the primary address at once; the old one is told by mail',
  })
  email?: string;

  @PersonNameField({ optional: true, nullable: true, example: 'Alice' })
  givenName?: string | null;

  @PersonNameField({ optional: true, nullable: true, example: 'Example' })
  familyName?: string | null;

  @DisplayNameField({ optional: true, example: 'Alice Example' })
  displayName?: string;
}
