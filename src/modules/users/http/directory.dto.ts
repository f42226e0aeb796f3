import { ApiProperty } from '@nestjs/swagger';
import { UserStatus } from '../../../core/prisma/generated/enums.js';

/** A user in the directory contract: always these nine keys. */
export class DirectoryUserDto {
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

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ description: 'Id of a user or service account, or `root`' })
  createdBy: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  @ApiProperty({ description: 'Id of a user or service account, or `root`' })
  updatedBy: string;
}

/** One user described: the nine keys and the state of the account. */
export class DirectoryUserDetailsDto extends DirectoryUserDto {
  @ApiProperty({ enum: UserStatus, example: 'active', description: '`pending` until the first sign-in' })
  status: UserStatus;
}

export class DirectoryUserPageDto {
  @ApiProperty({ type: [DirectoryUserDto] })
  items: DirectoryUserDto[];

  @ApiProperty({ required: false, description: 'Send it to get the next page. Absent on the last page' })
  marker?: string;
}

export class TemporaryPasswordDto {
  @ApiProperty({ description: 'Shown once' })
  password: string;
}
