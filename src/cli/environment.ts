import { existsSync } from 'node:fs';
import { type Config, readConfig } from '../core/config/config.js';

/** Reads the configuration from the environment and from `.env`. What is `given` has precedence. @throws ConfigError */
export function loadConfig(given: NodeJS.ProcessEnv = {}): Config {
  if (existsSync('.env')) {
    process.loadEnvFile('.env');
  }
  return readConfig({ ...process.env, ...given });
}
