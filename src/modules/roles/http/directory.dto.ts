import { ApiProperty } from '@nestjs/swagger';
import { type Permission, PERMISSIONS } from '../../../access/scopes.js';
import { AttributionDto } from '../../../contracts/directory.js';
import { MarkedPageDto } from '../../../contracts/marked-page.js';
import { SetField, TextField } from '../../../core/validation/fields.js';

export class RoleDto extends AttributionDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null for the built-in roles' })
  organizationId: string | null;

  @ApiProperty({ example: 'Team lead' })
  name: string;

  @ApiProperty({ type: String, nullable: true, example: 'Looks after the teams' })
  description: string | null;

  @ApiProperty({
    enum: PERMISSIONS,
    isArray: true,
    example: ['orgs:write'],
    description: 'The permissions in addition to those of every active member',
  })
  permissions: string[];

  @ApiProperty({ description: 'Built-in roles are the same in every organization, and cannot be changed' })
  builtIn: boolean;
}

export class RolePageDto extends MarkedPageDto(RoleDto) {}

const LONGEST_NAME = 100;
const LONGEST_DESCRIPTION = 500;

const NAME = {
  max: LONGEST_NAME,
  example: 'Team lead',
  description: 'Unique in the organization, and not similar to the name of a built-in role',
};
const DESCRIPTION = {
  max: LONGEST_DESCRIPTION,
  multiline: true,
  optional: true,
  nullable: true,
  example: 'Looks after the teams',
};
const PERMITTED = {
  values: PERMISSIONS,
  min: 0,
  example: ['orgs:write'],
  description:
    'The permissions in addition to those of every active member. A caller cannot grant a permission that they do not have',
} as const;

export class CreateRoleDto {
  @TextField(NAME)
  name: string;

  @TextField(DESCRIPTION)
  description: string | null = null;

  @SetField(PERMITTED)
  permissions: Permission[];
}

export class UpdateRoleDto {
  @TextField({ ...NAME, optional: true })
  name?: string;

  @TextField(DESCRIPTION)
  description?: string | null;

  @SetField({ ...PERMITTED, optional: true })
  permissions?: Permission[];
}
