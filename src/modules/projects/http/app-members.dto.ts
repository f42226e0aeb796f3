import { ApiProperty } from '@nestjs/swagger';
import { AppPageDto } from '../../../contracts/app.js';
import { ProjectRole } from '../../../core/prisma/generated/enums.js';
import { TextField } from '../../../core/validation/fields.js';

const ROLES = Object.values(ProjectRole);

export class AppProjectMemberDto {
  @ApiProperty({ example: 'proj_019ab5e07c1d7f438a525d2f6c1b9e07' })
  project_id: string;

  @ApiProperty({ example: 'user_019ab5e07c1d7f438a525d2f6c1b9e04' })
  user_id: string;

  @ApiProperty({ enum: ROLES, example: 'Editor' })
  role: ProjectRole;

  @ApiProperty({ format: 'date-time', description: 'Whole seconds', example: '2026-02-08T14:12:45Z' })
  created_at: string;
}

export class AppProjectMemberPageDto extends AppPageDto(AppProjectMemberDto) {}

/** The service checks whether it is a role: an unknown one is `invalid_role`, as everywhere. */
const ROLE = { max: 100, description: ROLES.join(', '), example: 'Editor' };

export class AddAppProjectMemberDto {
  @TextField({ max: 100, description: '`user_…`, or the UUID', example: 'user_019ab5e07c1d7f438a525d2f6c1b9e04' })
  user_id: string;

  @TextField({ ...ROLE, optional: true, description: `${ROLE.description}. Default: the default role of the project` })
  role?: string;
}

export class ChangeAppProjectMemberDto {
  @TextField(ROLE)
  role: string;
}
