import { Contract } from './contract.js';

/** The profile contract: the caller’s own profile in camelCase; keys without a value are omitted. */
export const PROFILE = new Contract({ prefix: 'api/me', organization: undefined });
