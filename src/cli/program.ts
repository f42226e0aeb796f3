import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { EXIT } from './exit.js';

const EXIT_CODES = `
Exit codes:
  ${EXIT.done}  done
  ${EXIT.failed}  refused or failed; the last line of standard error has the reason
  ${EXIT.usage}  wrong use of the command line`;

const KEYS_HELP = `
Put the new key in front of ENCRYPTION_KEY (new,old) on all instances before. The command can run while Atrium runs, can be
ended at any moment and run again. It does not run while Atrium has the embedded database open.`;

/**
 * Runs a command of the operator, and sets the exit code of the process. A command is loaded when it is run, so that help is quick.
 *
 * @param words of the command line, without the names of the program
 */
export async function runCli(words: readonly string[]): Promise<void> {
  try {
    await program().parseAsync(words, { from: 'user' });
  } catch (error) {
    process.exitCode = await exitCodeOf(error);
  }
}

/** commander has written what is wrong with the command line. */
async function exitCodeOf(error: unknown): Promise<number> {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
  const { explain } = await import('./explain.js');
  process.stderr.write(`${explain(error)}\n`);
  return EXIT.failed;
}

function program(): Command {
  const atrium = new Command('atrium')
    .description('Operates Atrium. Variables are read from the environment and from .env.')
    .exitOverride()
    .addHelpText('after', EXIT_CODES);
  addServing(atrium);
  addKeys(atrium);
  addBackups(atrium);
  return atrium;
}

function addServing(atrium: Command): void {
  atrium
    .command('start')
    .description('start the server, and apply missing migrations before')
    .action(async () => (await import('./start.js')).startCommand());
  atrium
    .command('create-admin')
    .description('create an organization and its first administrator, and print a link to choose a password')
    .requiredOption('--email <address>', 'address of the administrator; no account may have it')
    .requiredOption('--organization <name>', 'name of the organization')
    .option('--slug <slug>', 'name in URLs (default: made from the name)', notEmpty)
    .addHelpText('after', '\nThe link works once, for 7 days. It is mailed as well if MAIL_URL is set.')
    .action(async (given: object) => (await import('./create-admin.js')).createAdminCommand(given));
  atrium
    .command('migrate')
    .description('apply the migrations that the database does not have yet')
    .option('--status', 'list the migrations instead; exit 1 if one is missing')
    .action(async (options: { status?: true }) => (await import('./migrate.js')).migrateCommand(options));
}

function addKeys(atrium: Command): void {
  atrium
    .command('rotate-keys')
    .description('encrypt with the first key of ENCRYPTION_KEY what another key encrypted')
    .option('--check', 'report whether another key is still used; exit 1 if so')
    .addHelpText('after', KEYS_HELP)
    .action(async (options: { check?: true }) => (await import('./rotate-keys.js')).rotateKeysCommand(options));
}

function addBackups(atrium: Command): void {
  atrium
    .command('check')
    .description('check the configuration and reach database, Redis, mail, storage and DNS; exit 1 if one fails')
    .action(async () => (await import('./check.js')).checkCommand());
  atrium
    .command('backup')
    .description('write the embedded database and files into one archive; Atrium must not run')
    .argument('<file>', 'archive to write, such as atrium.tar.gz')
    .action(async (file: string) => (await import('./backup.js')).backupCommand(file));
  atrium
    .command('restore')
    .description('make DATA_DIR of an archive that backup wrote; DATA_DIR must be empty')
    .argument('<file>', 'archive to read')
    .action(async (file: string) => (await import('./restore.js')).restoreCommand(file));
}

function notEmpty(text: string): string {
  if (text === '') {
    throw new InvalidArgumentError('It must not be empty.');
  }
  return text;
}
