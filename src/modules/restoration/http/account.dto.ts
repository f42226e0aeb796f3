import { EmailField } from '../../../core/validation/fields.js';

export class RestoreOrganizationDto {
  @EmailField({
    optional: true,
    description:
      'Required when no active administrator is left, else refused. The address is invited as OrganizationAdmin and AppAdmin',
  })
  administratorEmail?: string;
}
