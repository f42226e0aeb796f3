import { ApiProperty } from '@nestjs/swagger';
import { AttributionDto } from '../../../contracts/directory.js';
import { MarkedPageDto } from '../../../contracts/marked-page.js';
import { MarkerQueryDto } from '../../../core/paging/marker.dto.js';
import { sortsBy } from '../../../core/paging/sort.js';
import { UserStatus } from '../../../core/prisma/generated/enums.js';
import { ChoiceField, ListField, TextField } from '../../../core/validation/fields.js';
import type { UserSort } from '../members/users.queries.js';

/** A user in the directory contract: always these nine keys. */
export class DirectoryUserDto extends AttributionDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'email', example: 'alice@example.com' })
  email: string;

  @ApiProperty({ type: String, nullable: true, example: 'Alice' })
  givenName: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Example' })
  familyName: string | null;

  @ApiProperty({ example: 'Alice Example' })
  displayName: string;
}

/** One user described: the nine keys and the state of the account. */
export class DirectoryUserDetailsDto extends DirectoryUserDto {
  @ApiProperty({ enum: UserStatus, example: 'active', description: '`pending` until the first sign-in' })
  status: UserStatus;
}

export class DirectoryUserPageDto extends MarkedPageDto(DirectoryUserDto) {}

export class DirectoryUserQueryDto extends MarkerQueryDto {
  @TextField({
    min: 0,
    max: 200,
    optional: true,
    description: 'Part of a name, in the organization or of the account, or of the e-mail',
  })
  q = '';

  @ListField({
    values: Object.values(UserStatus),
    optional: true,
    description: 'Only users whose account has one of these statuses',
  })
  status: UserStatus[] = [];

  @ChoiceField({
    values: ['true', 'false'],
    optional: true,
    description: 'Only users with, or without, a second factor. OrganizationAdmins only',
  })
  secondFactor?: 'true' | 'false';

  @ChoiceField({
    values: sortsBy('joinedAt', 'createdAt', 'displayName'),
    default: 'joinedAt',
    optional: true,
    description:
      'The order: the time of joining, or the creation or the name of the account. `-` reverses it. Names are ordered by code points, without regard to case and accents',
  })
  sort: UserSort = 'joinedAt';
}

export class TemporaryPasswordDto {
  @ApiProperty({ description: 'Shown once' })
  password: string;
}
