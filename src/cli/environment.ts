import { existsSync } from 'node:fs';
import { type Config, readConfig } from '../core/config/config.js';

/** The environment, with the variables of `.env`. */
export function loadVariables(): NodeJS.ProcessEnv {
  if (existsSync('.env')) {
    process.loadEnvFile('.env');
  }
  return process.env;
}

/** Reads the configuration from the environment and from `.env`. What is `given` has precedence. @throws ConfigError */
export function loadConfig(given: NodeJS.ProcessEnv = {}): Config {
  return readConfig({ ...loadVariables(), ...given });
}
