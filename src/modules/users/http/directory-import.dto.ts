import { APP_ROLES, type AppRole } from '../../../access/roles.js';
import { ChoiceField, TextField } from '../../../core/validation/fields.js';
import { CreateUserDto } from './directory-users.dto.js';

/** One row of an import. */
export class ImportedUserDto extends CreateUserDto {
  @TextField({ max: 100, optional: true, example: 'Teacher' })
  role?: string;

  @ChoiceField({ values: APP_ROLES, optional: true, example: 'AppMember' })
  appRole?: AppRole;
}

export class ImportQueryDto {
  @ChoiceField({
    values: ['true', 'false'],
    default: 'true',
    optional: true,
    description: 'Whether a link to choose a password is mailed to the owners of new accounts, 20 a second',
  })
  sendMail: 'true' | 'false' = 'true';
}
