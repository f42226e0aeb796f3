import { ApiProperty } from '@nestjs/swagger';
import { APP_ROLES, type AppRole } from '../../../access/roles.js';
import type { Prisma } from '../../../core/prisma/generated/client.js';
import { OrganizationStatus } from '../../../core/prisma/generated/enums.js';
import { SlugField, TextField } from '../../../core/validation/fields.js';
import { JsonObjectField } from '../../../core/validation/object-field.js';
import { PictureUrlField } from '../../../core/validation/person-fields.js';

export class OrganizationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'auroralabs' })
  slug: string;

  @ApiProperty({ example: 'Aurora Labs' })
  name: string;

  @ApiProperty({ type: String, nullable: true })
  description: string | null;

  @ApiProperty({ type: String, nullable: true })
  logoUrl: string | null;

  @ApiProperty({ enum: OrganizationStatus, example: 'active' })
  status: OrganizationStatus;

  @ApiProperty({ type: 'object', additionalProperties: true, example: { features: { beta: true } } })
  settings: unknown;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'OrganizationAdmin',
    description: 'The role of the caller; null for root',
  })
  role: string | null;

  @ApiProperty({ type: String, enum: APP_ROLES, nullable: true, example: 'AppAdmin' })
  appRole: AppRole | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
}

const SETTINGS = `
Merged into the present settings (RFC 7396): \`null\` removes a key. At most 16 KiB of JSON in all. The booleans of \`features\`
override the feature flags that \`GET /api/v1/auth/me\` shows to the members.`.trim();

const NAME = { max: 200, example: 'Aurora Labs' };

export class CreateOrganizationDto {
  @TextField(NAME)
  name: string;

  @SlugField({ optional: true, description: 'Default: a free slug, made from the name' })
  slug?: string;
}

export class UpdateOrganizationDto {
  @TextField({ ...NAME, optional: true })
  name?: string;

  @SlugField({
    optional: true,
    description: 'The former slug redirects to the new one, and remains reserved for the organization',
  })
  slug?: string;

  @TextField({ max: 2000, multiline: true, optional: true, nullable: true, example: 'Educational consultants' })
  description?: string | null;

  @PictureUrlField({ optional: true, nullable: true, example: 'https://example.com/aurora.webp' })
  logoUrl?: string | null;

  @JsonObjectField({ deepest: 6, optional: true, description: SETTINGS, example: { features: { beta: true } } })
  settings?: Prisma.JsonObject;
}
