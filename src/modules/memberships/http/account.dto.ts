import { ApiProperty } from '@nestjs/swagger';
import { APP_ROLES, type AppRole } from '../../../access/roles.js';
import { MembershipState } from '../../../core/prisma/generated/enums.js';

export class MyOrganizationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'auroralabs' })
  slug: string;

  @ApiProperty({ example: 'Aurora Labs' })
  name: string;

  @ApiProperty({ type: String, nullable: true })
  logoUrl: string | null;

  @ApiProperty({ example: 'OrganizationAdmin' })
  role: string;

  @ApiProperty({ enum: APP_ROLES, example: 'AppAdmin' })
  appRole: AppRole;

  @ApiProperty({ enum: MembershipState, example: 'Active' })
  state: MembershipState;

  @ApiProperty()
  isPrimary: boolean;

  @ApiProperty({ format: 'date-time' })
  joinedAt: string;
}

export class MyOrganizationListDto {
  @ApiProperty({ type: [MyOrganizationDto] })
  items: MyOrganizationDto[];
}
