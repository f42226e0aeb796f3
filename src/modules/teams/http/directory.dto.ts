import { ApiProperty } from '@nestjs/swagger';

export class MyTeamDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  organizationId: string;

  @ApiProperty({ example: 'Platform' })
  name: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ description: 'Id of a user or service account, or `root`' })
  createdBy: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  @ApiProperty({ description: 'Id of a user or service account, or `root`' })
  updatedBy: string;

  @ApiProperty({ format: 'uuid', description: 'What a new member of the team becomes in it' })
  defaultRoleId: string;

  @ApiProperty({ example: 'Manager', description: 'The caller’s role in the team' })
  role: string;

  @ApiProperty({ format: 'uuid' })
  roleId: string;
}

export class MyTeamListDto {
  @ApiProperty({ type: [MyTeamDto] })
  items: MyTeamDto[];
}
