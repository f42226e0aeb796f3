import { ApiProperty } from '@nestjs/swagger';
import { DEFAULT_SCOPES, type Scope, SCOPES } from '../../../access/scopes.js';
import { MarkedPageDto } from '../../../contracts/marked-page.js';
import { DateTimeField, IdField, SetField, TextField } from '../../../core/validation/fields.js';

export class ApiKeyDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'Nightly export' })
  name: string;

  @ApiProperty({ description: 'The beginning of the key, to recognize it', example: 'atr_live_Ky9Pf34q' })
  prefix: string;

  @ApiProperty({ enum: SCOPES, isArray: true, example: DEFAULT_SCOPES })
  scopes: Scope[];

  @ApiProperty({ format: 'uuid', description: 'The only organization in which the key works' })
  organizationId: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null for the key of a person' })
  serviceAccountId: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Can be a minute late' })
  lastUsedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null if it does not expire' })
  expiresAt: string | null;
}

export class MintedApiKeyDto extends ApiKeyDto {
  @ApiProperty({
    description: 'The key itself. It is shown only once: store it like a password',
    example: 'atr_live_Ky9Pf34qY6Nb3wWD25RQ4F5ZR3qa7yEeeby3abP3E2Zs8IQ9Y',
  })
  key: string;
}

export class ApiKeyPageDto extends MarkedPageDto(ApiKeyDto) {}

export class ApiKeyOwnerDto {
  @ApiProperty({ enum: ['user', 'serviceAccount'] })
  kind: 'user' | 'serviceAccount';

  @ApiProperty({ format: 'uuid', description: 'Id of the user or the service account' })
  id: string;

  @ApiProperty({ example: 'Sasha Patel', description: 'The name of the owner in the organization' })
  displayName: string;
}

export class OwnedApiKeyDto extends ApiKeyDto {
  @ApiProperty({ type: ApiKeyOwnerDto })
  owner: ApiKeyOwnerDto;
}

export class OwnedApiKeyPageDto extends MarkedPageDto(OwnedApiKeyDto) {}

export class MintApiKeyDto {
  @TextField({ max: 100, description: 'The purpose of the key', example: 'Nightly export' })
  name: string;

  @SetField({ values: SCOPES, optional: true, default: DEFAULT_SCOPES, example: DEFAULT_SCOPES })
  scopes: Scope[] = [...DEFAULT_SCOPES];

  @DateTimeField({ optional: true, nullable: true, description: 'When the key expires. Null: it does not expire' })
  expiresAt: Date | null = null;

  @TextField({
    max: 64,
    optional: true,
    description: 'Slug or id of the organization in which the key works. Default: the organization of the request',
    example: 'auroralabs',
  })
  organization?: string;

  @IdField({
    optional: true,
    nullable: true,
    description: 'A service account of that organization, as the owner of the key',
  })
  serviceAccountId: string | null = null;
}

export class ApiKeyParamsDto {
  @IdField()
  id: string;
}
