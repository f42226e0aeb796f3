import { ApiProperty } from '@nestjs/swagger';
import { COUNT } from '../../../core/openapi/integers.js';
import { CodeField } from '../../../core/validation/fields.js';

export class TotpSetupDto {
  @ApiProperty({ description: 'Base 32', example: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' })
  secret: string;

  @ApiProperty({ example: 'otpauth://totp/Atrium:alice%40example.com?secret=…&issuer=Atrium' })
  otpauthUri: string;

  @ApiProperty({ description: 'Data URI of an SVG' })
  qrCode: string;
}

export class ActivateTotpDto {
  @CodeField({ description: 'A code of the new secret' })
  code: string;
}

export class RecoveryCodesDto {
  @ApiProperty({
    type: [String],
    minItems: 10,
    maxItems: 10,
    description: 'Each code works once. The codes are shown only here',
  })
  recoveryCodes: string[];
}

export class FactorsDto {
  @ApiProperty({ description: 'Whether the account has a password' })
  passwordSet: boolean;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the authenticator app was activated. Null: there is none',
  })
  totpActivatedAt: string | null;

  @ApiProperty({ ...COUNT, description: 'The number of passkeys' })
  passkeys: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    maximum: 10,
    description: 'The number of recovery codes that were not used',
  })
  recoveryCodesLeft: number;
}
