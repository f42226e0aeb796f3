import type { ApiParamOptions } from '@nestjs/swagger';
import { LONGEST_SLUG, SHORTEST_SLUG } from '../core/validation/slugs.js';
import { Contract } from './contract.js';

/** The account contract: camelCase, the organization in the path, lists as `{items, marker?}`. */
export const ACCOUNT = new Contract({ prefix: 'api/v1', organization: 'path' });

/** The organization in the paths. */
export const SLUG_PARAM: ApiParamOptions = {
  name: 'slug',
  description: 'Present or former slug of the organization',
  schema: { type: 'string', minLength: SHORTEST_SLUG, maxLength: LONGEST_SLUG },
  example: 'auroralabs',
};
