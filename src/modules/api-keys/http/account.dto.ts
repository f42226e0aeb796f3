import { ApiProperty } from '@nestjs/swagger';
import { DEFAULT_SCOPES, type Scope, SCOPES } from '../../../access/scopes.js';
import { DateTimeField, IdField, SetField, TextField } from '../../../core/validation/fields.js';

export class ApiKeyDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'Nightly export' })
  name: string;

  @ApiProperty({ description: 'How the key begins: enough to recognise it', example: 'atr_live_Ky9Pf34q' })
  prefix: string;

  @ApiProperty({ enum: SCOPES, isArray: true, example: DEFAULT_SCOPES })
  scopes: Scope[];

  @ApiProperty({ format: 'uuid', description: 'The one organization it works in' })
  organizationId: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null: the key of a person' })
  serviceAccountId: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'May lag a minute' })
  lastUsedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null: never' })
  expiresAt: string | null;
}

export class MintedApiKeyDto extends ApiKeyDto {
  @ApiProperty({
    description: 'The key itself. It is shown this once: keep it like a password',
    example: 'atr_live_Ky9Pf34qY6Nb3wWD25RQ4F5ZR3qa7yEeeby3abP3E2Zs8IQ9Y',
  })
  key: string;
}

export class ApiKeyPageDto {
  @ApiProperty({ type: [ApiKeyDto] })
  items: ApiKeyDto[];

  @ApiProperty({ required: false, description: 'Pass it on to get the next page. Absent on the last one' })
  marker?: string;
}

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

export class OwnedApiKeyPageDto {
  @ApiProperty({ type: [OwnedApiKeyDto] })
  items: OwnedApiKeyDto[];

  @ApiProperty({ required: false, description: 'Pass it on to get the next page. Absent on the last one' })
  marker?: string;
}

export class MintApiKeyDto {
  @TextField({ max: 100, description: 'What it is for', example: 'Nightly export' })
  name: string;

  @SetField({ values: SCOPES, optional: true, default: DEFAULT_SCOPES, example: DEFAULT_SCOPES })
  scopes: Scope[] = [...DEFAULT_SCOPES];

  @DateTimeField({ optional: true, nullable: true, description: 'When it stops working. Null: never' })
  expiresAt: Date | null = null;

  @TextField({
    max: 64,
    optional: true,
    description: 'Slug or id of the organization it is to work in. Left out: the organization of the request',
    example: 'auroralabs',
  })
  organization?: string;

  @IdField({ optional: true, nullable: true, description: 'A service account of that organization that is to own it' })
  serviceAccountId: string | null = null;
}

export class ApiKeyParamsDto {
  @IdField()
  id: string;
}
