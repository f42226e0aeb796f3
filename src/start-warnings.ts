import type { Config } from './core/config/config.js';

/** Addresses that clients on other machines cannot reach. */
const LOCAL = /^(localhost|127\..*|\[::1\])$/;

/** What a production lacks, a sentence for each. Outside of production there is nothing to warn of. */
export function startWarnings(config: Config): string[] {
  if (!config.production) {
    return [];
  }
  const warnings: [boolean, string][] = [
    [LOCAL.test(new URL(config.publicUrl).hostname), `Links lead to this machine: PUBLIC_URL is ${config.publicUrl}.`],
    [config.databaseUrl === undefined, 'The database is embedded in this process: DATABASE_URL is not set.'],
    [config.mailUrl === undefined, `Mails are not sent but written to ${config.dataDir}/mail: MAIL_URL is not set.`],
    [
      config.instances > 1 && config.redisUrl === undefined,
      `Each of the ${config.instances.toString()} instances counts limits by itself: REDIS_URL is not set.`,
    ],
  ];
  return warnings.filter(([applies]) => applies).map(([, text]) => text);
}
