import { ACCOUNT } from './account.js';
import { APP } from './app.js';
import { CONTEXT } from './context.js';
import type { Contract } from './contract.js';
import { DIRECTORY } from './directory.js';
import { PROFILE } from './profile.js';

/** The contracts that Atrium serves. */
export const CONTRACTS: readonly Contract[] = [ACCOUNT, APP, PROFILE, DIRECTORY, CONTEXT];
