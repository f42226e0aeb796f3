import { ApiProperty } from '@nestjs/swagger';
import { APP_ROLES, type AppRole, LEAST_ROLE } from '../../../access/roles.js';
import { MarkedPageDto } from '../../../contracts/marked-page.js';
import { MarkerQueryDto } from '../../../core/paging/marker.dto.js';
import { ChoiceField, EmailField, ListField, LocaleField, TextField } from '../../../core/validation/fields.js';
import { LONGEST_ROLE } from '../../memberships/http/account-members.dto.js';
import { INVITATION_STATES, type InvitationState } from '../invitation-state.js';

export class InvitationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'email', example: 'alice@example.com' })
  email: string;

  @ApiProperty({ example: 'Teacher' })
  role: string;

  @ApiProperty({ enum: APP_ROLES, example: 'AppMember' })
  appRole: AppRole;

  @ApiProperty({ enum: INVITATION_STATES, example: 'pending' })
  state: InvitationState;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ description: 'Id of a user or service account, or `root`' })
  createdBy: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  acceptedAt: string | null;
}

export class InvitationPageDto extends MarkedPageDto(InvitationDto) {}

export class InvitationQueryDto extends MarkerQueryDto {
  @ListField({ values: INVITATION_STATES, optional: true, description: 'Only invitations in these states' })
  state: InvitationState[] = [];
}

export class InviteDto {
  @EmailField()
  email: string;

  @TextField({
    max: LONGEST_ROLE,
    optional: true,
    description: `OrganizationAdmin, Manager, Coach, Teacher, or an own role of the organization. Default: the role of the pending invitation, else ${LEAST_ROLE}`,
    example: 'Coach',
  })
  role?: string;

  @ChoiceField({
    values: APP_ROLES,
    optional: true,
    description: 'Default: the app role of the pending invitation, else AppMember',
  })
  appRole?: AppRole;

  @LocaleField({
    optional: true,
    description:
      'The language of the mail, unless the owner of the address has saved one. It is also the language of an account that is created by accepting, unless the registration names one. Default: the language of the pending invitation, else for the mail the caller’s',
  })
  locale?: string;
}
