import { createRequire } from 'node:module';
import { join } from 'node:path';
import { INSTALLATION } from './core/config/installation.js';

/** The version in package.json. */
export const { version } = createRequire(import.meta.url)(join(INSTALLATION, 'package.json')) as { version: string };
