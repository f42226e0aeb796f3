import { ApiProperty } from '@nestjs/swagger';
import { Contract } from './contract.js';

/** The directory contract: camelCase, lists as `{items, marker?}`, and an attribution in most things. */
export const DIRECTORY = new Contract({ prefix: 'api/v1', organization: 'context' });

const ACTOR = { description: 'Id of a user or service account, or `root`' };

/** The authors of a thing's creation and last update, and the times of both. */
export class AttributionDto {
  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty(ACTOR)
  createdBy: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  @ApiProperty(ACTOR)
  updatedBy: string;
}

interface Attributed {
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

/** The four keys of {@link AttributionDto}. */
export function presentAttribution(row: Attributed): Readonly<AttributionDto> {
  return {
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: row.updatedBy,
  };
}
