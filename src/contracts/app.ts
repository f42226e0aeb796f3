import type { Type } from '@nestjs/common';
import { type ApiParamOptions, ApiProperty } from '@nestjs/swagger';
import { type IdPrefix, longestPrefixedId, UUID_LENGTH } from '../core/ids/prefixed-id.js';
import { PrefixedIdPipe } from '../core/ids/prefixed-id.pipe.js';
import type { Page } from '../core/paging/page.js';
import { Contract } from './contract.js';
import { COUNT } from '../core/openapi/integers.js';

/** The app contract: snake_case, the organization in the header `x-org`, prefixed ids, times in whole seconds. */
export const APP = new Contract({ prefix: 'api/v1/app', organization: 'header' });

/** The ids in the paths: how each is read, and how the OpenAPI document describes it. */
export const USER_ID = new PrefixedIdPipe('user');
export const PROJECT_ID = new PrefixedIdPipe('proj');
export const ARTIFACT_ID = new PrefixedIdPipe('artifact');
export const INTEGRATION_ID = new PrefixedIdPipe('conf');

export const USER_PARAM = idParam('userID', 'user');
export const PROJECT_PARAM = idParam('projectID', 'proj');
export const ARTIFACT_PARAM = idParam('artifactID', 'artifact');
export const INTEGRATION_PARAM = idParam('integrationID', 'conf');

function idParam(name: string, prefix: IdPrefix): ApiParamOptions {
  const schema = { type: 'string', minLength: UUID_LENGTH, maxLength: longestPrefixedId(prefix) } as const;
  return { name, description: `\`${prefix}_…\`, or the UUID`, schema };
}

/** RFC 3339 in UTC with whole seconds. */
export function toWholeSeconds(time: Date): string {
  return time.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** A page of a list that is read by the number of the page. */
interface AppPageOf<T> {
  data: T[];
  has_next_page: boolean;
  has_previous_page: boolean;
  total_count: number;
}

/** Makes the DTO of such a page. It is a class of its own for each list: its name is the name of the schema. */
export function AppPageDto<T>(item: Type<T>): Type<AppPageOf<T>> {
  class AppPageDto implements AppPageOf<T> {
    @ApiProperty({ type: [item] })
    data: T[];

    @ApiProperty({ example: false })
    has_next_page: boolean;

    @ApiProperty({ example: false })
    has_previous_page: boolean;

    @ApiProperty({ ...COUNT, description: 'Of all matches, not of the page', example: 1 })
    total_count: number;
  }
  return AppPageDto;
}

/** Presents such a page. */
export function presentAppPage<T, Dto>(page: Page<T>, present: (item: T) => Dto): AppPageOf<Dto> {
  return {
    data: page.items.map((item) => present(item)),
    has_next_page: page.hasNext,
    has_previous_page: page.hasPrevious,
    total_count: page.total,
  };
}
