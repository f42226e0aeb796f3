import { ApiProperty } from '@nestjs/swagger';
import { AttributionDto } from '../../../contracts/directory.js';
import { MarkedPageDto } from '../../../contracts/marked-page.js';
import { UserStatus } from '../../../core/prisma/generated/enums.js';

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

export class TemporaryPasswordDto {
  @ApiProperty({ description: 'Shown once' })
  password: string;
}
