import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField } from '../../../core/validation/fields.js';
import { ForeignObjectField } from '../../../core/validation/object-field.js';
import { INTEGRATION_TYPES, type IntegrationType } from '../integrations.service.js';

/** An integration in the app contract: always these six keys, and never its credentials. */
export class AppIntegrationDto {
  @ApiProperty({ example: 'conf_019ab5e07c1d7f438a525d2f6c1b9e09' })
  id: string;

  @ApiProperty({ example: 'user_019ab5e07c1d7f438a525d2f6c1b9e04' })
  user_id: string;

  @ApiProperty({ example: 'org_019ab5e07c1d7f438a525d2f6c1b9e05' })
  org_id: string;

  @ApiProperty({ enum: INTEGRATION_TYPES, example: 'Confluence' })
  type: string;

  @ApiProperty({ format: 'date-time', description: 'Whole seconds', example: '2026-02-05T09:10:00Z' })
  created_at: string;

  @ApiProperty({ format: 'date-time', description: 'Whole seconds', example: '2026-02-08T10:02:11Z' })
  updated_at: string;
}

export class CreateAppIntegrationDto {
  @ChoiceField({ values: INTEGRATION_TYPES, example: 'Confluence' })
  type: IntegrationType;

  @ForeignObjectField({
    description: 'The credentials of the product, in its own form. They are stored encrypted and never returned',
    mostBytes: 8192,
  })
  credentials: Record<string, unknown>;
}
