import { ApiProperty } from '@nestjs/swagger';
import { APP_ROLES, type AppRole } from '../../../access/roles.js';
import { MarkedPageDto } from '../../../contracts/marked-page.js';
import { MarkerQueryDto } from '../../../core/paging/marker.dto.js';
import { sortsBy } from '../../../core/paging/sort.js';
import { MembershipState } from '../../../core/prisma/generated/enums.js';
import { ChoiceField, ListField, TextField } from '../../../core/validation/fields.js';
import type { MemberSort } from '../member-list.queries.js';

export class MemberDto {
  @ApiProperty({ format: 'uuid', description: 'Id of the membership' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  userId: string;

  @ApiProperty({ example: 'Sasha Patel', description: 'The name in this organization, else the user’s own' })
  displayName: string;

  @ApiProperty({ format: 'email', example: 'sasha@auroralabs.com' })
  email: string;

  @ApiProperty({ type: String, nullable: true })
  avatarUrl: string | null;

  @ApiProperty({ example: 'OrganizationAdmin' })
  role: string;

  @ApiProperty({ enum: APP_ROLES, example: 'AppAdmin' })
  appRole: AppRole;

  @ApiProperty({ enum: MembershipState, example: 'Active' })
  state: MembershipState;

  @ApiProperty({ description: 'Whether the member’s logins start in this organization' })
  isPrimary: boolean;

  @ApiProperty({ format: 'date-time' })
  joinedAt: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    required: false,
    description: 'The last sign-in to the account, null before the first. OrganizationAdmins only',
  })
  lastSignInAt?: string | null;

  @ApiProperty({
    required: false,
    description: 'Whether the account has an authenticator app or a passkey. OrganizationAdmins only',
  })
  secondFactor?: boolean;
}

export class MemberPageDto extends MarkedPageDto(MemberDto) {}

/** Characters of a role's name. */
export const LONGEST_ROLE = 100;

const STATES = Object.values(MembershipState);

export class MemberQueryDto extends MarkerQueryDto {
  @TextField({ min: 0, max: 200, optional: true, description: 'Part of the name or the e-mail' })
  q = '';

  @TextField({ max: LONGEST_ROLE, optional: true, description: 'Only members with this role', example: 'Teacher' })
  role?: string;

  @ListField({ values: STATES, optional: true, description: 'Only members in these states' })
  state: MembershipState[] = [];

  @ChoiceField({
    values: sortsBy('joinedAt', 'displayName'),
    default: 'joinedAt',
    optional: true,
    description: 'The order. `-` reverses it. Names are ordered by code points, without regard to case and accents',
  })
  sort: MemberSort = 'joinedAt';
}

export class UpdateMemberDto {
  @TextField({
    max: LONGEST_ROLE,
    optional: true,
    description: 'OrganizationAdmin, Manager, Coach, Teacher, or an own role of the organization',
    example: 'Manager',
  })
  role?: string;

  @ChoiceField({ values: APP_ROLES, optional: true })
  appRole?: AppRole;

  @ChoiceField({ values: STATES, optional: true })
  state?: MembershipState;
}
