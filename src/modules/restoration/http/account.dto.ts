import { EmailField } from '../../../core/validation/fields.js';

export class RestoreOrganizationDto {
  @EmailField({
    optional: true,
    description:
      'Required when the organization has no active administrator, otherwise refused. The address is invited as OrganizationAdmin and AppAdmin',
  })
  administratorEmail?: string;
}
