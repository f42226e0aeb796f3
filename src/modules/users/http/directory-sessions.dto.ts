import { ApiProperty } from '@nestjs/swagger';
import { MarkedPageDto } from '../../../contracts/marked-page.js';

export class UserSessionDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'date-time' })
  authTime: string;

  @ApiProperty({ format: 'date-time', description: 'Can be a minute late' })
  lastUsedAt: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({ example: '192.0.2.7' })
  remoteIp: string;

  @ApiProperty()
  userAgent: string;

  @ApiProperty({ type: [String], example: ['pwd', 'otp', 'mfa'], description: 'The methods of the sign-in (RFC 8176)' })
  amr: string[];
}

export class UserSessionPageDto extends MarkedPageDto(UserSessionDto) {}
