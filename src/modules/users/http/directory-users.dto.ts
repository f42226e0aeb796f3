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
    description: 'Default: given and family name, else the part of the address before the @',
  })
  displayName?: string;

  @LocaleField({
    optional: true,
    nullable: true,
    example: 'pl',
    description: 'The language of mails to the user, until the user saves another. Default: the caller’s language',
  })
  locale?: string | null;
}

export class UpdateUserDto {
  @EmailField({
    optional: true,
    description: 'Replaces the primary address at once. The old address is notified by mail',
  })
  email?: string;

  @PersonNameField({ optional: true, nullable: true, example: 'Alice' })
  givenName?: string | null;

  @PersonNameField({ optional: true, nullable: true, example: 'Example' })
  familyName?: string | null;

  @DisplayNameField({ optional: true, example: 'Alice Example' })
  displayName?: string;
}
