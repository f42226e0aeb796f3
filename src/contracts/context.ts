import { Contract } from './contract.js';

/** The context contract: the caller and their organizations in camelCase, as `{data}`, with explicit nulls. */
export const CONTEXT = new Contract({ prefix: 'api', organization: undefined });
