import { existsSync } from 'node:fs';
import { type Config, readConfig } from '../core/config/config.js';

/** Reads the configuration from the environment and from `.env`. @throws ConfigError */
export function loadConfig(): Config {
  if (existsSync('.env')) {
    process.loadEnvFile('.env');
  }
  return readConfig(process.env);
}
