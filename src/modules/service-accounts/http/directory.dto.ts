import { ApiProperty } from '@nestjs/swagger';
import { APP_ROLES, type AppRole, LEAST_ROLE } from '../../../access/roles.js';
import { AttributionDto } from '../../../contracts/directory.js';
import { MarkedPageDto } from '../../../contracts/marked-page.js';
import { ChoiceField, TextField, UsernameField } from '../../../core/validation/fields.js';

/** A service account in the directory contract: always these seven keys. */
export class ServiceAccountDto extends AttributionDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'ci-deploy-bot' })
  username: string;

  @ApiProperty({ type: String, nullable: true })
  description: string | null;
}

export class ServiceAccountPageDto extends MarkedPageDto(ServiceAccountDto) {}

const LONGEST_DESCRIPTION = 500;
const LONGEST_ROLE = 100;

const USERNAME = { description: 'Unique in the organization' };
const DESCRIPTION = { max: LONGEST_DESCRIPTION, multiline: true, optional: true, nullable: true };
const ROLE = {
  max: LONGEST_ROLE,
  optional: true,
  description: 'OrganizationAdmin, Manager, Coach, Teacher, or an own role of the organization',
  example: 'Teacher',
};
const APP_ROLE = { values: APP_ROLES, optional: true };

export class CreateServiceAccountDto {
  @UsernameField(USERNAME)
  username: string;

  @TextField({ ...DESCRIPTION, example: 'Deploys releases' })
  description: string | null = null;

  @TextField({ ...ROLE, default: LEAST_ROLE })
  role: string = LEAST_ROLE;

  @ChoiceField({ ...APP_ROLE, default: 'AppMember' })
  appRole: AppRole = 'AppMember';
}

export class UpdateServiceAccountDto {
  @UsernameField({ ...USERNAME, optional: true })
  username?: string;

  @TextField(DESCRIPTION)
  description?: string | null;

  @TextField(ROLE)
  role?: string;

  @ChoiceField(APP_ROLE)
  appRole?: AppRole;
}
