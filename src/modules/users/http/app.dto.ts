import { ApiProperty } from '@nestjs/swagger';
import { APP_ROLES, type AppRole } from '../../../access/roles.js';
import { AppPageDto } from '../../../contracts/app.js';
import { PageQueryDto } from '../../../core/paging/page.dto.js';
import { MembershipState } from '../../../core/prisma/generated/enums.js';
import { ChoiceField, ListField, TextField } from '../../../core/validation/fields.js';

export class AppUserDto {
  @ApiProperty({ example: 'user_019ab5e07c1d7f438a525d2f6c1b9e04' })
  id: string;

  @ApiProperty({ example: 'org_019ab5e07c1d7f438a525d2f6c1b9e05' })
  org_id: string;

  @ApiProperty({ example: 'acct_019ab5e07c1d7f438a525d2f6c1b9e06' })
  account_id: string;

  @ApiProperty({ example: 'Sasha Patel' })
  name: string;

  @ApiProperty({ format: 'email', example: 'sasha@auroralabs.com' })
  email: string;

  @ApiProperty({ enum: MembershipState, example: 'Active' })
  state: MembershipState;

  @ApiProperty({ enum: APP_ROLES, isArray: true, example: ['AppAdmin'] })
  roles: AppRole[];

  @ApiProperty({ format: 'date-time', description: 'Whole seconds', example: '2026-02-08T14:12:45Z' })
  created_at: string;
}

export class AppMeDto {
  @ApiProperty({ example: 'user_019ab5e07c1d7f438a525d2f6c1b9e04' })
  id: string;

  @ApiProperty({ example: 'org_019ab5e07c1d7f438a525d2f6c1b9e05' })
  org_id: string;

  @ApiProperty({ example: 'acct_019ab5e07c1d7f438a525d2f6c1b9e06' })
  account_id: string;

  @ApiProperty({ example: 'Sasha Patel' })
  name: string;

  @ApiProperty({ format: 'email', example: 'sasha@auroralabs.com' })
  email: string;

  @ApiProperty({ type: String, nullable: true, example: 'Product Ops Lead' })
  job_position_name: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Owns release coordination and analytics.' })
  job_position_description: string | null;

  @ApiProperty({ enum: MembershipState, example: 'Active' })
  state: MembershipState;

  @ApiProperty({ enum: APP_ROLES, isArray: true, example: ['AppAdmin'] })
  roles: AppRole[];

  @ApiProperty({ format: 'date-time', description: 'Whole seconds', example: '2026-02-08T14:12:45Z' })
  created_at: string;
}

/** The orders of the list, and what they are in the service. */
export const APP_USER_SORTS = {
  created_at: 'createdAt',
  '-created_at': '-createdAt',
  name: 'name',
  '-name': '-name',
} as const;

export class AppUserPageDto extends AppPageDto(AppUserDto) {}

export class AppUserQueryDto extends PageQueryDto {
  @ListField({ values: Object.values(MembershipState), optional: true, description: 'Only users in these states' })
  state: MembershipState[] = [];

  @TextField({ min: 0, max: 200, optional: true, description: 'Part of the name or the e-mail' })
  q = '';

  @ChoiceField({
    values: Object.keys(APP_USER_SORTS),
    default: 'created_at',
    optional: true,
    description: 'The order. `-` reverses it. Names are ordered by code points, without regard to case and accents',
  })
  sort: keyof typeof APP_USER_SORTS = 'created_at';
}
