import { ApiProperty } from '@nestjs/swagger';

export class LoginEntryDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'The same for all logins of one browser' })
  deviceId: string;

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

  @ApiProperty({ description: 'Whether it is the login of this request' })
  isCurrent: boolean;
}

export class LoginListDto {
  @ApiProperty({ type: [LoginEntryDto] })
  items: LoginEntryDto[];
}

export class TrustedDeviceDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'The same id as in the logins of the browser' })
  deviceId: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ example: '192.0.2.7' })
  remoteIp: string;

  @ApiProperty()
  userAgent: string;
}

export class TrustedDeviceListDto {
  @ApiProperty({ type: [TrustedDeviceDto] })
  items: TrustedDeviceDto[];
}
