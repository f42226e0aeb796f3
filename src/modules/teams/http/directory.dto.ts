import { ApiProperty } from '@nestjs/swagger';
import { AttributionDto } from '../../../contracts/directory.js';
import { MarkedPageDto } from '../../../contracts/marked-page.js';
import { IdField, TextField } from '../../../core/validation/fields.js';

export class TeamDto extends AttributionDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  organizationId: string;

  @ApiProperty({ example: 'Platform' })
  name: string;

  @ApiProperty({ format: 'uuid', description: 'The role of a new member of the team' })
  defaultRoleId: string;
}

export class MyTeamDto extends TeamDto {
  @ApiProperty({ example: 'Manager', description: 'The caller’s role in the team' })
  role: string;

  @ApiProperty({ format: 'uuid' })
  roleId: string;
}

export class MyTeamListDto {
  @ApiProperty({ type: [MyTeamDto] })
  items: MyTeamDto[];
}

export class TeamPageDto extends MarkedPageDto(TeamDto) {}

export class TeamMemberDto {
  @ApiProperty({ format: 'uuid' })
  userId: string;

  @ApiProperty({ format: 'uuid' })
  membershipId: string;

  @ApiProperty({ example: 'Alice Example' })
  displayName: string;

  @ApiProperty({ format: 'email', example: 'alice@example.com' })
  email: string;

  @ApiProperty({
    example: 'Teacher',
    description: 'The role in the team. It does not depend on the role in the organization',
  })
  role: string;

  @ApiProperty({ format: 'uuid' })
  roleId: string;

  @ApiProperty({ format: 'date-time', description: 'When the user was added to the team' })
  createdAt: string;

  @ApiProperty({ description: 'Id of a user or service account, or `root`' })
  createdBy: string;
}

export class TeamMemberPageDto extends MarkedPageDto(TeamMemberDto) {}

const LONGEST_NAME = 100;

const NAME = { max: LONGEST_NAME, example: 'Platform', description: 'Unique in the organization' };
const DEFAULT_ROLE = {
  optional: true,
  description: 'A role of the organization. New members of the team get it',
};

export class CreateTeamDto {
  @TextField(NAME)
  name: string;

  @IdField({ ...DEFAULT_ROLE, description: `${DEFAULT_ROLE.description}. Default: Teacher` })
  defaultRoleId?: string;
}

export class UpdateTeamDto {
  @TextField({ ...NAME, optional: true })
  name?: string;

  @IdField(DEFAULT_ROLE)
  defaultRoleId?: string;
}

export class PutTeamMemberDto {
  @IdField({ optional: true, description: 'A role of the organization. Default: the team’s default role' })
  roleId?: string;
}

export class UpdateTeamMemberDto {
  @IdField({ description: 'A role of the organization' })
  roleId: string;
}
