/** Exit codes of all commands. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;

/** A refusal with a complete message. */
export class CliError extends Error {
  override readonly name = 'CliError';
}
