import { Contract } from './contract.js';

/** The account contract: camelCase, the organization in the path, lists as `{items, marker?}`. */
export const ACCOUNT = new Contract({ prefix: 'api/v1', organization: 'path' });
